import type { Selectable, Transaction } from 'kysely';
import type { Diagnostic } from '../model/diagnostic.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import { type Period, yearOf } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';
import { sha256 } from '../model/sha256.ts';
import type { Database } from './database.ts';
import { storeError } from './failures.ts';
import { keepReading, prepared } from './keep-reading.ts';
import type { PlanVersionRow, ReadingRow, Schema } from './schema.ts';
import type { PlanSaved, PlanToSave, PlanVersion, StoredPlan } from './store.ts';

/** Stores a plan as the next version of its year, unless it says what the last one with its effective month says. */
export async function savePlan(database: Database, given: PlanToSave, now: string): Promise<PlanSaved> {
  const { plan, effective } = given;
  const year = yearOf(effective);
  if (plan.year !== null && plan.year !== year)
    throw new UsageError({
      'zh-CN': `任务分解表是${plan.year}年的，不能从${effective}起施行`,
      en: `the plan is of ${plan.year}, it cannot be in force from ${effective}`,
    });
  const json = JSON.stringify(plan);
  const digest = sha256(json);
  const documentNumber = given.documentNumber ?? '';
  const file = prepared(given.file);
  return database.write(async (db) => {
    const versions = await db
      .selectFrom('plan_version')
      .select(['version', 'effective_month', 'document_number', 'plan_sha256'])
      .where('year', '=', year)
      .orderBy('version')
      .execute();
    const last = versions.findLast((one) => one.effective_month === effective);
    if (last?.plan_sha256 === digest && last.document_number === documentNumber)
      return { outcome: 'unchanged', year, version: last.version };
    const version = (versions.at(-1)?.version ?? 0) + 1;
    const row: PlanVersionRow = {
      year,
      version,
      effective_month: effective,
      document_number: documentNumber,
      plan: json,
      plan_sha256: digest,
      reading_id: await keepReading(db, file, now),
    };
    await db.insertInto('plan_version').values(row).execute();
    return { outcome: 'stored', year, version };
  });
}

/** The plan in force in a month; null where the year has none yet. */
export async function planInForce(db: Transaction<Schema>, where: string, period: Period): Promise<StoredPlan | null> {
  const row = await versions(db)
    .where('year', '=', yearOf(period))
    .where('effective_month', '<=', period)
    .orderBy('effective_month', 'desc')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? storedPlan(row, where) : null;
}

export async function planVersion(
  db: Transaction<Schema>,
  where: string,
  year: number,
  version: number,
): Promise<StoredPlan | null> {
  const row = await versions(db).where('year', '=', year).where('version', '=', version).executeTakeFirst();
  return row ? storedPlan(row, where) : null;
}

export async function planVersions(db: Transaction<Schema>, year: number): Promise<PlanVersion[]> {
  return (await versions(db).where('year', '=', year).orderBy('version').execute()).map(versionOf);
}

type Row = Selectable<PlanVersionRow> & Omit<Selectable<ReadingRow>, 'id'>;

function versions(db: Transaction<Schema>) {
  return db
    .selectFrom('plan_version')
    .innerJoin('reading', 'reading.id', 'plan_version.reading_id')
    .selectAll('plan_version')
    .select(['document_sha256', 'name', 'read_at', 'diagnostics']);
}

function versionOf(row: Row): PlanVersion {
  return {
    year: row.year,
    version: row.version,
    effective: row.effective_month as Period,
    documentNumber: row.document_number === '' ? null : row.document_number,
    sha256: row.plan_sha256,
    source: { name: row.name, sha256: row.document_sha256, readAt: row.read_at, reading: row.reading_id },
  };
}

/** A damaged disk must not turn into another target: the plan is what was stored, or an error. */
function storedPlan(row: Row, where: string): StoredPlan {
  if (sha256(row.plan) !== row.plan_sha256)
    throw storeError('broken', where, new Error(`plan ${row.year}/${row.version}`));
  const plan = JSON.parse(row.plan) as Plan;
  return { ...versionOf(row), plan, diagnostics: JSON.parse(row.diagnostics) as Diagnostic[] };
}
