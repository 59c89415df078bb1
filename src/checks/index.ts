import type { Diagnostic } from '../model/diagnostic.ts';
import type { ExplainedKind } from '../model/explained.ts';
import type { Plan } from '../model/plan.ts';
import { aboveTask } from './above-task.ts';
import { allocationSum } from './allocation-sum.ts';
import { cellUnit } from './cell-unit.ts';
import type { MonthCheck, MonthData, PlanCheck } from './check.ts';
import { clauseTwice } from './clause-twice.ts';
import { columnName } from './column-name.ts';
import { correctedReturn } from './corrected-return.ts';
import { cumulativeFalls } from './cumulative-falls.ts';
import { cutoffDate } from './cutoff-date.ts';
import { figureMagnitude } from './figure-magnitude.ts';
import { leadUnit } from './lead-unit.ts';
import { leadUnitColumn } from './lead-unit-column.ts';
import { nameFigure } from './name-figure.ts';
import { noMovement } from './no-movement.ts';
import { printedRate } from './printed-rate.ts';
import { returnCopied } from './return-copied.ts';
import { returnMissing } from './return-missing.ts';
import { returnReporter } from './return-reporter.ts';
import { returnTarget } from './return-target.ts';
import { returnTwice } from './return-twice.ts';
import { returnUnit } from './return-unit.ts';
import { sameFigure } from './same-figure.ts';
import { settingsKinds } from './settings-target.ts';
import { smallTask } from './small-task.ts';
import { suddenFull } from './sudden-full.ts';
import { targetChanged } from './target-changed.ts';
import { twinRows } from './twin-rows.ts';
import { unallocated } from './unallocated.ts';

/** Every check; a new one is one file and one line here. The order is the order of 三、数据校核. */
const planChecks: readonly PlanCheck[] = [
  columnName,
  allocationSum,
  unallocated,
  cellUnit,
  nameFigure,
  clauseTwice,
  twinRows,
];
const monthChecks: readonly MonthCheck[] = [
  returnReporter,
  returnTwice,
  returnMissing,
  targetChanged,
  cutoffDate,
  returnCopied,
  returnTarget,
  returnUnit,
  leadUnit,
  leadUnitColumn,
  figureMagnitude,
  cumulativeFalls,
  noMovement,
  suddenFull,
  sameFigure,
  printedRate,
  aboveTask,
  smallTask,
  correctedReturn,
];

export { checkSettings } from './settings-target.ts';

/** The kinds of problems that checks find, in their order. */
export const checkedKinds: readonly ExplainedKind[] = [
  ...settingsKinds,
  ...[...planChecks, ...monthChecks].flatMap(({ problems }) => problems),
];

export function checkPlan(plan: Plan): Diagnostic[] {
  return planChecks.flatMap((check) => check.find(plan));
}

export function checkMonth(month: MonthData): Diagnostic[] {
  return monthChecks.flatMap((check) => check.find(month));
}

/** What one return, the only one of `month`, can be judged by alone. */
export function checkOneReturn(month: MonthData): Diagnostic[] {
  return monthChecks.flatMap((check) => (check.ofOneReturn ? check.find(month) : []));
}

/** Codes of what is only found when a return comes in, as the store does not keep what it is about. */
export const unstoredCodes: ReadonlySet<string> = new Set(
  monthChecks.flatMap(({ ofUnstored, problems }) => (ofUnstored ? problems.map(({ code }) => code) : [])),
);
