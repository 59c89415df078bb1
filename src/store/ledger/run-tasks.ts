import type { Transaction } from 'kysely';
import type { Database } from '../database.ts';
import { inChunks } from '../in-chunks.ts';
import type { Schema } from '../schema.ts';
import { refuseUnstorableTexts } from '../storable.ts';
import { addMails, refuseUnstorableMails } from './add-mails.ts';
import { keepDocuments, refuseOtherBytes } from './documents-on.ts';
import type { TaskRow } from './ledger-schema.ts';
import { fenced } from './run-rows.ts';
import type { Fence, TaskEnd } from './runs.ts';

/** Adds tasks to a run; `planned` is how many it has then. */
export async function planTasks(database: Database, fence: Fence, keys: readonly string[]): Promise<boolean> {
  refuseUnstorableTexts(keys);
  return database.write(async (db) => {
    if ((await fenced(db, fence)) === undefined) return false;
    const has = await taskKeys(db, fence.run);
    const added = [...new Set(keys)].filter((key) => !has.has(key));
    const rows = added.map((key, index): TaskRow => {
      return { run_id: fence.run, key, position: has.size + index, state: 'open', reason: null, ended_at: null };
    });
    for (const some of inChunks(rows)) await db.insertInto('task').values(some).execute();
    const planned = has.size + added.length;
    await db.updateTable('run').set({ planned }).where('id', '=', fence.run).execute();
    return true;
  });
}

/** Ends an open task, with its mails and what they carry in the same transaction. */
export async function endTask(
  database: Database,
  fence: Fence,
  { key, state, reason, mails, documents }: TaskEnd,
  now: string,
): Promise<boolean> {
  refuseUnstorableMails(mails);
  refuseOtherBytes(documents);
  return database.write(async (db) => {
    const run = await fenced(db, fence);
    if (run === undefined) return false;
    const { numUpdatedRows } = await db
      .updateTable('task')
      .set({ state, reason: reason && JSON.stringify(reason), ended_at: now })
      .where('run_id', '=', fence.run)
      .where('key', '=', key)
      .where('state', '=', 'open')
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) return false;
    await keepDocuments(db, documents, now);
    await addMails(db, mails, { now, due: run.due });
    return true;
  });
}

async function taskKeys(db: Transaction<Schema>, run: string): Promise<Set<string>> {
  const rows = await db.selectFrom('task').select('key').where('run_id', '=', run).execute();
  return new Set(rows.map(({ key }) => key));
}
