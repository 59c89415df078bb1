/** A cell as pagination sees it: where it stands and how many lines its text takes. */
export interface CellBox {
  readonly row: number;
  readonly rowspan: number;
  /** 0 for an empty cell, which takes the height of one line. */
  readonly lines: number;
  /** Lines of the text with 「（续）」 behind it, for the pages on which the cell goes on; 0 for an empty cell. */
  readonly linesAgain: number;
}

export interface RowsToPaginate {
  readonly rowCount: number;
  /** In order of their first row. */
  readonly cells: readonly CellBox[];
  /** First rows of the groups that a page break should not divide; 0 is always one. */
  readonly groupStarts: ReadonlySet<number>;
  readonly lineHeight: number;
  /** Above and below the text of a cell, together. */
  readonly padding: number;
  /** Room for rows on every page but the first. */
  readonly height: number;
  /** Room on the page on which the table starts. */
  readonly firstHeight: number;
  /** Room that must be left below the last row, for a note that belongs to the table. */
  readonly tail: number;
}

/** The rows of one page, from top to bottom. A row higher than a page stands on several of them. */
export interface RowPage {
  readonly rows: readonly { readonly row: number; readonly height: number }[];
  readonly fragments: readonly Fragment[];
}

/** What one page shows of a cell. */
export interface Fragment {
  /** Index in `cells`. */
  readonly cell: number;
  /** Rows on this page: indices in `rows`, both inclusive. */
  readonly first: number;
  readonly last: number;
  /** Lines of the text, of `again` with 「（续）」 behind it. */
  readonly fromLine: number;
  readonly toLine: number;
  readonly again: boolean;
  /** Whether an earlier page shows a part of this cell. */
  readonly continued: boolean;
}

/** Where a page ends: before row `end`, or inside it when `slice` gives the height that is left for a part of it. */
export interface PageEnd {
  readonly end: number;
  readonly slice: number | null;
}

/** What fits on a page: `rows` is the last feasible end, `groups` the last one between groups, `full` the row that did not fit. */
export interface PageFill {
  readonly rows: number;
  readonly groups: number;
  readonly full: number | null;
  /** Height left for the row that did not fit. */
  readonly left: number;
}
