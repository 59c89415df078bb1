import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Place } from '../../model/document.ts';
import type { Plan } from '../../model/plan.ts';
import type { NewReturn, ReturnEntry } from '../../model/return.ts';
import { columnsOf } from '../form-columns.ts';
import { tasksOf } from '../form-tasks.ts';
import { reporterNamed } from '../reporters.ts';
import { figureBlank } from './answer-problems.ts';
import { checkTop } from './check-top.ts';
import { matchRows } from './match-rows.ts';
import { formEmpty, reporterUnknown } from './problems.ts';
import { readAnswer } from './read-answer.ts';
import type { RecognisedForm } from './recognise-form.ts';

export interface FormReading {
  /** What was answered and can be told; null where nothing of the form can be used. */
  readonly answer: NewReturn | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * A returned form as a return. The plan is the one that the form was made for. Rows may stand in any order; a form with rows or
 * columns removed or added is refused as a whole, a row that cannot be told alone.
 */
export function readForm(form: RecognisedForm, plan: Plan, source: string): FormReading {
  const { identity, sheet, head } = form;
  const whole: Place = { source, part: sheet.name, row: null, column: null };
  const reporter = reporterNamed(plan, identity.reporter);
  const refused = (...diagnostics: Diagnostic[]): FormReading => ({ answer: null, diagnostics });
  if (reporter === null) return refused(...form.diagnostics, reporterUnknown({ reporter: identity.reporter }, whole));
  const spoilt = spoiltCells(form.diagnostics);
  if (spoilt === null) return refused(...form.diagnostics);
  const top = checkTop(form, source);
  const columns = columnsOf(reporter);
  const { rows, diagnostics } = matchRows(form, columns, tasksOf(plan, reporter), source);
  const found = [...form.diagnostics, ...top, ...diagnostics];
  if (rows.length === 0 || top.some(({ severity }) => severity === 'error')) return refused(...found);
  const answers = rows.map((row) => readAnswer(row, columns, identity, spoilt));
  const entries = answers.flatMap(({ entry }) => entry ?? []);
  found.push(...answers.flatMap((answer) => answer.diagnostics));
  if (answers.every(({ entry }) => entry !== null && isBlank(entry)))
    return refused(...found, formEmpty({ reporter: reporter.name }, whole));
  const blank = entries.filter(({ mark }) => mark === '');
  if (blank.length > 0)
    found.push(
      figureBlank({ targets: blank.map(({ target }) => target).join('、') }, blank[0]?.at ?? whole, {
        period: identity.period,
      }),
    );
  const { period, cutoff, sample } = identity;
  const at = { ...whole, row: head.row };
  return {
    answer: { reporter: reporter.name, period, revision: null, cutoff, sample, entries, at },
    diagnostics: found,
  };
}

/** Places of errors that the reader found, as `row,column`; null where one of them is not of a single cell. */
function spoiltCells(diagnostics: readonly Diagnostic[]): ReadonlySet<string> | null {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.some(({ at }) => at === null || at.row === null || at.column === null)) return null;
  return new Set(errors.map(({ at }) => `${at?.row},${at?.column}`));
}

/** Nothing was written; a dash that stands where no number is asked does not count. */
function isBlank({ cumulative, mark, fallReason, problems, nextSteps }: ReturnEntry): boolean {
  return cumulative === null && (mark === '' || mark === '—') && !fallReason && !problems && !nextSteps;
}
