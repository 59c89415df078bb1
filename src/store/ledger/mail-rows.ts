import type { SelectQueryBuilder, Transaction } from 'kysely';
import type { MailMessage } from '../../model/mail-message.ts';
import type { Period } from '../../model/period.ts';
import type { Schema } from '../schema.ts';
import { auditLines } from './audit-log-on.ts';
import type { MailRow } from './ledger-schema.ts';
import { type Mail, type MailEvent, type MailQuery, type MailState, type MailSummary, mailStates } from './outbox.ts';

export async function storedMail(db: Transaction<Schema>, id: number): Promise<Mail | null> {
  const row = await db
    .selectFrom('mail')
    .innerJoin('mail_message', 'mail_message.mail_id', 'mail.id')
    .selectAll('mail')
    .select('message')
    .where('mail.id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : { ...summaryOf(row), message: JSON.parse(row.message) as MailMessage };
}

export async function storedMails(db: Transaction<Schema>, which: MailQuery): Promise<MailSummary[]> {
  const rows = await matching(db.selectFrom('mail'), which).selectAll().orderBy('id').execute();
  return rows.map(summaryOf);
}

export async function mailCounts(
  db: Transaction<Schema>,
  which: Pick<MailQuery, 'period' | 'kind' | 'edition'>,
): Promise<Readonly<Record<MailState, number>>> {
  const rows = await matching(db.selectFrom('mail'), which)
    .select(['state', (e) => e.fn.countAll().as('count')])
    .groupBy('state')
    .execute();
  const found = new Map(rows.map(({ state, count }) => [state, Number(count)]));
  return Object.fromEntries(mailStates.map((state) => [state, found.get(state) ?? 0])) as Record<MailState, number>;
}

function matching<T>(
  query: SelectQueryBuilder<Schema, 'mail', T>,
  { period, states, kind, audience, edition }: MailQuery,
): SelectQueryBuilder<Schema, 'mail', T> {
  return query
    .$if(period !== undefined, (q) => q.where('period', '=', period as Period))
    .$if(states !== undefined, (q) => q.where('state', 'in', states ?? []))
    .$if(kind !== undefined, (q) => q.where('kind', '=', kind as string))
    .$if(audience !== undefined, (q) => q.where('audience', '=', audience as string))
    .$if(edition !== undefined, (q) => q.where('edition', '=', edition as number));
}

export function summaryOf(row: MailRow): MailSummary {
  return {
    id: row.id,
    key: row.key,
    period: row.period as Period,
    edition: row.edition,
    kind: row.kind,
    audience: row.audience,
    recipient: row.recipient,
    state: row.state as MailState,
    attempt: row.attempt,
    nextAt: row.next_at,
    owner: row.owner,
    leaseUntil: row.lease_until,
    response: row.response,
    sha256: row.sha256,
    createdAt: row.created_at,
    endedAt: row.ended_at,
  };
}

/** The subject of a mail's lines in the audit log. */
export function mailSubject(id: number): string {
  return `mail/${id}`;
}

export async function mailEvents(db: Transaction<Schema>, id: number): Promise<MailEvent[]> {
  const lines = await auditLines(db, { subject: mailSubject(id) });
  return lines.map(({ at, by, action, detail }) => ({
    mail: id,
    at,
    from: (detail['from'] as MailState | undefined) ?? null,
    to: action.slice('mail.'.length) as MailState,
    by,
    detail: detail['because'] ?? '',
  }));
}
