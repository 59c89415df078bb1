import { leadReturns } from '../model/column-returns.ts';
import type { DecidedFigure } from '../model/decision.ts';
import type { Period } from '../model/period.ts';
import { type Plan, type Target, targetsOf } from '../model/plan.ts';
import { latestReturns, type Return, type ReturnEntry } from '../model/return.ts';

/** The target that a figure belongs to, also where the plan counts it under another number now; null where it is gone. */
export function targetOf(plan: Plan, { target: id, clause }: Pick<DecidedFigure, 'target' | 'clause'>): Target | null {
  const same = targetsOf(plan).filter(({ target }) => target.clause === clause);
  const here = same.find(({ target }) => target.id === id);
  if (here) return here.target;
  const [only, ...others] = same;
  return only && others.length === 0 ? only.target : null;
}

/** A reported figure and the return that it stands in. */
export interface Reported<R extends Return = Return> {
  readonly from: R;
  readonly entry: ReturnEntry;
}

/**
 * The entry that counts for a reporter's target in a month: its own, or, where it gave no figure, the one that a lead unit reported
 * for it (`columnReturns` has the rule). Null where there is none.
 */
export function reportedOf<R extends Return>(
  plan: Plan,
  returns: readonly R[],
  place: { readonly period: Period; readonly reporter: string; readonly target: string },
): Reported<R> | null {
  const { period, reporter, target } = place;
  const own = latestReturns(returns, period).get(reporter) as R | undefined;
  const said = own?.entries.find((entry) => entry.target === target && entry.column === undefined);
  if (own && said?.cumulative) return { from: own, entry: said };
  for (const lead of leadReturns(plan, returns, period) as R[]) {
    const entry = lead.entries.find((one) => one.target === target && one.column === reporter && one.cumulative);
    if (entry) return { from: lead, entry };
  }
  return own && said ? { from: own, entry: said } : null;
}

/** The unit that a figure must have: that of its task for what was reported, that of the target for an allocation. */
export function unitFor(target: Target, { column, period }: Pick<DecidedFigure, 'column' | 'period'>): string | null {
  const own = target.quantity?.unit ?? null;
  if (column === null) return own;
  if (period !== null) return target.allocations[column]?.unit ?? own;
  return own ?? target.allocations[column]?.unit ?? null;
}
