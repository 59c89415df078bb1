import { amountOf, type Quantity, unitBase } from './quantity.ts';
import type { ReturnEntry } from './return.ts';

/** A cumulative figure that is below last month's. */
export interface Fall {
  readonly entry: ReturnEntry;
  readonly now: Quantity;
  readonly before: Quantity;
}

/** The figures of a reporter that fall; figures in units that cannot be compared do not. */
export function fallsIn(entries: readonly ReturnEntry[], lastMonth: readonly ReturnEntry[]): Fall[] {
  const before = new Map(lastMonth.map((entry) => [figureKey(entry), entry.cumulative]));
  return entries.flatMap((entry) => {
    const now = entry.cumulative;
    const then = before.get(figureKey(entry));
    if (!now || !then || unitBase(now.unit).unit !== unitBase(then.unit).unit) return [];
    return amountOf(now).gte(amountOf(then)) ? [] : [{ entry, now, before: then }];
  });
}

/** What a figure is about: a target, and the column where the reporter names one. */
export function figureKey({ target, column }: Pick<ReturnEntry, 'target' | 'column'>): string {
  return column === undefined ? target : `${target} ${column}`;
}
