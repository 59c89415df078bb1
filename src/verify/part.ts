import { align } from './align.ts';
import { withoutMark } from './bare-text.ts';
import type { ExpectedTable } from './expected-table.ts';
import type { FoundTable } from './found.ts';
import { type ColumnMap, mapColumns } from './map-columns.ts';
import type { Spread, SpreadCell } from './spread-table.ts';

/** What one page, or one panel of columns, shows of a table. */
export interface Part {
  readonly found: FoundTable;
  readonly map: ColumnMap;
  /** Column of the table → column of the part. */
  readonly columnOf: ReadonlyMap<number, number>;
  /** Head row of the table → row of the part; null where the part lacks it. */
  readonly head: readonly (number | null)[];
  /** The first row below the head. */
  readonly bodyFrom: number;
}

/** Recognises columns and head of each part. */
export function partsOf(found: readonly FoundTable[], table: ExpectedTable): Part[] {
  let before: ColumnMap | null = null;
  return found.map((one) => {
    const map = mapColumns(one, table, before);
    before = map;
    const columnOf = new Map<number, number>();
    for (const [at, column] of map.columns.entries()) if (column !== null) columnOf.set(column, at);
    return { found: one, map, columnOf, ...headOf(one, columnOf, table) };
  });
}

function headOf(
  found: FoundTable,
  columnOf: ReadonlyMap<number, number>,
  table: ExpectedTable,
): Pick<Part, 'head' | 'bodyFrom'> {
  const { headRows } = table;
  const columns = [...columnOf.keys()];
  const there = columns.map((column) => columnOf.get(column) as number);
  const ours = rowTexts(table, columns);
  const theirs = rowTexts(found, there);
  const among = (rows: readonly string[][], from: number, to: number) =>
    rows.slice(from, to).map((row) => row.join('\n'));
  const pairs = align(among(ours, 0, headRows), among(theirs, 0, headRows), (i, j) =>
    rowLikeness(ours[i] as string[], theirs[j] as string[]),
  );
  const head = new Array<number | null>(headRows).fill(null);
  for (const [row, at] of pairs) head[row] = at;
  const last = pairs.at(-1);
  if (last !== undefined) return { head, bodyFrom: last[1] + 1 };
  // No row is like the head: it is missing if the first row is one of the body, else its words were changed.
  const first = theirs[0];
  const body = ours.slice(headRows);
  const missing = first === undefined || body.some((row) => rowLikeness(row, first) >= 0.5);
  return missing ? { head, bodyFrom: 0 } : { head: head.map((_, row) => row), bodyFrom: headRows };
}

/** The words over each of some columns, row by row, as far down as each cell reaches. */
export function rowTexts(spread: Spread<SpreadCell>, columns: readonly number[]): string[][] {
  return spread.at.map((row) => columns.map((column) => withoutMark(row[column]?.bare ?? '')));
}

/** The share of the columns that say the same, of those that say anything. */
export function rowLikeness(one: readonly string[], other: readonly string[]): number {
  let said = 0;
  let same = 0;
  for (const [i, text] of one.entries()) {
    if (text === '' && other[i] === '') continue;
    said += 1;
    if (text === other[i]) same += 1;
  }
  return said === 0 ? 1 : same / said;
}
