import type { Decision } from '../model/decision.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { dateText } from '../model/period.ts';
import { decisionDead } from './problems.ts';
import { keyOf, standing, subjectOf } from './subject.ts';
import { reasonOf } from './words.ts';

/**
 * Diagnostics with the decisions that answer them, then those decisions whose figures have become others. An accepted error, and
 * a postponed one up to its date, no longer stops publication; what is binding stays as it is. Corrections answer nothing here:
 * where one was applied (`correct`), leave it out. `asOf` is the ISO date that dates are compared with; null where none has passed yet.
 */
export function settle(
  diagnostics: readonly Diagnostic[],
  decisions: readonly Decision[],
  asOf: string | null,
): Diagnostic[] {
  const stand = standing(decisions);
  const answers = new Map(stand.filter(({ kind }) => kind !== 'correct').map((one) => [keyOf(one), one]));
  const settled = diagnostics.map((d) => {
    const decision = answers.get(keyOf(d));
    return decision === undefined ? d : answered(d, decision, asOf);
  });
  return [...settled, ...deadOnes(diagnostics, stand)];
}

/** Diagnostics with the decisions on them beside, where these decide nothing: what comes in is stored or refused by its own merits. */
export function shown(diagnostics: readonly Diagnostic[], decisions: readonly Decision[]): Diagnostic[] {
  const stand = new Map(standing(decisions).map((one) => [keyOf(one), one]));
  return diagnostics.map((d) => {
    const decision = stand.get(keyOf(d));
    return decision === undefined ? d : { ...d, decision };
  });
}

/** Whether a postponed question is overdue. */
export function isExpired({ kind, until }: Decision, asOf: string | null): boolean {
  return kind === 'postpone' && until !== null && asOf !== null && asOf > until;
}

function answered(d: Diagnostic, decision: Decision, asOf: string | null): Diagnostic {
  const { id, by, until } = decision;
  if (d.binding)
    return hinted(d, {
      'zh-CN': `该数无法判断，处理意见${id}（${by}）不能放行，须更正或退回重报。`,
      en: `The figure cannot be judged: decision ${id} (${by}) does not let it pass, only a correction or another return does.`,
    });
  if (isExpired(decision, asOf) && until !== null) {
    const late = hinted(d, {
      'zh-CN': `处理意见${id}（${by}）定于${dateText(until)}前核实处理，期限已过：${reasonOf(decision)}。`,
      en: `Decision ${id} (${by}) put it off until ${until}, which is past: ${reasonOf(decision)}.`,
    });
    return { ...late, overdue: decision };
  }
  return { ...d, severity: d.severity === 'error' ? 'warning' : d.severity, decision };
}

function hinted(d: Diagnostic, first: Diagnostic['hint']): Diagnostic {
  return { ...d, hint: { 'zh-CN': first['zh-CN'] + d.hint['zh-CN'], en: `${first.en} ${d.hint.en}` } };
}

/** For each subject with an unanswered diagnostic the last decision that was about other figures. */
function deadOnes(diagnostics: readonly Diagnostic[], stand: readonly Decision[]): Diagnostic[] {
  const keys = new Set(diagnostics.map(keyOf));
  // A correction that was not applied is dead even where the diagnostic reads the same.
  const dead = new Map(
    stand.filter((one) => one.kind === 'correct' || !keys.has(keyOf(one))).map((one) => [subjectOf(one), one]),
  );
  const answers = new Set(stand.filter(({ kind }) => kind !== 'correct').map(keyOf));
  const told = new Set<string>();
  return diagnostics.flatMap((d) => {
    const subject = subjectOf(d);
    const decision = dead.get(subject);
    if (decision === undefined || told.has(subject) || answers.has(keyOf(d))) return [];
    told.add(subject);
    const { id, by, decided, finding } = decision;
    const now = d.message['zh-CN'];
    return decisionDead({ decision: id, by, date: dateText(decided), before: finding, now }, d.at, d.about);
  });
}
