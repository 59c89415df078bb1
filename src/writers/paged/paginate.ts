import { PageRows } from './page-rows.ts';
import type { PageEnd, PageFill, RowPage, RowsToPaginate } from './row-pages.ts';

/** With less than this share of a page left, a row that has to be divided anyway starts on the next one. */
const worthStarting = 0.25;

/**
 * Distributes rows over pages, in time linear in rows and cells. A page ends between groups where that is possible,
 * else between rows, else inside the text of a row that is higher than a page. A cell that spans a page break is shown
 * on both pages. The first page is empty if the table had better start on a new one. No page is higher than its room,
 * unless even a single line would be.
 */
export function paginate(table: RowsToPaginate): RowPage[] {
  const line = table.lineHeight + table.padding;
  const rows = { ...table, height: Math.max(table.height, line) };
  const pages: RowPage[] = [];
  const state = new PageRows(rows);
  const heights = groupHeights(rows, state.naturalHeights());
  while (state.row < rows.rowCount) {
    const room = pages.length === 0 ? Math.min(rows.firstHeight, rows.height) : rows.height;
    const fill = state.fill(room);
    const end =
      fill.full === null ? whole(rows.rowCount) : chooseEnd(rows, state, { ...fill, full: fill.full }, room, heights);
    pages.push(state.commit(end));
  }
  return pages;
}

function whole(end: number): PageEnd {
  return { end, slice: null };
}

function chooseEnd(
  table: RowsToPaginate,
  state: PageRows,
  fill: PageFill & { readonly full: number },
  room: number,
  heights: ReadonlyMap<number, number>,
): PageEnd {
  const { row } = state;
  const { height } = table;
  const divided = (heights.get(Math.max(fill.groups, row)) ?? Number.POSITIVE_INFINITY) > height;
  if (fill.groups > row && !divided) return whole(leaveCompany(table, row, fill.groups));

  const partial = room < height;
  if (fill.groups <= row && !divided && partial && room < height / 2) return whole(row);
  const slice: PageEnd = { end: fill.full, slice: fill.left };
  if (state.freshHeight(fill.full) > height) {
    if (fill.left >= Math.max(height * worthStarting, table.lineHeight + table.padding)) return slice;
    if (fill.rows <= row) return partial ? whole(row) : slice;
  }
  if (fill.rows > row) return whole(fill.rows);
  // Nothing fits. On a whole page only the room for the note is missing, and the row matters more.
  return whole(partial ? row : row + 1);
}

/** A last page shows at least so many rows: one alone under a repeated head looks lost. */
export const fewestLastRows = 3;

/** An earlier end between groups where the last page would hold too few rows, if that leaves more on this page. */
function leaveCompany({ rowCount, groupStarts }: RowsToPaginate, row: number, end: number): number {
  if (rowCount - end >= fewestLastRows) return end;
  for (let earlier = end - 1; earlier > row + fewestLastRows; earlier -= 1)
    if (groupStarts.has(earlier) && rowCount - earlier >= fewestLastRows) return earlier;
  return end;
}

/** Height of each group on a page of its own, by first row; the tail is part of the last one. */
function groupHeights(table: RowsToPaginate, rows: readonly number[]): Map<number, number> {
  const heights = new Map<number, number>();
  let start = 0;
  for (const [row, height] of rows.entries()) {
    if (table.groupStarts.has(row)) start = row;
    heights.set(start, (heights.get(start) ?? 0) + height);
  }
  heights.set(start, (heights.get(start) ?? 0) + table.tail);
  return heights;
}
