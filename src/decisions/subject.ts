import type { DecidedFigure, Decision } from '../model/decision.ts';
import type { Diagnostic } from '../model/diagnostic.ts';

type Answered = Pick<Diagnostic, 'code' | 'about'>;

/** What a diagnostic or a decision is about, as one text: its code, target, column and month. */
export function subjectOf({ code, about }: Answered): string {
  return JSON.stringify([code, about.target ?? null, about.column ?? null, about.period ?? null]);
}

/** The same with the figures: a decision answers a diagnostic where these are equal. */
export function keyOf(one: Answered & Pick<Diagnostic, 'data'>): string {
  // Whether an import went on without the figure says nothing of the figure.
  const figures = Object.entries(one.data)
    .filter(([name]) => name !== 'accepted')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `${subjectOf(one)} ${JSON.stringify(figures)}`;
}

/** The figure that a correction replaces, as one text. */
function figureKey({ target, clause, column, period }: DecidedFigure): string {
  return JSON.stringify([target, clause, column, period]);
}

/**
 * The decisions that stand, oldest first: the last of those that answer the same diagnostic, and of corrections the last of those of
 * one figure, unless it was revoked. What it had replaced does not come back by that; the question is open again.
 */
export function standing(decisions: readonly Decision[]): Decision[] {
  const last = new Map(decisions.map((decision) => [keyOf(decision), decision]));
  const lastOfFigure = new Map(
    decisions.flatMap((decision) => (decision.figure ? [[figureKey(decision.figure), decision] as const] : [])),
  );
  return decisions.filter(
    (decision) =>
      decision.revoked === null &&
      last.get(keyOf(decision)) === decision &&
      (decision.figure === null || lastOfFigure.get(figureKey(decision.figure)) === decision),
  );
}
