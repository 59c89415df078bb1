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

/** A last page that is filled less than this gets some of the rows of the one before. */
const leastOnLast = 0.2;
/** How many pieces that stay together it gets at most. */
const piecesForLast = 3;

/**
 * The number of rows above each page break: between the rows that stay together where a page has one, else between any two
 * rows, and so that the last page does not hold a mere rest. Linear in rows and in what is kept.
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
      const full = fullFrom(start, row, rows);
      start = lastEdge(whole, start, full) ?? lastEdge(firm, start, full) ?? full;
      breaks.push(start);
      used = rows.heights.slice(start, row + 1).reduce((sum, height) => sum + height, 0);
    }
  }
  return withFullerLast(breaks, whole, rows);
}

/** Moves the last break up between rows that may be parted there, as far as what follows still fits and the page before keeps most. */
function withFullerLast(breaks: readonly number[], whole: readonly boolean[], rows: RowsToBreak): number[] {
  const last = breaks.at(-1);
  if (last === undefined || rows.asked.includes(last)) return [...breaks];
  const height = (from: number, to?: number) => rows.heights.slice(from, to).reduce((sum, each) => sum + each, 0);
  if (height(last) >= rows.page * leastOnLast) return [...breaks];
  const begin = breaks.at(-2) ?? rows.first;
  let at = last;
  for (let pieces = 0; pieces < piecesForLast; pieces += 1) {
    const earlier = lastEdge(whole, begin, at - 1);
    if (earlier === null || height(begin, earlier) < rows.page / 2 || height(earlier) > roomFrom(earlier, rows) / 2)
      break;
    at = earlier;
    if (height(at) >= rows.page * leastOnLast) break;
  }
  return [...breaks.slice(0, -1), at];
}

/** The row, up to this one, above which the page is full; a page that begins below the repeated rows has less room than the one before. */
function fullFrom(start: number, row: number, rows: RowsToBreak): number {
  const room = roomFrom(start, rows);
  let height = rows.heights[start] as number;
  for (let at = start + 1; at < row; at += 1) {
    height += rows.heights[at] as number;
    if (height > room) return at;
  }
  return row;
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
