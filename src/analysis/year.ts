import { columnReturns } from '../model/column-returns.ts';
import type { Exact } from '../model/exact.ts';
import { type Period, yearTo } from '../model/period.ts';
import { type Plan, targetsOf } from '../model/plan.ts';
import type { Return } from '../model/return.ts';
import type { Settings } from '../model/settings.ts';
import { type Composite, compositeOf, compositeOfReported } from './composite.ts';
import { type Judged, judgeTasks } from './judged.ts';
import { defaultRule, paceAt } from './pace.ts';

/** A plan and the returns that were made under it; targets are known by the ids of the plan in force now. */
export interface PlanThen {
  readonly plan: Plan;
  readonly returns: readonly Return[];
}

/** A month of the year by the plan that was in force in it. */
export interface MonthJudged {
  readonly period: Period;
  /** The default rule's. */
  readonly pace: Exact;
  readonly tasks: readonly Judged[];
  readonly columns: ReadonlyMap<string, Composite>;
}

export type JudgingSettings = Pick<Settings, 'pace' | 'lights' | 'composite'>;

/**
 * The months of the year up to this one, from the first that anybody reported; one that nobody reported in between is among
 * them. `planAt` gives what held in a month.
 */
export function judgeYear(
  period: Period,
  planAt: (period: Period) => PlanThen,
  settings: JudgingSettings,
): [...MonthJudged[], MonthJudged] {
  const year = yearTo(period);
  const first = year.findIndex((month) =>
    planAt(month)
      .returns.map((each) => each.period)
      .includes(month),
  );
  const earlier = first === -1 ? [] : year.slice(first, -1);
  return [
    ...earlier.map((month) => judgeMonth(planAt(month), month, settings)),
    judgeMonth(planAt(period), period, settings),
  ];
}

/** One month by its plan. */
export function judgeMonth({ plan, returns }: PlanThen, period: Period, settings: JudgingSettings): MonthJudged {
  const tasks = judgeTasks(plan, columnReturns(plan, returns, period), period, settings);
  const byColumn = Map.groupBy(tasks, ({ column }) => column);
  return {
    period,
    pace: paceAt(defaultRule(settings.pace), period),
    tasks,
    columns: new Map(plan.columns.map(({ name }) => [name, compositeOf(byColumn.get(name) ?? [], settings.composite)])),
  };
}

/** The composites of lead units in a month. */
export function leadUnitComposites(
  { tasks }: Pick<MonthJudged, 'tasks'>,
  names: readonly string[],
  settings: JudgingSettings,
): ReadonlyMap<string, Composite> {
  const of = (name: string) => tasks.filter(({ target }) => target.leadUnits.includes(name));
  return new Map(names.map((name) => [name, compositeOfReported(of(name), settings.composite)]));
}

/** Lead units in the order in which they first appear in the plan. */
export function leadUnitsOf(plan: Plan): string[] {
  return [...new Set(targetsOf(plan).flatMap(({ target }) => target.leadUnits))];
}
