import { checkPlan } from '../checks/index.ts';
import { type Diagnostic, hasErrors } from '../model/diagnostic.ts';
import { DataError } from '../model/errors/data-error.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import { type Period, periodOf, yearOf } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';
import type { Settings } from '../model/settings.ts';
import { graded } from '../month/check-catalogue.ts';
import { readPlanFile } from '../month/pipeline.ts';
import { diffPlans, type PlanChange } from '../plan/diff-plans.ts';
import { registryBeside } from '../sources/column-registry.ts';
import { loadFile } from '../sources/data-folder.ts';
import type { PlanSaved, PlanVersion, Store } from '../store/store.ts';

export interface PlanImportOptions {
  readonly file: string;
  readonly store: Store;
  /** Null for the year that the title names. */
  readonly year: number | null;
  /** First month in which the plan holds; null for January. */
  readonly effective: Period | null;
  /** 文号 of the notice that brought the change; null for none. */
  readonly documentNumber: string | null;
  /** What the office's settings say of checks; every one weighs what it does by itself unless told. */
  readonly checks?: Settings['checks'];
  /** ISO UTC time. */
  readonly now: string;
}

export interface PlanImport {
  readonly saved: PlanSaved;
  readonly plan: Plan;
  readonly effective: Period;
  readonly diagnostics: readonly Diagnostic[];
  /** The version that was in force until now in the month from which this one holds; null where there was none. */
  readonly before: PlanVersion | null;
  readonly changes: readonly PlanChange[];
}

/**
 * Stores a plan, its columns named by the `columns.yaml` beside it, as a version of its year. DataError where it has errors,
 * UsageError where year and month do not fit it.
 */
export async function importPlan(options: PlanImportOptions): Promise<PlanImport> {
  const { store, now, documentNumber } = options;
  const file = await loadFile(options.file);
  const names = await registryBeside(options.file);
  const reading = readPlanFile(file, names?.registry ?? null);
  const found = [...reading.diagnostics, ...(reading.plan ? checkPlan(reading.plan) : [])];
  const diagnostics = graded(found, options.checks ?? {});
  if (reading.plan === null || hasErrors(diagnostics)) throw new DataError(diagnostics);
  const { year, effective } = whenOf(reading.plan, options);
  const plan = { ...reading.plan, year };
  const before = await store.plan(effective);
  const { name, bytes } = file;
  const toSave = { plan, file: { name, bytes, diagnostics: reading.diagnostics }, effective, documentNumber };
  const saved = await store.savePlan(toSave, now);
  return { saved, plan, effective, diagnostics, before, changes: before ? diffPlans(before.plan, plan) : [] };
}

function whenOf(plan: Plan, { year: named, effective: from }: PlanImportOptions): { year: number; effective: Period } {
  const year = plan.year ?? named ?? (from === null ? null : yearOf(from));
  if (year === null)
    throw new UsageError({
      'zh-CN': '任务分解表的标题中没有年份；请用 --year 写明，如 --year 2023',
      en: 'the title of the plan names no year; give it with --year',
    });
  if (named !== null && named !== year)
    throw new UsageError({
      'zh-CN': `任务分解表是${year}年的，与 --year ${named} 不符`,
      en: `the plan is of ${year}, not of --year ${named}`,
    });
  const effective = from ?? periodOf(year, 1);
  if (yearOf(effective) === year) return { year, effective };
  throw new UsageError({
    'zh-CN': `任务分解表是${year}年的，不能从${effective}起施行`,
    en: `the plan is of ${year}, it cannot be in force from ${effective}`,
  });
}
