import type { FoundCell, FoundTable } from './found.ts';

/** The cells that share the place of one cell of the document: for each stretch of columns, its cells from top to bottom. */
export type Tile = readonly (readonly FoundCell[])[];

/** The place of a cell in a found table. */
export interface TilePlace {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/**
 * The one cell that covers a place and nothing else; in a format that divides cells where its pages end, all that do so
 * together. Null where other cells cover it.
 */
export function tileAt(table: FoundTable, { rows, columns }: TilePlace, divides: boolean): Tile | null {
  const [top, left] = [rows[0] as number, columns[0] as number];
  const [bottom, right] = [rows.at(-1) as number, columns.at(-1) as number];
  const first = table.at[top]?.[left] ?? null;
  if (first === null) return rows.length === 1 && columns.length === 1 ? [[]] : null;
  if (covers(first, top, left, bottom, right)) return [[first]];
  if (!divides) return null;
  const cells = new Set<FoundCell>();
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) {
      const cell = table.at[row]?.[column] ?? null;
      if (cell === null || !isInside(cell, top, left, bottom, right)) return null;
      cells.add(cell);
    }
  const edges = pageEdges(table);
  const divided = [...cells].every(
    ({ row, column }) => (row === top || edges.rows.has(row)) && (column === left || edges.columns.has(column)),
  );
  if (!divided) return null;
  const stretches = Map.groupBy(cells, ({ column }) => column);
  return [...stretches.values()].map((stretch) => stretch.sort((a, b) => a.row - b.row));
}

function covers(cell: FoundCell, top: number, left: number, bottom: number, right: number): boolean {
  return isInside(cell, top, left, bottom, right) && cell.rowspan > bottom - top && cell.colspan > right - left;
}

function isInside(cell: FoundCell, top: number, left: number, bottom: number, right: number): boolean {
  return (
    cell.row >= top &&
    cell.column >= left &&
    cell.row + cell.rowspan - 1 <= bottom &&
    cell.column + cell.colspan - 1 <= right
  );
}

interface Edges {
  readonly rows: ReadonlySet<number>;
  readonly columns: ReadonlySet<number>;
}

const known = new WeakMap<FoundTable, Edges>();

/** Rows and columns before which a page can end: no cell reaches across. */
function pageEdges(table: FoundTable): Edges {
  const made = known.get(table);
  if (made !== undefined) return made;
  const rows = new Set(table.at.keys());
  const columns = new Set(Array.from({ length: table.columnCount }, (_, column) => column));
  for (const cell of table.cells) {
    for (let row = cell.row + 1; row < cell.row + cell.rowspan; row += 1) rows.delete(row);
    for (let column = cell.column + 1; column < cell.column + cell.colspan; column += 1) columns.delete(column);
  }
  const edges = { rows, columns };
  known.set(table, edges);
  return edges;
}
