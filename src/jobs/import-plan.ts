import type { Diagnostic } from '../model/diagnostic.ts';
import { DataError } from '../model/errors/data-error.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import { type Period, periodOf, yearOf } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';
import type { Settings } from '../model/settings.ts';
import { graded } from '../month/check-catalogue.ts';
import { judgePlan } from '../month/judge-plan.ts';
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
  /** With the decisions on them. An error among them keeps forms and months back until somebody decides on it. */
  readonly diagnostics: readonly Diagnostic[];
  /** The version that was in force until now in the month from which this one holds; null where there was none. */
  readonly before: PlanVersion | null;
  readonly changes: readonly PlanChange[];
}

/**
 * Stores a plan, its columns named by the `columns.yaml` beside it, as a version of its year, as printed. What a person may decide
 * on does not stop it: nobody could decide on a plan that is nowhere. DataError where it cannot be read or judged, UsageError where
 * year and month do not fit it.
 */
export async function importPlan(options: PlanImportOptions): Promise<PlanImport> {
  const { store, now, documentNumber, checks = {} } = options;
  const file = await loadFile(options.file);
  const names = await registryBeside(options.file);
  const reading = readPlanFile(file, names?.registry ?? null);
  if (reading.plan === null) throw new DataError(graded(reading.diagnostics, checks));
  const { year, effective } = whenOf(reading.plan, options);
  const plan = { ...reading.plan, year };
  const readings = { plan, planDiagnostics: reading.diagnostics, decisions: await store.decisions() };
  const { diagnostics } = judgePlan(readings, { year, asOf: null, checks });
  if (diagnostics.some(({ severity, binding }) => severity === 'error' && binding)) throw new DataError(diagnostics);
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
