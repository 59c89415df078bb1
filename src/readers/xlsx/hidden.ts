import type { Findings } from '../findings.ts';
import type { UsedArea } from './place-cells.ts';
import { hiddenColumns, hiddenRows } from './problems.ts';
import { columnLetters } from './reference.ts';
import type { CellContext, SheetCells } from './sheet-cells.ts';

/** A message names so many ranges. */
const named = 20;

/** Tells of hidden rows and columns that have content. */
export function reportHidden(used: UsedArea, sheet: SheetCells, context: CellContext, findings: Findings): void {
  const filled = new Set(sheet.cells.map(({ row }) => row));
  const rows = sheet.hiddenRows.filter((row) => filled.has(row));
  const [row] = rows;
  if (row !== undefined)
    findings.add(hiddenRows, { rows: ranges(rows, (number) => String(number + 1)) }, context.place(row, null));
  const columns = sheet.hiddenColumns
    .map(([from, to]) => [Math.max(from, used.left), Math.min(to, used.right)] as const)
    .filter(([from, to]) => from <= to)
    .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
  const [column] = columns;
  if (column !== undefined)
    findings.add(hiddenColumns, { columns: ranges(columns, columnLetters) }, context.place(null, column));
}

/** `3、5–7` */
function ranges(numbers: readonly number[], name: (number: number) => string): string {
  const spans: [number, number][] = [];
  for (const number of numbers) {
    const last = spans.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else spans.push([number, number]);
  }
  const texts = spans.map(([from, to]) => (from === to ? name(from) : `${name(from)}–${name(to)}`));
  return texts.length > named ? `${texts.slice(0, named).join('、')}……` : texts.join('、');
}
