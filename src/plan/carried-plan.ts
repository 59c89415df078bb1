import type { Plan, Target } from '../model/plan.ts';
import type { Return } from '../model/return.ts';
import { type Likeness, matchTargets } from './match-targets.ts';

/** A plan with what was reported under it. */
export interface PlanWithReturns {
  readonly plan: Plan;
  readonly returns: readonly Return[];
}

/**
 * An earlier plan and its returns, whole, with the ids that their targets have in the plan of now. Targets that are gone stay, under an id that no
 * plan gives, so that a month can still be judged by all that was asked in it.
 */
export function carriedPlan(then: PlanWithReturns, now: Plan, likeness: Likeness): PlanWithReturns {
  const { pairs } = matchTargets(then.plan, now, likeness);
  const ids = new Map(pairs.map(({ before, after }) => [before.target.id, after.target.id]));
  const idOf = (id: string) => ids.get(id) ?? `${id}（原）`;
  const carried = (target: Target): Target => ({
    ...target,
    id: idOf(target.id),
    partOf: target.partOf === null ? null : idOf(target.partOf),
  });
  return {
    plan: {
      ...then.plan,
      projects: then.plan.projects.map((project) => ({ ...project, targets: project.targets.map(carried) })),
    },
    returns: then.returns.map((one) => ({
      ...one,
      entries: one.entries.map((entry) => ({ ...entry, target: idOf(entry.target) })),
    })),
  };
}
