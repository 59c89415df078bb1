import type { Correction, DecidedFigure, Decision } from '../model/decision.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Plan } from '../model/plan.ts';
import type { Return } from '../model/return.ts';
import { correctPlan } from './correct-plan.ts';
import { correctReturns } from './correct-returns.ts';
import { keyOf, standing } from './subject.ts';
import { toldOf } from './told.ts';

/** A year's plan and returns with the corrections that hold. */
export interface Corrected<R extends Return = Return> {
  readonly plan: Plan;
  readonly returns: readonly R[];
  /** The corrections that were applied, each told as a diagnostic about its figure. */
  readonly applied: readonly { readonly decision: Decision; readonly told: Diagnostic }[];
}

/**
 * Puts corrected figures in place of those that they were decided on, and keeps these beside them (`corrected`). A correction is
 * applied only while the figure is still the one that it replaced, its target is still the same, and its unit is the task's; of
 * two for one figure the last counts. The decisions are those of the plan's year.
 */
export function correct<R extends Return>(
  plan: Plan,
  returns: readonly R[],
  decisions: readonly Decision[],
): Corrected<R> {
  const corrections = standing(decisions).flatMap((decision) => {
    const { kind, figure } = decision;
    return kind === 'correct' && figure ? [{ decision, figure }] : [];
  });
  let corrected: { plan: Plan; returns: readonly R[] } = { plan, returns };
  const applied: Corrected['applied'][number][] = [];
  // Figures of the plan first: what was reported is measured in their units.
  for (const { decision, figure } of corrections.sort((a, b) => orderOf(a.figure) - orderOf(b.figure))) {
    const next = applyTo(corrected, decision, figure);
    if (next === null) continue;
    corrected = next.corrected;
    applied.push({ decision, told: toldOf(decision, figure, next.target, next.at) });
  }
  return { ...corrected, applied: inOrderOf(applied) };
}

function applyTo<R extends Return>(
  { plan, returns }: { plan: Plan; returns: readonly R[] },
  decision: Decision,
  figure: DecidedFigure,
) {
  const { value, was } = decision;
  if (value === null) return null;
  const correction: Correction = { was, decision };
  if (figure.period === null) {
    const next = correctPlan(plan, figure, value, correction);
    return next && { corrected: { plan: next.plan, returns }, target: next.target, at: next.at };
  }
  const next = correctReturns(plan, returns, { ...figure, period: figure.period }, value, correction);
  return next && { corrected: { plan, returns: next.returns }, target: next.target, at: next.at };
}

/** Without the diagnostics of reading that an applied correction has answered: the figure that they spoke of does not count. */
export function withoutCorrected(diagnostics: readonly Diagnostic[], applied: Corrected['applied']): Diagnostic[] {
  const answered = new Set(applied.map(({ decision }) => keyOf(decision)));
  return diagnostics.filter((d) => !answered.has(keyOf(d)));
}

function orderOf({ period }: DecidedFigure): number {
  return period === null ? 0 : 1;
}

/** In an order that the order of deciding has no part in. */
function inOrderOf(applied: Corrected['applied'][number][]): Corrected['applied'] {
  const keyed = applied.map((one) => ({
    one,
    key: JSON.stringify([one.told.about.period ?? '', one.told.data['what']]),
  }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ one }) => one);
}
