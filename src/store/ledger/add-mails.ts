import type { Transaction } from 'kysely';
import { chinaDate } from '../../model/china-time.ts';
import type { NewMail } from '../../model/new-mail.ts';
import type { Period } from '../../model/period.ts';
import { inChunks } from '../in-chunks.ts';
import type { Schema } from '../schema.ts';
import { refuseUnstorableTexts } from '../storable.ts';
import { doubtedUntil } from './after-restore.ts';
import { appendLines } from './append-lines.ts';
import type { MailRow } from './ledger-schema.ts';
import { mailSubject } from './mail-rows.ts';

/** DataError for texts that no database holds. */
export function refuseUnstorableMails(mails: readonly NewMail[]): void {
  refuseUnstorableTexts(mails.flatMap(({ key, kind, audience, recipient }) => [key, kind, audience, recipient]));
}

interface Adding {
  readonly now: string;
  /** When the step that makes the mails was due; null where none does: then the mail's own date counts. */
  readonly due: string | null;
}

/** Puts mails that are not there yet into the outbox; returns how many are new. */
export async function addMails(
  db: Transaction<Schema>,
  mails: readonly NewMail[],
  { now, due }: Adding,
): Promise<number> {
  const known = await knownKeys(db, mails);
  const added = [...new Map(mails.map((mail) => [mail.key, mail])).values()].filter(({ key }) => !known.has(key));
  if (added.length === 0) return 0;
  await refuseMissingFiles(db, added);
  const doubted = await doubtedUntil(db);
  const first = (await lastId(db)) + 1;
  const rows = added.map((mail, index): MailRow => {
    const { key, period, edition, kind, audience, recipient } = mail;
    const doubtful = doubted !== null && mayHaveLeft(period, due ?? mail.message.date, doubted);
    const stands = { state: doubtful ? 'in-doubt' : 'pending', next_at: doubtful ? null : now };
    const none = { attempt: 0, owner: null, lease_until: null, response: null, sha256: null, ended_at: null };
    return { id: first + index, key, period, edition, kind, audience, recipient, ...stands, ...none, created_at: now };
  });
  const messages = added.map(({ message }, index) => ({ mail_id: first + index, message: JSON.stringify(message) }));
  for (const some of inChunks(rows)) await db.insertInto('mail').values(some).execute();
  for (const some of inChunks(messages)) await db.insertInto('mail_message').values(some).execute();
  const lines = rows.map(({ id, key, state }) => {
    const because = state === 'pending' ? '' : `restored ${doubted}`;
    return { by: null, action: `mail.${state}`, subject: mailSubject(id), detail: { key, because } };
  });
  await appendLines(db, lines, now);
  return added.length;
}

/**
 * Whether a mail may have left in the time that a restored backup does not know: that of a step that was due before, and any about a month that was
 * over, since a person may have had its steps done before they were due.
 */
function mayHaveLeft(period: Period, due: string, restored: string): boolean {
  return due <= restored || period < chinaDate(restored).slice(0, 7);
}

async function knownKeys(db: Transaction<Schema>, mails: readonly NewMail[]): Promise<Set<string>> {
  const known = new Set<string>();
  for (const some of inChunks(mails.map(({ key }) => key))) {
    const rows = await db.selectFrom('mail').select('key').where('key', 'in', some).execute();
    for (const { key } of rows) known.add(key);
  }
  return known;
}

/** A mail whose files are not kept could never leave. */
async function refuseMissingFiles(db: Transaction<Schema>, mails: readonly NewMail[]): Promise<void> {
  const wanted = new Set(mails.flatMap(({ message }) => message.attachments.map(({ sha256 }) => sha256)));
  for (const some of inChunks([...wanted])) {
    const rows = await db.selectFrom('document').select('sha256').where('sha256', 'in', some).execute();
    for (const { sha256 } of rows) wanted.delete(sha256);
  }
  const [missing] = wanted;
  if (missing !== undefined) throw new Error(`a mail carries the file ${missing}, which was not kept before`);
}

async function lastId(db: Transaction<Schema>): Promise<number> {
  const { id } = await db
    .selectFrom('mail')
    .select((e) => e.fn.max('id').as('id'))
    .executeTakeFirstOrThrow();
  return Number(id ?? 0);
}
