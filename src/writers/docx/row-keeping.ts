import { PageRows } from '../paged/page-rows.ts';
import { fewestLastRows } from '../paged/paginate.ts';
import type { RowsToPaginate } from '../paged/row-pages.ts';

/** How Word may break pages at a row. */
export interface RowKeeping {
  /** The row stays on the page of the next one. */
  readonly keepNext: boolean;
  /** No page ends inside the row. */
  readonly cantSplit: boolean;
  /** Its group fits on a page and stays on one. */
  readonly whole: boolean;
}

/**
 * Keeps the rows of a group on one page where they fit on one. A chain of kept rows that is longer than a page would be
 * broken wherever the program gives up, so a longer group is broken between any two of its rows, except that the words of
 * a merged cell stand on the page on which it begins. Only a row higher than a page may end inside its text. Heights are
 * estimates in points; `keepLast` binds the last row to the paragraph below.
 */
export function keepRows(rows: RowsToPaginate, keepLast: boolean): RowKeeping[] {
  const heights = new PageRows(rows).naturalHeights();
  const held = wordsOnOnePage(rows, heights);
  const ends = [...rows.groupStarts, rows.rowCount].sort((a, b) => a - b);
  const keeping: RowKeeping[] = [];
  for (const [index, end] of ends.entries()) {
    const first = ends[index - 1] ?? end;
    const last = end === rows.rowCount;
    const height = heights.slice(first, end).reduce((sum, row) => sum + row, last ? rows.tail : 0);
    const whole = height * doubt <= (first === 0 ? rows.firstHeight : rows.height);
    for (let row = first; row < end; row += 1) {
      const inside = row < end - 1;
      const keepNext = whole ? inside || (last && keepLast) : inside && held.has(row);
      keeping.push({ keepNext, cantSplit: (heights[row] as number) * doubt <= rows.height, whole });
    }
  }
  for (let row = Math.max(0, rows.rowCount - fewestLastRows); row < rows.rowCount - 1; row += 1) {
    const kept = keeping[row] as RowKeeping;
    if (kept.whole && keeping[rows.rowCount - 1]?.whole) keeping[row] = { ...kept, keepNext: true };
  }
  return keeping;
}

/** How much higher rows may come out than estimated, as another font breaks more lines. */
const doubt = 1.1;

/** Rows that must stay with the next one, or a merged cell would end before all of its words are shown. */
function wordsOnOnePage(rows: RowsToPaginate, heights: readonly number[]): Set<number> {
  const held = new Set<number>();
  for (const { row, rowspan, lines } of rows.cells) {
    const need = lines * rows.lineHeight + rows.padding;
    let height = heights[row] ?? 0;
    for (let next = row + 1; next < row + rowspan && height < need * doubt && need * doubt <= rows.height; next += 1) {
      held.add(next - 1);
      height += heights[next] as number;
    }
  }
  return held;
}
