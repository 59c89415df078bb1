import { type Plan, type Target, targetsOf } from '../model/plan.ts';

/** Each target of two plans with the one that it is in the other: of those that say the same the one with its number first. */
export function pairsOf(before: Plan, after: Plan): (readonly [Target | null, Target | null])[] {
  const left = new Set(targetsOf(before).map(({ target }) => target));
  const open = targetsOf(after).map(({ target }) => target);
  const former = new Map<Target, Target>();
  const likenesses: readonly ((a: Target, b: Target) => boolean)[] = [
    (a, b) => a.id === b.id && keyOf(a) === keyOf(b),
    (a, b) => keyOf(a) === keyOf(b),
    // Worded anew, but under the same number.
    (a, b) => a.id === b.id,
  ];
  for (const alike of likenesses)
    for (const target of open) {
      const found = former.has(target) ? undefined : [...left].find((one) => alike(one, target));
      if (found === undefined) continue;
      former.set(target, found);
      left.delete(found);
    }
  return [
    ...open.map((target) => [former.get(target) ?? null, target] as const),
    ...[...left].map((target) => [target, null] as const),
  ];
}

/** A task is known by its words without figures, and by its unit. */
function keyOf({ clause, text, quantity }: Target): string {
  return `${clause.replaceAll(/\d+(?:\.\d+)?[万亿]?/g, '')} ${quantity?.unit ?? text}`;
}
