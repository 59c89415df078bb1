import type { Align, Cell } from '../../model/document.ts';
import type { Piece } from './break-lines.ts';
import type { Ruler } from './ruler.ts';

/** How table text is set. Sizes in points, the rest in em of the size that is chosen. */
export interface TableStyle {
  readonly ruler: Ruler;
  readonly largest: number;
  readonly smallest: number;
  /** From this size on text is easy to read; a smaller one is only taken if words or columns would not fit otherwise. */
  readonly easy: number;
  readonly lineHeight: number;
  /** Between a rule and the text, on each side. */
  readonly padX: number;
  readonly padY: number;
  /**
   * The least share of its width to which a quantity alone on a line is condensed, so that it stays whole where the
   * program breaks lines by rules of its own; null where lines end as planned, and a quantity may end before its unit.
   */
  readonly condense: number | null;
}

/** The room for a table, in points. */
export interface TableFrame {
  readonly width: number;
  readonly height: number;
  /** What is left on the page where the table starts. */
  readonly firstHeight: number;
  /** Kept free below the last row, for a note that belongs to the table. */
  readonly tail: number;
}

/** Where everything stands. Points, origin at the top left corner of the table on each page. */
export interface TablePlan {
  readonly size: number;
  /** One per sheet of paper; a table too wide for the page has all rows of its first columns, then those of the next. */
  readonly pages: readonly TablePage[];
  /** Whether the first of `pages` is a new page and not the one with the first height. */
  readonly startsOnNewPage: boolean;
}

export interface TablePage {
  /** 0 for the first columns of the table. */
  readonly panel: number;
  readonly width: number;
  readonly height: number;
  readonly cells: readonly PlannedCell[];
}

export interface PlannedCell {
  readonly cell: Cell;
  readonly part: 'head' | 'body';
  /** First row of the cell on this page, among the head rows or the body rows of the whole table. */
  readonly row: number;
  /** First column of the cell in this panel, among all columns of the table. */
  readonly column: number;
  /** Rows and columns on this page. */
  readonly rowspan: number;
  readonly colspan: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly align: Align;
  /** Points kept free right of a right-aligned text: a figure ends where those of longer units do. */
  readonly inset: number;
  readonly lines: readonly (readonly Piece[])[];
  /** Whether an earlier page shows a part of this cell. */
  readonly continued: boolean;
}
