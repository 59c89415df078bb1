import { type SelectQueryBuilder, sql, type Transaction } from 'kysely';
import type { Message } from '../../model/language.ts';
import type { Period } from '../../model/period.ts';
import type { Schema } from '../schema.ts';
import type { RunRow, TaskRow } from './ledger-schema.ts';
import type { Fence, Run, RunState, Runs, Task } from './runs.ts';

export function runId(period: Period, step: string): string {
  return `${period}/${step}`;
}

export async function storedRun(db: Transaction<Schema>, id: string): Promise<Run | null> {
  const row = await runRows(db).where('run.id', '=', id).executeTakeFirst();
  return row === undefined ? null : runOf(row);
}

export async function storedRuns(
  db: Transaction<Schema>,
  { period, step, states }: Parameters<Runs['list']>[0],
): Promise<Run[]> {
  let query = runRows(db).orderBy('run.due').orderBy('run.id');
  if (period !== undefined) query = query.where('run.period', '=', period);
  if (step !== undefined) query = query.where('run.step', '=', step);
  if (states !== undefined) query = query.where('run.state', 'in', states);
  return (await query.execute()).map(runOf);
}

/** The row of a run as long as its fence holds. */
export function fenced(db: Transaction<Schema>, { run, owner, attempt }: Fence): Promise<RunRow | undefined> {
  return db
    .selectFrom('run')
    .selectAll()
    .where('id', '=', run)
    .where('state', '=', 'running')
    .where('owner', '=', owner)
    .where('attempt', '=', attempt)
    .executeTakeFirst();
}

type CountedRow = RunRow & { produced: number };

function runRows(db: Transaction<Schema>): SelectQueryBuilder<Schema, 'run', CountedRow> {
  const produced = sql<number>`(select cast(count(*) as integer) from task where task.run_id = run.id and task.state = 'done')`;
  return db.selectFrom('run').selectAll().select(produced.as('produced'));
}

function runOf(row: CountedRow): Run {
  return {
    id: row.id,
    period: row.period as Period,
    step: row.step,
    due: row.due,
    late: row.late === 1,
    by: row.ordered_by,
    state: row.state as RunState,
    attempt: row.attempt,
    owner: row.owner,
    leaseUntil: row.lease_until,
    planned: row.planned,
    produced: row.produced,
    reason: row.state === 'running' ? null : reasonOf(row.reason),
    startedAt: row.started_at,
    endedAt: row.ended_at,
  };
}

export async function storedTasks(db: Transaction<Schema>, run: string): Promise<Task[]> {
  const rows = await db.selectFrom('task').selectAll().where('run_id', '=', run).orderBy('position').execute();
  return rows.map(({ run_id, key, state, reason, ended_at }: TaskRow) => ({
    run: run_id,
    key,
    state: state as Task['state'],
    reason: reasonOf(reason),
    endedAt: ended_at,
  }));
}

function reasonOf(json: string | null): Message | null {
  return json === null ? null : (JSON.parse(json) as Message);
}
