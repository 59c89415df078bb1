import type { Transaction } from 'kysely';
import type { Schema } from '../schema.ts';

/** So many mails may begin to leave in any minute, whoever sends them. */
export interface MailPace {
  readonly perMinute: number;
  /** ISO UTC time. */
  readonly now: string;
}

const minute = 60_000;

/**
 * When the next mail may begin to leave, ISO UTC; null where one may now. Counts by the audit log, which has a line for every attempt of
 * every program. Lines more than a minute ahead are from before the clock was set back, and hold nothing up.
 */
export async function paceFreeAt(db: Transaction<Schema>, { perMinute, now }: MailPace): Promise<string | null> {
  const line = await db
    .selectFrom('audit_line')
    .select('at')
    .where('action', '=', 'mail.sending')
    .orderBy('seq', 'desc')
    .offset(perMinute - 1)
    .limit(1)
    .executeTakeFirst();
  if (line === undefined) return null;
  const began = Date.parse(line.at);
  const [from, to] = [Date.parse(now) - minute, Date.parse(now) + minute];
  return began > from && began < to ? new Date(began + minute).toISOString() : null;
}
