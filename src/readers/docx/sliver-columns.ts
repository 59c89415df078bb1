import type { DraftRow } from './draft-row.ts';

/**
 * In twips, 1.5 mm: no column of words is that narrow. Rules that were drawn by hand and miss each other by a hair leave
 * such columns in the grid, and each row joins them to a neighbour.
 */
const sliver = 85;

interface Grid {
  readonly rows: readonly DraftRow[];
  readonly widths: readonly number[];
}

/** A table's rows without slivers, so that cells that look to be one above the other are. */
export function withoutSlivers(rows: readonly DraftRow[], widths: readonly number[]): Grid {
  const gone = widths.map((width) => width > 0 && width < sliver);
  if (!gone.includes(true)) return { rows, widths };
  // A cell of its own makes it a column.
  for (const { cells } of rows)
    for (const { column, span } of cells)
      if (!gone.slice(column, column + span).includes(false)) gone.fill(false, column, column + span);
  const left = [0];
  for (const [column, is] of gone.entries()) left.push((left[column] as number) + (is ? 0 : 1));
  const at = (column: number) => left[column] as number;
  return {
    widths: widths.filter((_, column) => !gone[column]),
    rows: rows.map((row) => ({
      ...row,
      width: at(row.width),
      cells: row.cells.map((cell) => ({
        ...cell,
        column: at(cell.column),
        span: at(cell.column + cell.span) - at(cell.column),
      })),
    })),
  };
}
