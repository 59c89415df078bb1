import type { Plan } from '../model/plan.ts';
import type { Return } from '../model/return.ts';
import { matchTargets } from './match-targets.ts';

/**
 * Returns that were made under an earlier version of the plan, by the ids of this one, so that months before a 任务调整 can be
 * compared with those after it. What was reported on targets that are gone is left out.
 */
export function carriedReturns<R extends Return>(returns: readonly R[], then: Plan, now: Plan): R[] {
  const { pairs } = matchTargets(then, now);
  const ids = new Map(pairs.map(({ before, after }) => [before.target.id, after.target.id]));
  return returns.map((one) => ({
    ...one,
    entries: one.entries.flatMap((entry) => {
      const target = ids.get(entry.target);
      return target === undefined ? [] : [{ ...entry, target }];
    }),
  }));
}
