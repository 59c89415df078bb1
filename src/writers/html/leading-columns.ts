import type { Table } from '../../model/document.ts';
import { gridOf } from '../../model/grid.ts';

/**
 * How many columns, at most two, say what a row is about: those before the first that holds a number. They stay in
 * view while a table scrolls sideways; a table of words alone keeps its first.
 */
export function leadingColumns(table: Table): number {
  const rows = table.groups.flat();
  const numbers = gridOf(rows, table.columns.length).cells.filter((placed) => placed.cell.value !== null);
  if (numbers.length === 0) return 1;
  return Math.min(2, ...numbers.map((placed) => placed.column));
}
