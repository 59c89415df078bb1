import { align, changedPairs } from './align.ts';
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
  const rows = headRowsIn(table, columnOf);
  const head = new Array<number | null>(headRows).fill(null);
  // A program that repeats rows knows which are the head.
  if (found.repeatedRows === rows.length && rows.length > 0) {
    for (const [at, row] of rows.entries()) head[row] = at;
    return { head, bodyFrom: rows.length };
  }
  const ours = rowTexts(table, columns);
  const theirs = rowTexts(
    found,
    columns.map((column) => columnOf.get(column) as number),
  );
  const like = (row: number, at: number) => rowLikeness(ours[row] as string[], theirs[at] as string[]);
  const ofBody = (at: number) => ours.slice(headRows).some((_, i) => like(headRows + i, at) >= 0.5);
  const key = (texts: readonly string[]) => texts.join('\n');
  const first = theirs.slice(0, rows.length).map(key);
  const pairs = align(
    rows.map((row) => key(ours[row] as string[])),
    first,
    (i, j) => like(rows[i] as number, j),
  );
  let last = -1;
  for (const [i, j] of [...pairs, ...changedPairs(pairs, rows.length, first.length, (at) => !ofBody(at))]) {
    head[rows[i] as number] = j;
    last = Math.max(last, j);
  }
  return { head, bodyFrom: last + 1 };
}

/** Rows of the head in which some cell of these columns begins; others cannot be seen in them. */
export function headRowsIn(table: ExpectedTable, columns: { has(column: number): boolean }): number[] {
  const seen = new Set<number>();
  for (const { row, column, colspan } of table.cells)
    for (let c = column; c < column + colspan; c += 1) if (row < table.headRows && columns.has(c)) seen.add(row);
  return [...seen].sort((a, b) => a - b);
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
