import type { Cell, Row } from './document.ts';

/** A cell with the place it takes in the spread-out table, 0-based. */
export interface PlacedCell {
  readonly cell: Cell;
  readonly row: number;
  readonly column: number;
}

/** Rows spread out by their spans: every position names the cell that covers it. */
export interface Grid {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Origin cells in reading order. */
  readonly cells: readonly PlacedCell[];
  /** `at[row][column]`; null where no cell covers the position. */
  readonly at: readonly (readonly (PlacedCell | null)[])[];
}

/**
 * Spreads rows by their spans, as HTML does. Spans that leave the table at the foot or the right edge, and
 * cells that overlap, are programming errors of whoever made the table: RangeError.
 */
export function gridOf(rows: readonly Row[], columnCount: number): Grid {
  const at: (PlacedCell | null)[][] = rows.map(() => new Array<PlacedCell | null>(columnCount).fill(null));
  const cells: PlacedCell[] = [];
  for (const [rowIndex, row] of rows.entries()) {
    let column = 0;
    for (const cell of row.cells) {
      const line = at[rowIndex] as (PlacedCell | null)[];
      while (column < columnCount && line[column] !== null) column += 1;
      const placed: PlacedCell = { cell, row: rowIndex, column };
      cover(at, placed, columnCount);
      cells.push(placed);
      column += cell.colspan;
    }
  }
  return { rowCount: rows.length, columnCount, cells, at };
}

function cover(at: (PlacedCell | null)[][], placed: PlacedCell, columnCount: number): void {
  const { cell, row, column } = placed;
  if (column + cell.colspan > columnCount || row + cell.rowspan > at.length)
    throw new RangeError(
      `cell at row ${row + 1}, column ${column + 1} spans ${cell.rowspan}×${cell.colspan}, out of ${at.length}×${columnCount}`,
    );
  for (let r = row; r < row + cell.rowspan; r += 1)
    for (let c = column; c < column + cell.colspan; c += 1) {
      const line = at[r] as (PlacedCell | null)[];
      if (line[c] !== null) throw new RangeError(`two cells cover row ${r + 1}, column ${c + 1}`);
      line[c] = placed;
    }
}
