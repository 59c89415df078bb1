/** Sheet rows from `from` up to and without `to` that no page should divide. */
export interface Kept {
  readonly from: number;
  readonly to: number;
  /** Whether a page would rather be left half empty: the words of one cell, a head with its first row. */
  readonly firm: boolean;
}

/** The rows of a sheet that print, as page breaks see them. */
export interface RowsToBreak {
  /** Points, of all rows of the sheet. */
  readonly heights: readonly number[];
  /** The first row that prints. */
  readonly first: number;
  /** Rows that are printed again on each page after theirs; null for none. */
  readonly repeated: { readonly from: number; readonly to: number } | null;
  readonly kept: readonly Kept[];
  /** Numbers of rows above the breaks that the document asks for. */
  readonly asked: readonly number[];
  /** Points that a page has for rows. */
  readonly page: number;
}

/**
 * The number of rows above each page break: between the rows that stay together where a page has one, else between any two
 * rows. Linear in rows and in what is kept.
 */
export function pageBreaks(rows: RowsToBreak): number[] {
  const count = rows.heights.length;
  const whole = edges(count, rows.kept);
  const firm = edges(
    count,
    rows.kept.filter((kept) => kept.firm),
  );
  const asked = new Set(rows.asked);
  const breaks: number[] = [];
  let start = rows.first;
  let used = 0;
  for (let row = rows.first; row < count; row += 1) {
    if (row > start && asked.has(row)) {
      breaks.push(row);
      start = row;
      used = 0;
    }
    used += rows.heights[row] as number;
    while (used > roomFrom(start, rows) && row > start) {
      start = lastEdge(whole, start, row) ?? lastEdge(firm, start, row) ?? row;
      breaks.push(start);
      used = rows.heights.slice(start, row + 1).reduce((sum, height) => sum + height, 0);
    }
  }
  return breaks;
}

function roomFrom(start: number, { repeated, heights, page }: RowsToBreak): number {
  if (repeated === null || start < repeated.to) return page;
  return page - heights.slice(repeated.from, repeated.to).reduce((sum, height) => sum + height, 0);
}

/** For each row, whether a page may begin with it. */
function edges(count: number, kept: readonly Kept[]): boolean[] {
  const change = new Array<number>(count + 1).fill(0);
  for (const { from, to } of kept) {
    if (to - from < 2) continue;
    change[from + 1] = (change[from + 1] as number) + 1;
    change[to] = (change[to] as number) - 1;
  }
  let open = 0;
  return Array.from({ length: count }, (_, row) => {
    open += change[row] as number;
    return open === 0;
  });
}

/** The last row after `start`, up to `row`, that may begin a page. */
function lastEdge(edge: readonly boolean[], start: number, row: number): number | null {
  for (let at = row; at > start; at -= 1) if (edge[at]) return at;
  return null;
}
