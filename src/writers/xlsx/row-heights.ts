import type { SpreadTable } from './table-place.ts';
import { textHeight } from './text-size.ts';

/**
 * Heights in points of a table's rows so that no cell is cut. Spreadsheet programs do not grow rows for merged cells, so what
 * a cell over several rows lacks is shared out among them; small spans first, as a larger one may then have room already.
 */
export function rowHeights({ grid }: SpreadTable, widths: readonly number[], size: number): number[] {
  const heights = new Array<number>(grid.rowCount).fill(textHeight([], size, 1));
  const bySpan = grid.cells.toSorted((a, b) => a.cell.rowspan - b.cell.rowspan);
  for (const { cell, row, column } of bySpan) {
    const width = sum(widths.slice(column, column + cell.colspan));
    const need = textHeight(cell.content, size, width);
    const lack = need - sum(heights.slice(row, row + cell.rowspan));
    if (lack <= 0) continue;
    for (let r = row; r < row + cell.rowspan; r += 1) heights[r] = (heights[r] as number) + lack / cell.rowspan;
  }
  return heights;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, next) => total + next, 0);
}
