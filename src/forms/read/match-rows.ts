import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Cell, Place } from '../../model/document.ts';
import { normaliseText } from '../../model/normalise.ts';
import { plainText } from '../../model/text.ts';
import type { FormColumn, FormColumnKey } from '../form-columns.ts';
import { type FormTask, rowKey, taskKey } from '../form-tasks.ts';
import { cellsMerged, columnsChanged, rowsMissing, rowTwice, rowUnknown, textUnread } from './problems.ts';
import type { RecognisedForm } from './recognise-form.ts';
import { type SheetLine, textsOf } from './sheet-lines.ts';

/** A row of the form with the task that it answers. */
export interface AnsweredRow {
  readonly task: FormTask;
  cell(key: FormColumnKey): Cell | null;
  /** The place of a cell, also where it has none. */
  at(key: FormColumnKey): Place;
}

export interface MatchedRows {
  /** In the order of the sheet; empty where rows or columns are not those of the form. */
  readonly rows: readonly AnsweredRow[];
  readonly diagnostics: readonly Diagnostic[];
}

type Columns = ReadonlyMap<FormColumnKey, number>;

/** Finds the row of each task by its 编号, wherever rows and columns were moved; what was removed or added is named with its place. */
export function matchRows(
  { sheet, head }: Pick<RecognisedForm, 'sheet' | 'head'>,
  columns: readonly FormColumn[],
  tasks: readonly FormTask[],
  source: string,
): MatchedRows {
  const place = (row: number, column: number | null): Place => ({ source, part: sheet.name, row, column });
  const labels = textsOf(head).map(({ column, text }) => ({ column, label: normaliseText(text) }));
  const wrong = columns.flatMap(({ label }) => {
    const count = labels.filter((one) => one.label === label).length;
    return count === 1 ? [] : [columnsChanged({ label, count: String(count) }, place(head.row, null))];
  });
  if (wrong.length > 0) return { rows: [], diagnostics: wrong };
  const found: Columns = new Map(
    columns.map(({ key, label }) => [key, labels.find((one) => one.label === label)?.column ?? 0]),
  );
  const own = new Set(found.values());
  const body = sheet.lines.filter(({ row }) => row > head.row);
  const beside = [head, ...body].flatMap((line) =>
    textsOf(line)
      .filter(({ column }) => !own.has(column))
      .map(({ column, text }) => textUnread({ text: text.slice(0, 40) }, place(line.row, column))),
  );
  const merged = body.flatMap(({ row, cells }) =>
    [...cells]
      .filter(([column, { rowspan, colspan }]) => own.has(column) && rowspan * colspan > 1)
      .map(([column, cell]) => cellsMerged({ text: plainText(cell.content).slice(0, 20) }, place(row, column))),
  );
  const matched = matchTasks(body, found, tasks, place);
  const diagnostics = [...merged, ...matched.diagnostics];
  return { rows: diagnostics.length > 0 ? [] : matched.rows, diagnostics: [...diagnostics, ...beside] };
}

function matchTasks(
  body: readonly SheetLine[],
  columns: Columns,
  tasks: readonly FormTask[],
  place: (row: number, column: number | null) => Place,
): { rows: AnsweredRow[]; diagnostics: Diagnostic[] } {
  const byKey = new Map(tasks.map((task) => [taskKey(task), task]));
  const rowOf = new Map<string, number>();
  const rows: AnsweredRow[] = [];
  const diagnostics: Diagnostic[] = [];
  const own = new Set(columns.values());
  for (const line of body) {
    if (!textsOf(line).some(({ column }) => own.has(column))) continue;
    const cell = (key: FormColumnKey) => line.cells.get(columns.get(key) ?? 0) ?? null;
    const at = (key: FormColumnKey) => place(line.row, columns.get(key) ?? null);
    const text = (key: FormColumnKey) => normaliseText(plainText(cell(key)?.content ?? []));
    const key = rowKey(text('target'), text('scope'));
    const task = byKey.get(key);
    if (task === undefined) diagnostics.push(rowUnknown({ row: key }, at('target')));
    else if (rowOf.has(key)) diagnostics.push(rowTwice({ row: key }, at('target')));
    else rows.push({ task, cell, at });
    rowOf.set(key, line.row);
  }
  const missing = [...byKey.keys()].filter((key) => !rowOf.has(key));
  if (missing.length > 0) {
    const before = [...byKey.keys()]
      .slice(0, [...byKey.keys()].indexOf(missing[0] ?? ''))
      .findLast((key) => rowOf.has(key));
    const row = (before === undefined ? undefined : rowOf.get(before)) ?? (body[0]?.row ?? 1) - 1;
    diagnostics.push(rowsMissing({ rows: missing.join('、') }, place(row + 1, null)));
  }
  return { rows, diagnostics };
}
