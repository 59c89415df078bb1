import type { Period } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';

/** A version of a year's plan, and the digest by which a form names it. */
export interface KnownPlan {
  readonly plan: Plan;
  readonly digest: string;
  /** Null where the plan comes from a file and has no number. */
  readonly version: PlanVersionName | null;
}

export interface PlanVersionName {
  readonly number: number;
  readonly effective: Period;
  readonly documentNumber: string | null;
}

/** The plans that a month's returns can be about. */
export interface PlansOfMonth {
  /** Null where the month has none yet. */
  readonly inForce: KnownPlan | null;
  /** Every version of the year. */
  readonly versions: readonly KnownPlan[];
}
