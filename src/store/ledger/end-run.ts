import type { Transaction } from 'kysely';
import type { Message } from '../../model/language.ts';
import type { Database } from '../database.ts';
import type { Schema } from '../schema.ts';
import { refuseUnstorableTexts } from '../storable.ts';
import { appendLines } from './append-lines.ts';
import { isOver } from './begin-run.ts';
import { fenced, runId, storedRun, storedTasks } from './run-rows.ts';
import type { Fence, Run, RunEnd, Runs } from './runs.ts';
import { shortfallOf } from './shortfall.ts';

/** Ends a run; one that did less than it was to do has failed, whatever it says itself. */
export async function endRun(database: Database, fence: Fence, end: RunEnd, now: string): Promise<Run | null> {
  return database.write(async (db) => {
    const row = await fenced(db, fence);
    if (row === undefined) return null;
    const { state, reason } = await judged(db, row, end);
    const json = reason && JSON.stringify(reason);
    await db
      .updateTable('run')
      .set({ state, reason: json, owner: null, lease_until: null, ended_at: now })
      .where('id', '=', row.id)
      .execute();
    // A run that goes on waiting for the same thing has no news.
    if (state !== 'waiting' || json !== row.reason) {
      const detail = { attempt: String(row.attempt), ...(reason === null ? {} : { reason: reason['zh-CN'] }) };
      await appendLines(db, [{ by: row.ordered_by, action: `run.${state}`, subject: row.id, detail }], now);
    }
    return storedRun(db, row.id);
  });
}

const unexplained: Message = { 'zh-CN': '失败，没有说明原因', en: 'failed, and no reason was given' };

async function judged(
  db: Transaction<Schema>,
  { id, planned }: { id: string; planned: number | null },
  { state, reason }: RunEnd,
): Promise<RunEnd> {
  if (state === 'waiting' || (state === 'failed' && reason !== null)) return { state, reason };
  const shortfall = shortfallOf(planned, await storedTasks(db, id), reason);
  return shortfall === null && state === 'done'
    ? { state, reason }
    : { state: 'failed', reason: shortfall ?? unexplained };
}

export async function skipRun(
  database: Database,
  { period, step, due }: Parameters<Runs['skip']>[0],
  { by, because }: { readonly by: string; readonly because: string },
  now: string,
): Promise<Run | null> {
  const id = runId(period, step);
  refuseUnstorableTexts([id, by, because]);
  return database.write(async (db) => {
    const row = await db.selectFrom('run').selectAll().where('id', '=', id).executeTakeFirst();
    const left = row === undefined || ['waiting', 'failed'].includes(row.state) || isOver(row.lease_until, now);
    if (!left) return null;
    const reason = JSON.stringify({ 'zh-CN': because, en: because } satisfies Message);
    const skipped = { state: 'skipped', ordered_by: by, reason, owner: null, lease_until: null, ended_at: now };
    if (row === undefined) {
      const none = { attempt: 0, planned: null, late: 0, started_at: now } as const;
      await db
        .insertInto('run')
        .values({ id, period, step, due, ...none, ...skipped })
        .execute();
    } else await db.updateTable('run').set(skipped).where('id', '=', id).execute();
    await appendLines(db, [{ by, action: 'run.skipped', subject: id, detail: { because } }], now);
    return storedRun(db, id);
  });
}
