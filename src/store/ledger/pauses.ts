import type { Transaction } from 'kysely';
import type { Database } from '../database.ts';
import type { Schema } from '../schema.ts';
import { refuseUnstorableTexts } from '../storable.ts';
import { appendLines } from './append-lines.ts';
import { everyStep, type Pause } from './runs.ts';

export async function isPaused(db: Transaction<Schema>, step: string): Promise<boolean> {
  const row = await db.selectFrom('pause').select('step').where('step', 'in', [step, everyStep]).executeTakeFirst();
  return row !== undefined;
}

export async function storedPauses(db: Transaction<Schema>): Promise<Pause[]> {
  const rows = await db.selectFrom('pause').selectAll().orderBy('step').execute();
  return rows.map(({ step, paused_by, because, paused_at }) => ({ step, by: paused_by, because, at: paused_at }));
}

export async function pauseStep(
  database: Database,
  pause: Pick<Pause, 'step' | 'by' | 'because'>,
  now: string,
): Promise<boolean> {
  refuseUnstorableTexts([pause.step, pause.by, pause.because]);
  return database.write((db) => addPause(db, pause, now));
}

/** The same in a transaction that does more. */
export async function addPause(
  db: Transaction<Schema>,
  { step, by, because }: Pick<Pause, 'step' | 'by' | 'because'>,
  now: string,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('pause')
    .values({ step, paused_by: by, because, paused_at: now })
    .onConflict((c) => c.column('step').doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  await appendLines(db, [{ by, action: 'step.paused', subject: subjectOf(step), detail: { because } }], now);
  return true;
}

export async function resumeStep(database: Database, step: string, by: string, now: string): Promise<boolean> {
  refuseUnstorableTexts([step, by]);
  return database.write(async (db) => {
    const { numDeletedRows } = await db.deleteFrom('pause').where('step', '=', step).executeTakeFirst();
    if (numDeletedRows !== 1n) return false;
    await appendLines(db, [{ by, action: 'step.resumed', subject: subjectOf(step), detail: {} }], now);
    return true;
  });
}

function subjectOf(step: string): string {
  return `schedule/${step}`;
}
