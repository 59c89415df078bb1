import type { Transaction } from 'kysely';
import type { Database } from '../database.ts';
import { inChunks } from '../in-chunks.ts';
import type { Schema } from '../schema.ts';
import { refuseUnstorableTexts } from '../storable.ts';
import type { MailRow } from './ledger-schema.ts';
import { storedMail } from './mail-rows.ts';
import { moveMails } from './move-mails.ts';
import type { Mail } from './outbox.ts';

/** Puts mails whose sender went away into doubt. Nobody waits for the one writer where there are none. */
export async function lapseMails(database: Database, now: string): Promise<Mail[]> {
  if ((await database.read((db) => lapsedMails(db, now).executeTakeFirst())) === undefined) return [];
  return database.write(async (db) => {
    const rows = (await lapsedMails(db, now).execute()).sort((one, other) => one.id - other.id);
    await moveMails(db, rows, { to: 'in-doubt', now, by: null, because: 'lease over', set: {} });
    const mails: Mail[] = [];
    for (const { id } of rows) mails.push((await storedMail(db, id)) as Mail);
    return mails;
  });
}

/** In no order: asked for one, SQLite looks through all mails instead of those under way. */
export function lapsedMails(db: Transaction<Schema>, now: string) {
  return db.selectFrom('mail').select(['id', 'state']).where('lease_until', '<=', now);
}

interface Said {
  readonly by: string | null;
  readonly because: string;
}

export async function resendMails(
  database: Database,
  ids: readonly number[],
  { by, because }: Said,
  now: string,
): Promise<number[]> {
  refuseUnstorableTexts([by ?? '', because]);
  return database.write(async (db) => {
    const dead: Pick<MailRow, 'id' | 'state'>[] = [];
    for (const some of inChunks([...new Set(ids)]))
      dead.push(...(await mailsIn(db, 'dead').where('id', 'in', some).execute()));
    await moveMails(db, dead, { to: 'pending', now, by, because, set: {}, nextAt: now });
    return dead.map(({ id }) => id);
  });
}

export async function resolveMail(
  database: Database,
  id: number,
  { what, by, because }: Said & { readonly what: 'arrived' | 'absent' },
  now: string,
): Promise<boolean> {
  refuseUnstorableTexts([by ?? '', because]);
  return database.write(async (db) => {
    const row = await mailsIn(db, 'in-doubt').where('id', '=', id).executeTakeFirst();
    if (row === undefined) return false;
    const move = { now, by, because, set: {} };
    if (what === 'arrived') await moveMails(db, [row], { ...move, to: 'sent' });
    else await moveMails(db, [row], { ...move, to: 'pending', nextAt: now });
    return true;
  });
}

function mailsIn(db: Transaction<Schema>, state: string) {
  return db.selectFrom('mail').select(['id', 'state']).where('state', '=', state).orderBy('id');
}
