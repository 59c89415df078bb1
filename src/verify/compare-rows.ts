import type { Diagnostic, Problem } from '../model/diagnostic.ts';
import type { FoundRow } from './found-row.ts';
import type { Panel } from './panel.ts';
import { differ, differences } from './problems.ts';
import { shortened } from './shorten.ts';
import { partPlace, placeOf, type TableContext } from './table-context.ts';
import type { Where } from './where.ts';

/** Rows that are missing, too many, repeated or out of order; neighbours of one fate are one difference. */
export function compareRows(context: TableContext): Diagnostic[] {
  return context.panels.flatMap((panel) => comparePanel(panel, context));
}

function comparePanel(panel: Panel, context: TableContext): Diagnostic[] {
  const { found, rows, expectedKeys } = panel;
  const matched = new Set([...rows.values()].flat());
  const lost = new Set([...expectedKeys.keys()].filter((row) => !rows.has(row) && isSeen(row, panel, context)));
  const lostByKey = new Map([...lost].map((row) => [expectedKeys[row] as string, row]));
  const known = new Set(expectedKeys);
  const fates = new Map<number, Problem<Where & Record<'count' | 'text', string>>>();
  for (const [place, { key }] of found.entries()) {
    if (matched.has(place)) continue;
    const moved = lostByKey.get(key);
    if (moved !== undefined) {
      lost.delete(moved);
      lostByKey.delete(key);
      fates.set(place, differences.rowsMoved);
    } else fates.set(place, known.has(key) ? differences.rowsRepeated : differences.rowsExtra);
  }
  return [...lostRuns(lost, panel, context), ...foundRuns(fates, found, context)];
}

/** Whether some cell of the panel begins in a row; a row in which none does cannot be seen. */
function isSeen(row: number, { columns }: Panel, { table }: TableContext): boolean {
  const at = table.headRows + row;
  return table.at[at]?.some((cell, column) => cell?.row === at && columns.has(column)) ?? false;
}

/** A missing row is named by its key; its page is that of the row before it. */
function lostRuns(lost: ReadonlySet<number>, panel: Panel, context: TableContext): Diagnostic[] {
  const { table, source } = context;
  return runs([...lost], () => true).map((run) => {
    const first = run[0] as number;
    const row = table.headRows + first;
    const before = panel.found[panel.rows.get(first - 1)?.at(-1) ?? 0];
    const at = before === undefined ? panel.parts[0]?.found.where : partPlace(before.part.found, before.row);
    const text = table.at[row]
      ?.map((cell) => cell?.text ?? '')
      .find((words) => words.trim() !== '' && !/^[\d.]+$/.test(words));
    const place = { ...placeOf(context, { ...(at as Where), cell: '' }, row, null) };
    return differ(differences.rowsLost, { ...place, count: String(run.length), text: shortened(text ?? '') }, source);
  });
}

function foundRuns(
  fates: ReadonlyMap<number, Problem<Where & Record<'count' | 'text', string>>>,
  found: readonly FoundRow[],
  context: TableContext,
): Diagnostic[] {
  return runs([...fates.keys()], (a, b) => fates.get(a) === fates.get(b)).map((run) => {
    const first = run[0] as number;
    const { part, row, texts } = found[first] as FoundRow;
    const text = texts.find((words) => words !== '') ?? '';
    const place = placeOf(context, partPlace(part.found, row), null, null);
    const problem = fates.get(first) as Problem<Where & Record<'count' | 'text', string>>;
    return differ(problem, { ...place, count: String(run.length), text: shortened(text) }, context.source);
  });
}

/** Numbers in rows of neighbours. */
function runs(numbers: readonly number[], alike: (a: number, b: number) => boolean): number[][] {
  const found: number[][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const run = found.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last === number - 1 && alike(last, number)) run.push(number);
    else found.push([number]);
  }
  return found;
}
