import type { Decision } from '../model/decision.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { isExpired } from './settle.ts';
import { keyOf, standing, subjectOf } from './subject.ts';

/**
 * How a decision stands: it holds; its date is past; its figures have become others; what it was about is no more; a later one took
 * its place; it was revoked; it is not one that its question admits.
 */
export type DecisionState = 'in-force' | 'expired' | 'dead' | 'gone' | 'replaced' | 'revoked' | 'refused';

/**
 * The state of each decision, by its id, among the diagnostics that were found after corrections and before `settle`; `applied` are the
 * corrections that `correct` applied.
 */
export function statesOf(
  decisions: readonly Decision[],
  diagnostics: readonly Diagnostic[],
  applied: readonly { readonly decision: Decision }[],
  asOf: string | null,
): ReadonlyMap<string, DecisionState> {
  const stand = new Set(standing(decisions));
  const corrected = new Set(applied.map(({ decision }) => decision.id));
  const found = new Map(diagnostics.map((d) => [keyOf(d), d]));
  const subjects = new Set(diagnostics.map(subjectOf));
  const stateOf = (decision: Decision): DecisionState => {
    if (decision.revoked !== null) return 'revoked';
    if (!stand.has(decision)) return 'replaced';
    if (corrected.has(decision.id)) return 'in-force';
    const answered = found.get(keyOf(decision));
    if (answered === undefined || decision.kind === 'correct')
      return subjects.has(subjectOf(decision)) ? 'dead' : 'gone';
    if (answered.binding) return 'refused';
    return isExpired(decision, asOf) ? 'expired' : 'in-force';
  };
  return new Map(decisions.map((decision) => [decision.id, stateOf(decision)]));
}
