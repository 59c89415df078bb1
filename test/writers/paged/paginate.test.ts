import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paginate } from '../../../src/writers/paged/paginate.ts';
import type { CellBox, RowPage, RowsToPaginate } from '../../../src/writers/paged/row-pages.ts';
import { share } from '../../support/share.ts';

const lineHeight = 10;
const padding = 4;
const epsilon = 1e-6;

/** Columns of cells that cover all rows, some across several rows, a few with very long texts. */
const tables = fc
  .record({
    acrossGroups: fc.boolean(),
    rowCount: fc.integer({ min: 1, max: 25 }),
    columns: fc.array(fc.infiniteStream(cellShape()), { minLength: 1, maxLength: 4 }),
    groupSizes: fc.infiniteStream(fc.integer({ min: 1, max: 6 })),
    height: fc.integer({ min: lineHeight + padding, max: 300 }),
    first: fc.oneof(share, fc.constant(1)),
    tail: fc.constantFrom(0, 0, 12),
  })
  .map(({ acrossGroups, rowCount, columns, groupSizes, height, first, tail }): RowsToPaginate => {
    const groupStarts = new Set<number>();
    for (let row = 0; row < rowCount; row += groupSizes.next().value as number) groupStarts.add(row);
    const ends = acrossGroups ? new Set([0]) : groupStarts;
    const cells = columns.flatMap((shapes) => columnCells(shapes, rowCount, ends)).sort((a, b) => a.row - b.row);
    return { rowCount, cells, groupStarts, lineHeight, padding, height, firstHeight: height * first, tail };
  });

function cellShape() {
  const lines = fc.oneof({ weight: 12, arbitrary: fc.integer({ min: 0, max: 5 }) }, fc.integer({ min: 6, max: 90 }));
  return fc.record({ rowspan: fc.constantFrom(1, 1, 1, 2, 5), lines });
}

/** Cells end at the latest where a row of `ends` begins. */
function columnCells(
  shapes: Iterator<{ rowspan: number; lines: number }>,
  rowCount: number,
  ends: ReadonlySet<number>,
): CellBox[] {
  const cells: CellBox[] = [];
  for (let row = 0; row < rowCount; ) {
    const { rowspan, lines } = shapes.next().value as { rowspan: number; lines: number };
    let span = 1;
    while (span < rowspan && row + span < rowCount && !ends.has(row + span)) span += 1;
    cells.push({ row, rowspan: span, lines, linesAgain: lines === 0 ? 0 : lines + 1 });
    row += span;
  }
  return cells;
}

const withinGroups = ({ cells, groupStarts }: RowsToPaginate) =>
  cells.every(({ row, rowspan }) => [...groupStarts].every((start) => start <= row || start >= row + rowspan));

const heightOf = (page: RowPage) => page.rows.reduce((sum, row) => sum + row.height, 0);
const need = (lines: number) => Math.max(1, lines) * lineHeight + padding;

function forAll(check: (table: RowsToPaginate, pages: RowPage[]) => void): void {
  fc.assert(
    fc.property(tables, (table) => check(table, paginate(table))),
    { numRuns: 200 },
  );
}

/** The rows of each page for rows of so many lines; ten lines fit on a page. */
function pagesOf(rows: readonly number[], options: Partial<RowsToPaginate> = {}): number[][] {
  const cells = rows.map((lines, row) => ({ row, rowspan: 1, lines, linesAgain: lines + 1 }));
  const table = { rowCount: rows.length, cells, groupStarts: new Set(rows.keys()), lineHeight: 1, padding: 0, tail: 0 };
  return paginate({ ...table, height: 10, firstHeight: 10, ...options }).map((page) => page.rows.map(({ row }) => row));
}

