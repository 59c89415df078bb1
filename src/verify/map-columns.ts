import { align, type Pairs } from './align.ts';
import type { ExpectedTable } from './expected-table.ts';
import type { FoundTable } from './found.ts';
import type { Spread, SpreadCell } from './spread-table.ts';

/** For each column of a part of a table, the column of the table that it shows; null for one that shows none. */
export interface ColumnMap {
  readonly columns: readonly (number | null)[];
  /** Columns of the table that stand in another order. */
  readonly moved: readonly number[];
}

/**
 * Recognises the columns of a part by their heads, and those whose heads were changed by their neighbours and contents.
 * Where the head is missing, a part has the columns of the one before, or all of them.
 */
export function mapColumns(part: FoundTable, table: ExpectedTable, before: ColumnMap | null): ColumnMap {
  const { headRows } = table;
  const depth = part.repeatedRows ?? headRows;
  const likeness = contentLikeness(part, table);
  const byPath = pairsByLabel(labelsOf(part, 0, depth), labelsOf(table, 0, headRows), likeness);
  const byLeaf = pairsByLabel(lastLabels(part, depth), lastLabels(table, headRows), likeness);
  const best = byLeaf.equal > byPath.equal ? byLeaf : byPath;
  if (best.equal * 4 < part.columnCount) {
    if (part.columnCount === table.columnCount) return { columns: table.columnNames.map((_, i) => i), moved: [] };
    if (before !== null && before.columns.length === part.columnCount) return before;
  }
  return best.map;
}

/** The words that head each column, from `from` to before `to`. */
function labelsOf(spread: Spread<SpreadCell>, from: number, to: number): string[] {
  return Array.from({ length: spread.columnCount }, (_, column) => {
    const cells = new Set(spread.at.slice(from, to).map((row) => row[column]));
    return [...cells].map((cell) => cell?.bare ?? '').join('/');
  });
}

function lastLabels(spread: Spread<SpreadCell>, depth: number): string[] {
  return labelsOf(spread, Math.max(0, depth - 1), depth);
}

function pairsByLabel(
  found: readonly string[],
  expected: readonly string[],
  likeness: (expected: number, found: number) => number,
): { map: ColumnMap; equal: number } {
  const columns = new Array<number | null>(found.length).fill(null);
  const free = new Set(expected.keys());
  const pair = (column: number, at: number) => {
    columns[at] = column;
    free.delete(column);
  };
  for (const [column, at] of align(expected, found, () => 0)) pair(column, at);
  const moved: number[] = [];
  for (const [at, label] of found.entries()) {
    if (columns[at] !== null || /^\/*$/.test(label)) continue;
    const column = [...free].find((one) => expected[one] === label);
    if (column === undefined) continue;
    pair(column, at);
    moved.push(column);
  }
  const equal = columns.filter((column) => column !== null).length;
  for (const { expected: ours, found: theirs } of gaps(columns, free, expected.length, new Set(moved))) {
    // As many columns as there should be are paired in order, others by what is in them.
    const pairs =
      ours.length === theirs.length ? ours.map((_, i) => [i, i] as const) : byContent(ours, theirs, likeness);
    for (const [i, j] of pairs) pair(ours[i] as number, theirs[j] as number);
  }
  return { map: { columns, moved }, equal };
}

function byContent(
  ours: readonly number[],
  theirs: readonly number[],
  likeness: (expected: number, found: number) => number,
): Pairs {
  const unlike = (side: string, items: readonly number[]) => items.map((item) => `${side}${item}`);
  return align(unlike('e', ours), unlike('f', theirs), (i, j) => likeness(ours[i] as number, theirs[j] as number));
}

/** What is left between the pairs on either side; columns out of order hold nothing together. */
function* gaps(
  columns: readonly (number | null)[],
  free: ReadonlySet<number>,
  expectedCount: number,
  moved: ReadonlySet<number>,
): Generator<{ expected: number[]; found: number[] }> {
  let found: number[] = [];
  let from = 0;
  for (let at = 0; at <= columns.length; at += 1) {
    const column = at === columns.length ? expectedCount : (columns[at] as number | null);
    if (column === null) found.push(at);
    if (column === null || moved.has(column)) continue;
    const expected = [...free].filter((one) => one >= from && one < column);
    if (found.length > 0 && expected.length > 0) yield { expected, found };
    found = [];
    from = column + 1;
  }
}

/** The share of the words of a column of the part that the column of the table has. */
function contentLikeness(part: FoundTable, table: ExpectedTable): (expected: number, found: number) => number {
  const words = (spread: Spread<SpreadCell>, column: number) =>
    new Set(spread.at.slice(table.headRows).flatMap((row) => row[column]?.bare || []));
  return (expected, found) => {
    const [ours, theirs] = [words(table, expected), words(part, found)];
    const hits = [...theirs].filter((bare) => ours.has(bare)).length;
    return theirs.size === 0 ? 0 : hits / theirs.size;
  };
}
