import type { Cell, Table } from '../../model/document.ts';
import { gridOf } from '../../model/grid.ts';
import { plainText } from '../../model/text.ts';
import type { Theme } from '../../model/theme.ts';

/** How a table is set: size in points, room around the words of a cell in em. */
export interface TextFit {
  readonly size: number;
  readonly padding: { readonly horizontal: number; readonly vertical: number };
}

const roomy = { horizontal: 0.5, vertical: 0.35 };
const tight = { horizontal: 0.15, vertical: 0.15 };

/** Sizes are tried in the steps that Word offers. */
const step = 0.5;

/**
 * The largest size between `theme.sizes.tableMin` and `theme.sizes.table` at which every run that must not be broken
 * fits its columns. A run that would not even fit at the smallest size has no say: it is broken at any.
 */
export function fitText(table: Table, columnWidths: readonly number[], theme: Theme): TextFit {
  const { table: most, tableMin: least } = theme.sizes;
  const needs = cellNeeds(table, columnWidths);
  const limit = (padding: number): number =>
    needs
      .map(({ points, ems }) => points / (ems + 2 * padding))
      .filter((size) => size >= least)
      .reduce((smallest, size) => Math.min(smallest, size), most);
  if (limit(roomy.horizontal) === most) return { size: most, padding: roomy };
  return { size: Math.max(least, Math.floor(limit(tight.horizontal) / step) * step), padding: tight };
}

/** What each cell has, in points, and what its widest run needs, in em. */
function cellNeeds(table: Table, columnWidths: readonly number[]): { points: number; ems: number }[] {
  return [table.head, table.groups.flat()].flatMap((rows) =>
    gridOf(rows, columnWidths.length).cells.map(({ cell, column }) => ({
      points: columnWidths.slice(column, column + cell.colspan).reduce((sum, width) => sum + width, 0) / 20,
      ems: widestRun(cell),
    })),
  );
}

/** A line that the cell itself sets apart is kept whole up to this width in em: 「■严重滞后」 under its figure. */
const shortLine = 5;

/** Width in em of the longest run of a cell without a place to break. */
function widestRun(cell: Cell): number {
  const lines = plainText(cell.content).split('\n');
  const whole = (line: string) => lines.length > 1 && widthOf(line) <= shortLine;
  return lines.reduce((most, line) => Math.max(most, whole(line) ? widthOf(line) : widestRunOfLine(line)), 0);
}

/** A figure stays with a short unit (18600人次); else each Latin word or number is a run, and each ideograph. */
function widestRunOfLine(line: string): number {
  const runs = line.match(/^[!-~]+\P{ASCII}{0,2}|[!-~]+|\P{ASCII}/gu) ?? [];
  return runs.reduce((most, run) => Math.max(most, widthOf(run)), 0);
}

/** An ideograph is 1 em wide, a digit half in 宋体; the rest is for offices where another font stands in for it. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) < 0x2000 ? 0.55 : 1;
  return width;
}
