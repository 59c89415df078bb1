import type { Background } from '../analysis/assess.ts';
import type { Period } from '../model/period.ts';
import type { Plan, PlanInForce } from '../model/plan.ts';
import type { Return } from '../model/return.ts';
import { carriedPlan, type PlanWithReturns } from '../plan/carried-plan.ts';

/** A version of the plan with the returns of the months in which it was in force, by its own ids. */
export interface VersionInForce extends PlanInForce {
  readonly returns: readonly Return[];
}

interface Readings {
  readonly planVersions: readonly VersionInForce[];
  readonly lastYear: PlanWithReturns | null;
}

/** What lies behind a month that is judged by `plan`: the versions before it, each for its own months, and the year before. */
export function backgroundOf(plan: Plan, { planVersions, lastYear }: Readings): Background {
  // The last one is the plan itself, whose returns have been carried into its ids already.
  const earlier = planVersions.slice(0, -1).map((version) => carriedPlan(version, plan, 'versions'));
  return {
    planAt: (period) => earlier[versionAt(planVersions, period)] ?? null,
    lastYear: lastYear && carriedPlan(lastYear, plan, 'years'),
  };
}

/** Index of the version in force in a month; -1 before the first. */
function versionAt(versions: readonly VersionInForce[], period: Period): number {
  return versions.findLastIndex(({ effective }) => effective <= period);
}
