import type { CellValue, Row, Table } from '../model/document.ts';
import { gridOf } from '../model/grid.ts';
import { plainText } from '../model/text.ts';
import { bareText } from './bare-text.ts';

/** A cell of a table that is laid out in rows and columns; all places 0-based. */
export interface SpreadCell {
  readonly row: number;
  readonly column: number;
  readonly rowspan: number;
  readonly colspan: number;
  readonly text: string;
  /** The text without its layout. */
  readonly bare: string;
  readonly value: CellValue | null;
}

/** Cells by position; a position that none covers is null. */
export interface Spread<C extends SpreadCell> {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cells: readonly C[];
  readonly at: readonly (readonly (C | null)[])[];
}

/** Lays cells out. Rows in which no cell begins cannot be seen on a page and are left out. */
export function spread<C extends SpreadCell>(cells: readonly C[], rowCount: number, columnCount: number): Spread<C> {
  const begins = new Array<boolean>(rowCount).fill(false);
  for (const { row } of cells) begins[row] = true;
  /** Old row → number of visible rows above it. */
  const visible = [0];
  for (const begin of begins) visible.push((visible.at(-1) as number) + (begin ? 1 : 0));
  const count = visible[rowCount] as number;
  const at: (C | null)[][] = Array.from({ length: count }, () => new Array<C | null>(columnCount).fill(null));
  const seen = cells.map((cell) => {
    const row = visible[cell.row] as number;
    const moved = { ...cell, row, rowspan: (visible[cell.row + cell.rowspan] as number) - row };
    for (let r = row; r < row + moved.rowspan; r += 1)
      (at[r] as (C | null)[]).fill(moved, cell.column, cell.column + cell.colspan);
    return moved;
  });
  return { rowCount: count, columnCount, cells: seen, at };
}

/** The cells of some rows of the model. */
export function cellsOf<C extends SpreadCell>(
  rows: readonly Row[],
  columnCount: number,
  make: (cell: SpreadCell, source: Row['cells'][number]) => C,
): C[] {
  return gridOf(rows, columnCount).cells.map(({ cell, row, column }) => {
    const text = plainText(cell.content);
    const { rowspan, colspan, value } = cell;
    return make({ row, column, rowspan, colspan, text, bare: bareText(text), value }, cell);
  });
}

/** All rows of a table, its head first. */
export function rowsOf(table: Table): Row[] {
  return [...table.head, ...table.groups.flat()];
}
