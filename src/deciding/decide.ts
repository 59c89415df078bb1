import { figureToCorrect } from '../decisions/figure-to-correct.ts';
import { decisionCodes } from '../decisions/problems.ts';
import { keyOf } from '../decisions/subject.ts';
import { loadTheme, ownTemplates } from '../house-style/house-style.ts';
import type { Decision, NewDecision } from '../model/decision.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { DataError } from '../model/errors/data-error.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import { type Period, yearOf } from '../model/period.ts';
import { judgePlan } from '../month/judge-plan.ts';
import { judgeMonth } from '../month/pipeline.ts';
import type { MonthInputs, MonthSource } from '../sources/month-source.ts';
import type { DecisionKeeper } from './keeper.ts';
import type { Answer, Question } from './question.ts';
import { candidatesText, noYear, onlyCorrected, termPassed } from './refusals.ts';

export interface DecideOptions extends Question {
  readonly source: MonthSource;
  readonly keeper: DecisionKeeper;
  readonly answer: Answer;
  readonly by: string;
  readonly because: string;
  /** ISO date. */
  readonly decided: string;
}

export interface Decided {
  readonly decision: Decision;
  /** What is said of it from now on; empty where nothing is. */
  readonly effect: readonly Diagnostic[];
  /** How many errors still stop the month, or the plan. */
  readonly errors: number;
}

/** Records a decision on one problem. UsageError where none or several are meant, or the answer does not fit; nothing is recorded then. */
export async function decide(options: DecideOptions): Promise<Decided> {
  const { source, keeper, month, answer, by, because, decided } = options;
  if (answer.kind === 'postpone' && answer.until < decided) throw termPassed(answer.until, decided);
  const inputs = await source.load(month ?? monthIn(decided));
  const { plan } = inputs.readings;
  if (plan === null) throw new DataError(inputs.readings.planDiagnostics);
  const year = month === null ? plan.year : yearOf(month);
  if (year === null) throw noYear();
  const found = await findingsOf(inputs, month, year);
  const question = oneOf(found, options);
  if (question.binding && answer.kind !== 'correct') throw onlyCorrected(question);
  const correction =
    answer.kind === 'correct'
      ? figureToCorrect(question, answer.text, {
          ...inputs.readings,
          plan,
          column: options.column,
          fillIn: keeper.keepsReturns,
        })
      : { figure: null, value: null, was: null };
  if ('refused' in correction) throw new UsageError(correction.refused);
  const { code, about, data, message } = question;
  const given: NewDecision = {
    ...{ kind: answer.kind, year, code, about, data, finding: message['zh-CN'], ...correction },
    ...{ by, because, decided, until: answer.kind === 'postpone' ? answer.until : null },
  };
  const decision = await keeper.record(given);
  const readings = { ...inputs.readings, decisions: [...inputs.readings.decisions, decision] };
  const after = await findingsOf({ ...inputs, readings }, month, year);
  return {
    decision,
    effect: after.filter((d) => d.decision?.id === decision.id || keyOf(d) === keyOf(question)),
    errors: after.filter(({ severity }) => severity === 'error').length,
  };
}

async function findingsOf(
  { readings, settings, templates }: MonthInputs,
  month: Period | null,
  year: number,
): Promise<readonly Diagnostic[]> {
  if (month === null) return judgePlan(readings, { year, asOf: null, checks: settings.checks }).diagnostics;
  const { marks } = await loadTheme(templates ?? ownTemplates);
  return judgeMonth(readings, { period: month, settings, marks, issued: null }).diagnostics;
}

/** The one problem that is meant; UsageError lists those that may be. */
function oneOf(found: readonly Diagnostic[], asked: Question & { readonly answer: Answer }): Diagnostic {
  const open = found.filter(({ code }) => !decisionCodes.includes(code));
  const ofTarget = open.filter(
    ({ code, about }) =>
      code === asked.code &&
      (asked.target === null || about.target === (asked.target === '-' ? undefined : asked.target)),
  );
  const ofColumn = ofTarget.filter(({ about }) => asked.column === null || about.column === asked.column);
  // A sum that is wrong may be put right in a column of its own.
  const inRow = asked.answer.kind === 'correct' ? ofTarget.filter(({ about }) => about.column === undefined) : [];
  const meant = [...new Map((ofColumn.length > 0 ? ofColumn : inRow).map((d) => [keyOf(d), d])).values()];
  const only = asked.nth === null ? (meant.length === 1 ? meant[0] : undefined) : meant[asked.nth - 1];
  if (only !== undefined) return only;
  throw candidatesText(meant, open, asked);
}

function monthIn(date: string): Period {
  return date.slice(0, 7) as Period;
}
