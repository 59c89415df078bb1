import type { Transaction } from 'kysely';
import { inChunks } from '../in-chunks.ts';
import type { Schema } from '../schema.ts';
import { appendLines } from './append-lines.ts';
import type { MailRow } from './ledger-schema.ts';
import { mailSubject } from './mail-rows.ts';
import type { MailState } from './outbox.ts';

interface Move {
  readonly to: MailState;
  readonly now: string;
  readonly by: string | null;
  readonly because: string;
  /** What else changes with the state. */
  readonly set: Partial<Pick<MailRow, 'attempt' | 'owner' | 'lease_until' | 'response' | 'sha256'>>;
  /** For `pending` and `retry`. */
  readonly nextAt?: string;
}

/** Moves mails into another state and writes a line about each: the one way in which a mail's state changes. */
export async function moveMails(
  db: Transaction<Schema>,
  mails: readonly Pick<MailRow, 'id' | 'state'>[],
  { to, now, by, because, set, nextAt }: Move,
): Promise<void> {
  const ended = to === 'sent' || to === 'dead';
  const unowned = to === 'sending' ? {} : { owner: null, lease_until: null };
  for (const some of inChunks(mails.map(({ id }) => id)))
    await db
      .updateTable('mail')
      .set({ ...set, ...unowned, state: to, next_at: nextAt ?? null, ended_at: ended ? now : null })
      .where('id', 'in', some)
      .execute();
  const lines = mails.map(({ id, state }) => {
    return { by, action: `mail.${to}`, subject: mailSubject(id), detail: { from: state, because } };
  });
  await appendLines(db, lines, now);
}
