import type { Diagnostic } from '../model/diagnostic.ts';
import type { ExplainedKind } from '../model/explained.ts';
import type { Period } from '../model/period.ts';
import type { Plan, PlanInForce } from '../model/plan.ts';
import type { Return } from '../model/return.ts';
import type { Settings } from '../model/settings.ts';

/** What every check is: the kinds of problems that it finds, and how. Pure; throws on no data that could be read. */
interface Check<Input> {
  readonly problems: readonly ExplainedKind[];
  find(input: Input): Diagnostic[];
}

/** Looks at a plan alone. */
export type PlanCheck = Check<Plan>;

/** One month's returns against the plan. */
export interface MonthData {
  readonly plan: Plan;
  readonly period: Period;
  /** Every return that was loaded, all months and revisions. */
  readonly returns: readonly Return[];
  /** Column → what counts for it, for this month and for the month before; lead units' figures of a column are among them. */
  readonly current: ReadonlyMap<string, Return>;
  readonly previous: ReadonlyMap<string, Return>;
  /** The versions of the year's plan up to the month, oldest first; empty where only one is known. */
  readonly planVersions: readonly PlanInForce[];
  /** What an office says of its cut-off day and of the course of its targets; what findings weigh is not for a check to know. */
  readonly settings: Pick<Settings, 'cutoffDay' | 'pace'>;
}

/** Looks at a month. */
export interface MonthCheck extends Check<MonthData> {
  /** Set where one return is enough to judge by; such a check is asked already when the return comes in. */
  readonly ofOneReturn?: true;
  /** Set where it looks at what the store does not keep of a return: what it finds then is kept with the return instead. */
  readonly ofUnstored?: true;
}
