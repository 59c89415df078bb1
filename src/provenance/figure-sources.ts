import type { Month } from '../briefings/month.ts';
import { columnReturns } from '../model/column-returns.ts';
import type { Place } from '../model/document.ts';
import type { Period } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';
import { latestReturns, type Return, type ReturnEntry } from '../model/return.ts';

/** The cumulative figure of a task that counts, or what stands in its place, and the return that it was read from. */
export interface FigureSource {
  readonly entry: ReturnEntry;
  /** As it came in: its reporter may be a lead unit. */
  readonly given: Return;
  /** True where a lead unit's figure stands in for the column's own. */
  readonly standsIn: boolean;
}

/** Of a column and a target; null where nobody said anything. */
export type FigureSources = (column: string, target: string) => FigureSource | null;

/** Where the figures of a month that count were read: the same ones that judging takes. */
export function figureSources(plan: Plan, returns: readonly Return[], period: Period): FigureSources {
  // An entry keeps its place wherever it goes, and so its return can be told again.
  const givenAt = new Map<Place, Return>();
  for (const given of latestReturns(returns, period).values())
    for (const entry of given.entries) givenAt.set(entry.at, given);
  const found = new Map<string, FigureSource>();
  for (const [column, counted] of columnReturns(plan, returns, period))
    for (const entry of counted.entries) {
      const given = givenAt.get(entry.at);
      // Of two entries for one target the last counts, as in judging.
      if (given && (entry.cumulative !== null || !found.get(key(column, entry.target))?.entry.cumulative))
        found.set(key(column, entry.target), { entry, given, standsIn: given.reporter !== column });
    }
  return (column, target) => found.get(key(column, target)) ?? null;
}

const known = new WeakMap<Month, FigureSources>();

/** Those of a judged month, worked out once. */
export function sourcesOf(month: Month): FigureSources {
  const made = known.get(month) ?? figureSources(month.plan, month.returns, month.period);
  known.set(month, made);
  return made;
}

function key(column: string, target: string): string {
  return `${target}\n${column}`;
}
