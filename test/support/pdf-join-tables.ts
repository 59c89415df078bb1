import type { PdfTable } from './pdf-tables.ts';

/** A cell of a table put together from its pages. */
export interface JoinedCell {
  readonly row: number;
  readonly column: number;
  readonly rowspan: number;
  readonly colspan: number;
  readonly text: string;
}

const continued = /（续）$/;

/**
 * Puts the parts of a table on successive pages below each other, their repeated heads of `headRows` left out. A cell
 * at the top of a part that says 「（续）」 belongs to the one that ends above it.
 */
export function joinTables(parts: readonly PdfTable[], headRows: number): JoinedCell[] {
  const cells: JoinedCell[] = [];
  let rows = 0;
  for (const part of parts) {
    for (const { row, column, rowspan, colspan, text } of part.cells) {
      if (row < headRows) continue;
      const above = cells.findIndex((cell) => cell.column === column && cell.row + cell.rowspan === rows);
      const open = cells[above];
      if (row === headRows && open !== undefined && continued.test(text) && text === `${open.text}（续）`)
        cells[above] = { ...open, rowspan: open.rowspan + rowspan };
      else cells.push({ row: rows + row - headRows, column, rowspan, colspan, text });
    }
    rows += part.rowCount - headRows;
  }
  return cells.sort((a, b) => a.row - b.row || a.column - b.column);
}
