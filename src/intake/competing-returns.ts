import type { Diagnostic } from '../model/diagnostic.ts';
import { periodText } from '../model/period.ts';
import type { NewReturn } from '../model/return.ts';
import { competing } from './problems.ts';

/**
 * Returns of one reporter and month that came together, say different things and do not number themselves: the order of file
 * names must not decide which one counts. Each is named in the other's problem.
 */
export function competingReturns(
  all: readonly { readonly name: string; readonly given: NewReturn }[],
): ReadonlyMap<NewReturn, Diagnostic> {
  const groups = Map.groupBy(all, ({ given }) => `${given.period} ${given.reporter}`);
  const problems = new Map<NewReturn, Diagnostic>();
  for (const group of groups.values()) {
    if (group.length < 2 || new Set(group.map(({ given }) => contentOf(given))).size === 1) continue;
    const revisions = group.map(({ given }) => given.revision);
    if (!revisions.includes(null) && new Set(revisions).size === group.length) continue;
    for (const { given } of group) {
      const other = group.find((one) => one.given !== given && contentOf(one.given) !== contentOf(given));
      // One that says what another says has that one's rivals.
      const { name, given: rival } = other ?? (group[0] as (typeof group)[number]);
      const where = rival.at.part === null ? name : `${name} ${rival.at.part}`;
      const { reporter, period } = given;
      problems.set(
        given,
        competing({ reporter, month: periodText(period), other: where }, given.at, { column: reporter, period }),
      );
    }
  }
  return problems;
}

/** What a return says, wherever its rows stand. */
function contentOf({ cutoff, entries }: NewReturn): string {
  return JSON.stringify([cutoff, entries.map(({ at: _, ...said }) => JSON.stringify(said)).sort()]);
}
