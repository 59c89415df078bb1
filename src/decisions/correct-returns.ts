import type { Correction, DecidedFigure } from '../model/decision.ts';
import type { Place } from '../model/document.ts';
import type { Period } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';
import type { Quantity } from '../model/quantity.ts';
import { latestReturns, type Return, type ReturnEntry } from '../model/return.ts';
import { sameQuantity } from './correct-plan.ts';
import { reportedOf, targetOf, unitFor } from './locate.ts';

type ReportedFigure = DecidedFigure & { readonly period: Period };

interface CorrectedReturns<R extends Return> {
  readonly returns: readonly R[];
  readonly target: string;
  readonly at: Place;
}

/** The returns with one figure replaced; null where it is not the one that was decided on. */
export function correctReturns<R extends Return>(
  plan: Plan,
  returns: readonly R[],
  figure: ReportedFigure,
  value: Quantity,
  correction: Correction,
): CorrectedReturns<R> | null {
  const { period, column: reporter } = figure;
  const target = targetOf(plan, figure);
  if (target === null || reporter === null || value.unit !== unitFor(target, figure)) return null;
  if (figure.leftOutOf !== null) return filledIn(returns, { ...figure, target: target.id }, value, correction);
  const found = reportedOf(plan, returns, { period, reporter, target: target.id });
  if (!found?.entry.cumulative || !correction.was || !sameQuantity(found.entry.cumulative, correction.was)) return null;
  const { from, entry } = found;
  const entries = from.entries.map((one) =>
    one === entry ? { ...entry, cumulative: value, corrected: correction } : one,
  );
  return { returns: replaced(returns, from, entries), target: target.id, at: entry.at };
}

/** A figure that was not let in has no entry; it gets one in the return that it was left out of, as long as that one counts. */
function filledIn<R extends Return>(
  returns: readonly R[],
  { target, column, period, leftOutOf }: ReportedFigure,
  value: Quantity,
  correction: Correction,
): CorrectedReturns<R> | null {
  const from = latestReturns(returns, period).get(column ?? '') as R | undefined;
  if (from?.revision !== leftOutOf || from.entries.some((entry) => entry.target === target)) return null;
  const { at } = from;
  const entry = { target, cumulative: value, mark: null, remark: '', corrected: correction, at };
  return { returns: replaced(returns, from, [...from.entries, entry]), target, at };
}

function replaced<R extends Return>(returns: readonly R[], from: R, entries: readonly ReturnEntry[]): R[] {
  return returns.map((one) => (one === from ? { ...one, entries } : one));
}
