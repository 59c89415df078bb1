import type { Transaction } from 'kysely';
import type { Message } from '../../model/language.ts';
import type { Schema } from '../schema.ts';
import { appendLines } from './append-lines.ts';
import { moveMails } from './move-mails.ts';
import { addPause } from './pauses.ts';
import { everyStep } from './runs.ts';

/** Who pauses the schedule after a backup was restored. */
export const restoring = '恢复备份';

const storeSubject = 'store';

/**
 * What was done after a backup was made is not in it. So nothing that it still had to do is done without a look: mails that had not
 * ended are in doubt, running runs wait, and the schedule is paused until a person resumes it. Returns how many mails are in doubt.
 * `taken` is the time of the backup.
 */
export async function holdAfterRestore(
  db: Transaction<Schema>,
  { taken, now }: { readonly taken: string; readonly now: string },
): Promise<number> {
  const mails = await db
    .selectFrom('mail')
    .select(['id', 'state'])
    .where('state', 'in', ['pending', 'sending', 'retry'])
    .orderBy('id')
    .execute();
  const because = `restored from a backup of ${taken}`;
  await moveMails(db, mails, { to: 'in-doubt', now, by: null, because, set: {} });
  const reason: Message = { 'zh-CN': '恢复备份后待核实', en: 'to be looked at after a backup was restored' };
  const running = await db.selectFrom('run').select('id').where('state', '=', 'running').orderBy('id').execute();
  await db
    .updateTable('run')
    .set({ state: 'waiting', reason: JSON.stringify(reason), owner: null, lease_until: null, ended_at: now })
    .where('state', '=', 'running')
    .execute();
  await addPause(db, { step: everyStep, by: restoring, because: `备份时间 ${taken}` }, now);
  const lines = running.map(({ id }) => {
    return { by: null, action: 'run.waiting', subject: id, detail: { reason: reason['zh-CN'] } };
  });
  const restored = { by: null, action: 'store.restored', subject: storeSubject, detail: { taken } };
  await appendLines(db, [...lines, restored], now);
  return mails.length;
}

/** When a backup was put in place last: until then the ledger may lack what was done; null where none ever was. */
export async function doubtedUntil(db: Transaction<Schema>): Promise<string | null> {
  const { at } = await db
    .selectFrom('audit_line')
    .select((e) => e.fn.max('at').as('at'))
    .where('subject', '=', storeSubject)
    .where('action', '=', 'store.restored')
    .executeTakeFirstOrThrow();
  return at as string | null;
}
