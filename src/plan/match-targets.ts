import { type Plan, type Project, type Target, targetsOf } from '../model/plan.ts';

export interface PlacedTarget {
  readonly project: Project;
  readonly target: Target;
}

/** One target in two versions of a plan. */
export interface TargetPair {
  readonly before: PlacedTarget;
  readonly after: PlacedTarget;
}

export interface MatchedTargets {
  readonly pairs: readonly TargetPair[];
  readonly added: readonly PlacedTarget[];
  readonly removed: readonly PlacedTarget[];
}

/** Two versions of one plan, or the plans of two years. */
export type Likeness = 'versions' | 'years';

type Key = (placed: PlacedTarget) => string;

/** A number alone says which target it is only in the same year: the next year's third project is another one. */
const sameNumber: Key = ({ target }) => JSON.stringify([target.id, target.quantity?.unit]);

/** What makes two targets the same one, surest first: a task is known by its words before it is known by its number. */
const likenesses: readonly Key[] = [
  ({ project, target }) => JSON.stringify([project.name, target.text, target.clause]),
  ({ target }) => JSON.stringify([wordsOf(target.clause), target.quantity?.unit ?? target.text]),
  ({ project, target }) => JSON.stringify([project.name, target.id.split('.')[1], target.quantity?.unit]),
  sameNumber,
  ({ project, target }) => JSON.stringify([project.name, target.id]),
  ({ target }) =>
    JSON.stringify([wordsOf(target.clause.replaceAll(target.quantity?.unit || target.text, '')), target.id]),
];

/** Finds each target of a plan in another version of it or in the next year's, also where projects were renumbered, renamed or moved. */
export function matchTargets(before: Plan, after: Plan, between: Likeness = 'versions'): MatchedTargets {
  const left = new Set(targetsOf(before));
  const open = new Set(targetsOf(after));
  const pairs: TargetPair[] = [];
  for (const likeness of likenesses) {
    if (between === 'years' && likeness === sameNumber) continue;
    const candidates = Map.groupBy(left, likeness);
    for (const placed of [...open]) {
      // Of several that are alike, the one with the same number, else the first in printed order.
      const alike = (candidates.get(likeness(placed)) ?? []).filter((one) => left.has(one));
      const found = alike.find(({ target }) => target.id === placed.target.id) ?? alike[0];
      if (found === undefined) continue;
      pairs.push({ before: found, after: placed });
      left.delete(found);
      open.delete(placed);
    }
  }
  return { pairs, added: [...open], removed: [...left] };
}

/** A clause without its figures: 新增托位5000个 and 新增托位5200个 speak of the same. */
function wordsOf(clause: string): string {
  return clause.replaceAll(/\d+(?:\.\d+)?/g, '0').replaceAll(/0[万亿]/g, '0');
}
