import type { PlacedCell } from '../../model/grid.ts';
import { pageRoom } from './page-room.ts';
import type { SheetPlan } from './sheet-plan.ts';
import type { TablePlace } from './table-place.ts';
import { textHeight } from './text-size.ts';

/**
 * Keeps the rows of each group of a table together where they fit on a page, and the head with the first row. Groups that
 * are too high for a page may be divided between rows, but not before the words of a merged cell are told.
 */
export function keepGroups(place: TablePlace, cells: readonly PlacedCell[], plan: SheetPlan): void {
  const { table, grid, headRows, rowStarts } = place;
  const { kept, heights, columns } = plan;
  const start = (row: number) => rowStarts[row] as number;
  const heightOf = (from: number, to: number) => heights.slice(from, to).reduce((sum, height) => sum + height, 0);
  const repeatsHead = plan.main === table;
  const head = repeatsHead ? heightOf(start(0), start(headRows)) : 0;
  const room = pageRoom(plan.page, plan.theme).height - head;

  if (headRows > 0) kept.push({ from: start(0), to: start(headRows) + 1, firm: true });
  for (let row = 0; row < grid.rowCount; row += 1) kept.push({ from: start(row), to: start(row + 1), firm: true });
  const end = start(grid.rowCount);
  // Only the main table has its head printed again; another is whole where a page has room for it.
  if (!repeatsHead && heightOf(start(0), end) <= room) kept.push({ from: start(0), to: end, firm: false });
  const divided = new Set<number>();
  let first = headRows;
  for (const { length } of table.groups) {
    const [from, to] = [start(first), start(first + length)];
    if (heightOf(from, to) <= room) kept.push({ from, to, firm: false });
    else for (let row = first; row < first + length; row += 1) divided.add(row);
    first += length;
  }
  for (const { cell, row, column } of cells) {
    if (cell.rowspan === 1 || !divided.has(row)) continue;
    const width = columns.widths.slice(column, column + cell.colspan).reduce((sum, each) => sum + each, 0);
    const need = textHeight(cell.content, columns.tableSize, width);
    if (need > room) continue;
    let told = row + 1;
    while (told < row + cell.rowspan && heightOf(start(row), start(told)) < need) told += 1;
    kept.push({ from: start(row), to: start(told), firm: false });
  }
}
