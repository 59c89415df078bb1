import type { Transaction } from 'kysely';
import type { Database } from '../database.ts';
import type { Schema } from '../schema.ts';
import { refuseUnstorableTexts } from '../storable.ts';
import { appendLines } from './append-lines.ts';
import type { Lease } from './lease.ts';
import type { RunRow } from './ledger-schema.ts';
import { isPaused } from './pauses.ts';
import { runId, storedRun } from './run-rows.ts';
import type { Run, Runs } from './runs.ts';

/** Begins the one run of a step and month, unless there is one, or it is paused. */
export async function beginRun(
  database: Database,
  { period, step, due, late, by }: Parameters<Runs['begin']>[0],
  { owner, leaseUntil, now }: Lease,
): Promise<Run | null> {
  const id = runId(period, step);
  refuseUnstorableTexts([id, by ?? '', owner]);
  return database.write(async (db) => {
    if (by === null && (await isPaused(db, step))) return null;
    const row = { id, period, step, due, late: late ? 1 : 0, ordered_by: by, state: 'running', attempt: 1 } as const;
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('run')
      .values({ ...row, owner, lease_until: leaseUntil, planned: null, reason: null, started_at: now, ended_at: null })
      .onConflict((c) => c.columns(['period', 'step']).doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n) return null;
    const detail = { owner, due, ...(late ? { late: '1' } : {}) };
    await appendLines(db, [{ by, action: 'run.begun', subject: id, detail }], now);
    return storedRun(db, id);
  });
}

/** Takes up a run that nobody works on. */
export async function takeUpRun(
  database: Database,
  id: string,
  { owner, leaseUntil, now }: Lease,
  { failed, by }: { readonly failed: boolean; readonly by: string | null } = { failed: false, by: null },
): Promise<Run | null> {
  refuseUnstorableTexts([by ?? '', owner]);
  return database.write(async (db) => {
    const row = await db.selectFrom('run').selectAll().where('id', '=', id).executeTakeFirst();
    if (row === undefined || !(row.owner === owner || mayBeTakenUp(row, now, { failed, by }))) return null;
    if (by === null && (await isPaused(db, row.step))) return null;
    const attempt = row.attempt + 1;
    const begun = { state: 'running', attempt, owner, lease_until: leaseUntil, started_at: now, ended_at: null };
    await db
      .updateTable('run')
      .set({ ...begun, ordered_by: by ?? row.ordered_by })
      .where('id', '=', id)
      .execute();
    await reopenTasks(db, id);
    // To look at a waiting run again and again is no event.
    if (row.state !== 'waiting' || by !== null) {
      const detail = { owner, attempt: String(attempt), from: row.state };
      await appendLines(db, [{ by, action: 'run.taken-up', subject: id, detail }], now);
    }
    return storedRun(db, id);
  });
}

function mayBeTakenUp(
  { state, lease_until }: RunRow,
  now: string,
  { failed, by }: { readonly failed: boolean; readonly by: string | null },
): boolean {
  if (state === 'waiting') return true;
  if (state === 'running') return isOver(lease_until, now);
  return failed && (state === 'failed' || (state === 'skipped' && by !== null));
}

/** Whether the owner of a run lost it. */
export function isOver(leaseUntil: string | null, now: string): boolean {
  return leaseUntil !== null && leaseUntil <= now;
}

async function reopenTasks(db: Transaction<Schema>, run: string): Promise<void> {
  await db
    .updateTable('task')
    .set({ state: 'open', reason: null, ended_at: null })
    .where('run_id', '=', run)
    .where('state', '=', 'failed')
    .execute();
}