describe('every table', () => {
  test('has each row once and in order, unless it is higher than a page', () => {
    forAll((table, pages) => {
      const rows = pages.flatMap((page) => page.rows.map(({ row }) => row));
      expect([...new Set(rows)]).toEqual(Array.from({ length: table.rowCount }, (_, row) => row));
      expect([...rows].sort((a, b) => a - b)).toEqual(rows);
      for (const page of pages) expect(new Set(page.rows.map(({ row }) => row)).size).toBe(page.rows.length);
    });
  });

  test('keeps to the height of its pages', () => {
    forAll((table, pages) => {
      for (const [index, page] of pages.entries())
        expect(heightOf(page)).toBeLessThanOrEqual((index === 0 ? table.firstHeight : table.height) + epsilon);
    });
  });

  test('leaves no page empty but perhaps the first', () => {
    forAll((_, pages) => {
      for (const page of pages.slice(1)) expect(page.rows.length).toBeGreaterThan(0);
    });
  });

  test('shows every line of every cell, once before anything is repeated', () => {
    forAll((table, pages) => {
      for (const [index, cell] of table.cells.entries()) {
        let shown = 0;
        for (const fragment of pages.flatMap((page) => page.fragments.filter((f) => f.cell === index))) {
          if (shown === cell.lines) continue;
          expect(fragment).toMatchObject({ again: false, fromLine: shown });
          shown = fragment.toLine;
        }
        expect(shown).toBe(cell.lines);
      }
    });
  });

  test('gives each cell all of its rows on a page, and room for the lines that it shows there', () => {
    forAll((table, pages) => {
      for (const page of pages)
        for (const [index, cell] of table.cells.entries()) {
          const own = page.rows.flatMap(({ row }, at) =>
            row >= cell.row && row < cell.row + cell.rowspan ? [at] : [],
          );
          const fragments = page.fragments.filter((fragment) => fragment.cell === index);
          expect(fragments.map(({ first, last }) => [first, last])).toEqual(
            own.length === 0 ? [] : [[own[0], own.at(-1)]],
          );
          for (const { first, last, fromLine, toLine } of fragments) {
            const height = page.rows.slice(first, last + 1).reduce((sum, row) => sum + row.height, 0);
            if (toLine > fromLine) expect(height).toBeGreaterThanOrEqual(need(toLine - fromLine) - epsilon);
          }
        }
    });
  });

  test('divides only groups that are higher than a page, or the first one below a title', () => {
    forAll((table, pages) => {
      fc.pre(withinGroups(table));
      const endless = { height: Number.POSITIVE_INFINITY, firstHeight: Number.POSITIVE_INFINITY, tail: 0 };
      const natural = paginate({ ...table, ...endless })[0]?.rows ?? [];
      const starts = [...table.groupStarts, table.rowCount];
      for (const [index, page] of pages.entries()) {
        const next = pages[index + 1]?.rows[0]?.row;
        if (index === 0 || next === undefined || table.groupStarts.has(next)) continue;
        const end = starts.findIndex((start) => start > next);
        const group = natural.slice(starts[end - 1], starts[end]);
        const tail = starts[end] === table.rowCount ? table.tail : 0;
        expect(group.reduce((sum, row) => sum + row.height, 0) + tail).toBeGreaterThan(table.height);
        expect(page.rows.length).toBeGreaterThan(0);
      }
    });
  });
});

describe('page breaks', () => {
  test('fall between groups while these fit on a page', () => {
    const groups = new Set([0, 2, 5]);
    expect(pagesOf([3, 3, 3, 3, 3, 2], { groupStarts: groups })).toEqual([[0, 1], [2, 3, 4], [5]]);
  });

  test('fall between the rows of a group that is higher than a page', () => {
    expect(pagesOf([4, 4, 4, 4], { groupStarts: new Set([0]) })).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  test('fall inside a row that is higher than a page', () => {
    expect(pagesOf([2, 25, 2])).toEqual([[0, 1], [1], [1, 2]]);
  });

  test('leave the first page alone if only a title would share it with nothing', () => {
    expect(pagesOf([4, 4], { firstHeight: 3 })).toEqual([[], [0, 1]]);
  });

  test('take the last group along when the note below would stand alone', () => {
    expect(pagesOf([4, 4, 2], { tail: 1 })).toEqual([[0, 1], [2]]);
  });
});

test('the last page of many single rows holds at least three of them', () => {
  const rowCount = 21;
  const cells = Array.from({ length: rowCount }, (_, row): CellBox => ({ row, rowspan: 1, lines: 1, linesAgain: 1 }));
  const room = 20 * need(1);
  const groupStarts = new Set(cells.map(({ row }) => row));
  const table = { rowCount, cells, groupStarts, lineHeight, padding, height: room, firstHeight: room, tail: 0 };
  expect(paginate(table).map(({ rows }) => rows.length)).toEqual([18, 3]);
});

describe('a cell across a page break', () => {
  const cells = [
    { row: 0, rowspan: 4, lines: 3, linesAgain: 4 },
    ...[4, 4, 1, 1].map((lines, row) => ({ row, rowspan: 1, lines, linesAgain: lines + 1 })),
  ];
  const groups = new Set([0]);
  const table = {
    rowCount: 4,
    cells,
    groupStarts: groups,
    lineHeight: 1,
    padding: 0,
    height: 8,
    firstHeight: 8,
    tail: 0,
  };

  test('is shown again with the mark, and its rows grow if they are too low for it', () => {
    const [first, second] = paginate(table);
    expect(first?.fragments[0]).toMatchObject({ cell: 0, fromLine: 0, toLine: 3, again: false, continued: false });
    expect(second?.fragments[0]).toMatchObject({ cell: 0, fromLine: 0, toLine: 4, again: true, continued: true });
    expect(second?.rows.map(({ height }) => height)).toEqual([1, 3]);
  });

  test('goes on where it stopped if its text is higher than a page', () => {
    const long = [{ row: 0, rowspan: 2, lines: 20, linesAgain: 21 }, ...cells.slice(1, 3)];
    const pages = paginate({ ...table, rowCount: 2, cells: long });
    const shown = pages.map((page) => page.fragments.find(({ cell }) => cell === 0));
    expect(shown.map((fragment) => [fragment?.fromLine, fragment?.toLine])).toEqual([
      [0, 8],
      [8, 16],
      [16, 20],
    ]);
  });
});
