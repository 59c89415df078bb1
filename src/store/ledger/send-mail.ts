import type { Transaction } from 'kysely';
import type { Database } from '../database.ts';
import type { Schema } from '../schema.ts';
import { refuseUnstorableTexts, storableText } from '../storable.ts';
import type { Lease } from './lease.ts';
import { type MailPace, paceFreeAt } from './mail-pace.ts';
import { storedMail } from './mail-rows.ts';
import { moveMails } from './move-mails.ts';
import type { Mail, MailEnd, MailFence } from './outbox.ts';

/** Takes the mail that has been due longest, if its turn has come. Nobody waits for the one writer where none is due. */
export async function claimMail(
  database: Database,
  { owner, leaseUntil, now }: Lease,
  pace: MailPace | null,
): Promise<Mail | null> {
  refuseUnstorableTexts([owner]);
  if ((await database.read((db) => dueMails(db, now).executeTakeFirst())) === undefined) return null;
  return database.write(async (db) => {
    const due = await dueMails(db, now).executeTakeFirst();
    if (due === undefined || (pace !== null && (await paceFreeAt(db, pace)) !== null)) return null;
    const attempt = due.attempt + 1;
    const set = { owner, lease_until: leaseUntil, attempt };
    await moveMails(db, [due], { to: 'sending', now, by: null, because: `${owner} ${attempt}`, set });
    return storedMail(db, due.id);
  });
}

export async function mailMayLeaveAt({ read }: Database, pace: MailPace): Promise<string | null> {
  return read(async (db) => {
    const due = await dueMails(db, pace.now).executeTakeFirst();
    return due === undefined ? null : paceFreeAt(db, pace);
  });
}

/** `next_at` is set for the states that may be claimed and for no others (`mail_waits`), so its index finds the mail. */
export function dueMails(db: Transaction<Schema>, now: string) {
  return db
    .selectFrom('mail')
    .select(['id', 'state', 'attempt'])
    .where('next_at', '<=', now)
    .orderBy('next_at')
    .orderBy('id')
    .limit(1);
}

export async function endMail(
  database: Database,
  { mail, owner, attempt }: MailFence,
  { state, response, nextAt, sha256 }: MailEnd,
  now: string,
): Promise<boolean> {
  const said = storableText(response);
  return database.write(async (db) => {
    const row = await db
      .selectFrom('mail')
      .select(['id', 'state', 'sha256'])
      .where('id', '=', mail)
      .where('state', '=', 'sending')
      .where('owner', '=', owner)
      .where('attempt', '=', attempt)
      .executeTakeFirst();
    if (row === undefined) return false;
    const move = { to: state, now, by: null, because: said, set: { response: said, sha256: sha256 ?? row.sha256 } };
    await moveMails(db, [row], { ...move, ...(nextAt === null ? {} : { nextAt }) });
    return true;
  });
}

export async function renewMail(
  { write }: Database,
  { mail, owner, attempt }: MailFence,
  leaseUntil: string,
): Promise<boolean> {
  const { numUpdatedRows } = await write((db) =>
    db
      .updateTable('mail')
      .set({ lease_until: leaseUntil })
      .where('id', '=', mail)
      .where('state', '=', 'sending')
      .where('owner', '=', owner)
      .where('attempt', '=', attempt)
      .executeTakeFirst(),
  );
  return numUpdatedRows === 1n;
}
