import type { PlacedCell } from '../../model/grid.ts';

/** The part of a cell that lies in a panel; columns are counted in the panel. */
export interface CutCell {
  readonly column: number;
  readonly colspan: number;
  /** Whether an earlier panel shows the beginning of the cell and its words need a mark; headings need none. */
  readonly continued: boolean;
}

/** Cuts a cell to the columns of a panel, which are ascending columns of the table; null for a cell outside of it. */
export function cutCell({ cell, column }: Omit<PlacedCell, 'row'>, columns: readonly number[]): CutCell | null {
  const end = column + cell.colspan;
  const place = firstFrom(columns, column);
  const after = firstFrom(columns, end);
  if (place === after) return null;
  return { column: place, colspan: after - place, continued: columns[place] !== column && !cell.header };
}

/** Place of the first of ascending columns that is not before `from`; their number if all are. */
function firstFrom(columns: readonly number[], from: number): number {
  let low = 0;
  let high = columns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((columns[middle] as number) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
