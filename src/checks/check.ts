import type { Diagnostic } from '../model/diagnostic.ts';
import type { Period } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';
import type { Return } from '../model/return.ts';

/** Looks at a plan alone. Pure; never throws on any plan that could be read. */
export type PlanCheck = (plan: Plan) => Diagnostic[];

/** One month's returns against the plan. */
export interface MonthData {
  readonly plan: Plan;
  readonly period: Period;
  /** Every return that was loaded, all months and revisions. */
  readonly returns: readonly Return[];
  /** Column → what counts for it, for this month and for the month before; lead units' figures of a column are among them. */
  readonly current: ReadonlyMap<string, Return>;
  readonly previous: ReadonlyMap<string, Return>;
}

/** Looks at a month. Pure; never throws on any returns that could be read. */
export type MonthCheck = (month: MonthData) => Diagnostic[];
