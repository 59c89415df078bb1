import type { Cell } from '../../model/document.ts';
import type { PlacedCell } from '../../model/grid.ts';
import type { SheetColumns } from './column-widths.ts';
import { lineHeight, rowPadding, textHeight } from './text-size.ts';

/**
 * Heights in points of a table's rows so that no cell is cut. Spreadsheet programs do not grow rows for merged cells, so what
 * a cell over several rows lacks is shared out among them; small spans first, as a larger one may then have room already.
 * `room` is what a page has for them.
 */
export function rowHeights(
  cells: readonly PlacedCell[],
  rowCount: number,
  { widths, tableSize: size }: SheetColumns,
  room: number,
  isNumber: (cell: Cell) => boolean,
): number[] {
  const heights = new Array<number>(rowCount).fill(textHeight([], size, 1));
  const bySpan = cells.toSorted((a, b) => a.cell.rowspan - b.cell.rowspan);
  for (const { cell, row, column } of bySpan) {
    const width = sum(widths.slice(column, column + cell.colspan));
    // A number shrinks to its column and takes one line.
    const text = isNumber(cell) ? 0 : textHeight(cell.content, size, width);
    // Where pages divide a text, each of its parts holds whole lines.
    const need = text <= room ? text : text + Math.ceil(text / room) * (size * lineHeight + rowPadding);
    const lack = need - sum(heights.slice(row, row + cell.rowspan));
    if (lack <= 0) continue;
    for (let r = row; r < row + cell.rowspan; r += 1) heights[r] = (heights[r] as number) + lack / cell.rowspan;
  }
  return heights;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, next) => total + next, 0);
}
