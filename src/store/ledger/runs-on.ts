import type { Database } from '../database.ts';
import { beginRun, takeUpRun } from './begin-run.ts';
import { endRun, skipRun } from './end-run.ts';
import { pauseStep, resumeStep, storedPauses } from './pauses.ts';
import { storedRun, storedRuns, storedTasks } from './run-rows.ts';
import { endTask, planTasks } from './run-tasks.ts';
import type { Fence, Runs } from './runs.ts';

export function runsOn(database: Database): Runs {
  const { read } = database;
  return {
    begin: (run, lease) => beginRun(database, run, lease),
    takeUp: (id, lease, which) => takeUpRun(database, id, lease, which),
    plan: (fence, tasks) => planTasks(database, fence, tasks),
    endTask: (fence, task, now) => endTask(database, fence, task, now),
    renew: (fence, leaseUntil) => renewRun(database, fence, leaseUntil),
    end: (fence, end, now) => endRun(database, fence, end, now),
    skip: (run, by, because, now) => skipRun(database, run, { by, because }, now),
    run: (id) => read((db) => storedRun(db, id)),
    list: (which) => read((db) => storedRuns(db, which)),
    tasks: (run) => read((db) => storedTasks(db, run)),
    pauses: () => read(storedPauses),
    pause: (step, by, because, now) => pauseStep(database, { step, by, because }, now),
    resume: (step, by, now) => resumeStep(database, step, by, now),
  };
}

async function renewRun({ write }: Database, { run, owner, attempt }: Fence, leaseUntil: string): Promise<boolean> {
  const { numUpdatedRows } = await write((db) =>
    db
      .updateTable('run')
      .set({ lease_until: leaseUntil })
      .where('id', '=', run)
      .where('state', '=', 'running')
      .where('owner', '=', owner)
      .where('attempt', '=', attempt)
      .executeTakeFirst(),
  );
  return numUpdatedRows === 1n;
}
