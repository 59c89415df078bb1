import type { Database } from '../database.ts';
import { refuseUnstorableTexts } from '../storable.ts';
import { moveMails } from './move-mails.ts';
import type { NewAddress } from './outbox.ts';

interface Said {
  readonly by: string;
  readonly because: string;
  readonly now: string;
}

/** A dead mail was refused for good, so that under its old address it is nowhere: under the new one it is the same mail. */
export async function readdressMail(
  database: Database,
  id: number,
  { key, recipient, message }: NewAddress,
  { by, because, now }: Said,
): Promise<boolean> {
  refuseUnstorableTexts([key, recipient, by, because]);
  return database.write(async (db) => {
    const dead = await db
      .selectFrom('mail')
      .selectAll()
      .where('id', '=', id)
      .where('state', '=', 'dead')
      .executeTakeFirst();
    const same = await db.selectFrom('mail').select('id').where('key', '=', key).executeTakeFirst();
    if (dead === undefined || same !== undefined) return false;
    await db.updateTable('mail').set({ key, recipient, sha256: null }).where('id', '=', id).execute();
    const row = { message: JSON.stringify(message) };
    await db.updateTable('mail_message').set(row).where('mail_id', '=', id).execute();
    const told = `${because} (${dead.recipient} → ${recipient})`;
    await moveMails(db, [dead], { to: 'pending', now, by, because: told, set: {}, nextAt: now });
    return true;
  });
}
