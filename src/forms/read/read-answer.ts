import type { About } from '../../model/about.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { exact } from '../../model/exact.ts';
import { normaliseText } from '../../model/normalise.ts';
import { quantityText } from '../../model/quantity.ts';
import type { ReturnEntry } from '../../model/return.ts';
import { plainText } from '../../model/text.ts';
import type { FormColumn, FormColumnKey } from '../form-columns.ts';
import { type FormTask, taskKey } from '../form-tasks.ts';
import type { FormIdentity } from '../identity.ts';
import { cellChanged, previousChanged } from './answer-problems.ts';
import type { AnsweredRow } from './match-rows.ts';
import { figureOf } from './read-figure.ts';

export interface Answer {
  /** Null where the row cannot be told. */
  readonly entry: ReturnEntry | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** What the cells of a task must still say; the others are numbers, answers, or the key by which the row was found. */
const printed: Readonly<Partial<Record<FormColumnKey, (task: FormTask) => string>>> = {
  name: ({ project }) => project.name,
  quantity: ({ target }) => target.text,
  lead: ({ target }) => target.leadUnits.join('、'),
  unit: ({ unit }) => unit,
  task: ({ task }) => task?.value ?? '—',
};

/** One row of a returned form. `spoilt` are cells that the reader has already refused, as `row,column`. */
export function readAnswer(
  row: AnsweredRow,
  columns: readonly FormColumn[],
  identity: FormIdentity,
  spoilt: ReadonlySet<string>,
): Answer {
  const { task } = row;
  const at = row.at('cumulative');
  const target = task.target.id;
  const about: About = { target, column: task.column ?? identity.reporter, period: identity.period };
  const content = (key: FormColumnKey) => plainText(row.cell(key)?.content ?? []);
  const held = (key: FormColumnKey) => row.cell(key)?.value?.number ?? content(key);
  const changed = columns.flatMap(({ key, label }) => {
    const expected = printed[key]?.(task);
    if (expected === undefined || sameWords(held(key), expected)) return [];
    const shown = key === 'task' && task.task ? quantityText(task.task) : expected;
    return cellChanged({ target, label, expected: shown, found: content(key) }, row.at(key), about);
  });
  const before = identity.previous.get(taskKey(task)) ?? '';
  if (!sameWords(held('previous'), before))
    changed.push(previousChanged({ target, expected: before, found: content('previous') }, row.at('previous'), about));
  if (changed.length > 0 || columns.some(({ key }) => spoilt.has(`${row.at(key).row},${row.at(key).column}`)))
    return { entry: null, diagnostics: changed };
  const { figure, diagnostics } = figureOf(task, row.cell('cumulative'), at, about);
  if (figure === null) return { entry: null, diagnostics };
  const entry: ReturnEntry = {
    target,
    ...figure,
    remark: '',
    ...(task.column === null ? {} : { column: task.column }),
    fallReason: content('fallReason').trim(),
    problems: content('problems').trim(),
    nextSteps: content('nextSteps').trim(),
    at,
  };
  return { entry, diagnostics };
}

/** Whether two texts say the same, or the same number. */
function sameWords(found: string, expected: string): boolean {
  const [a, b] = [found, expected].map((text) => normaliseText(text).replaceAll(/\s/g, ''));
  if (a === b) return true;
  const number = /^\d+(\.\d+)?$/;
  return a !== undefined && b !== undefined && number.test(a) && number.test(b) && exact(a).equals(exact(b));
}
