import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageBreaks, type RowsToBreak } from '../../../src/writers/xlsx/page-breaks.ts';

const plain = { first: 0, repeated: null, kept: [], asked: [], page: 100 } as const;

describe('pages of a sheet', () => {
  it('end where the next row would not fit', () => {
    expect(pageBreaks({ ...plain, heights: new Array(10).fill(30) })).toEqual([3, 6, 9]);
  });

  it('leave room for the rows that are printed again', () => {
    const repeated = { from: 0, to: 1 };
    expect(pageBreaks({ ...plain, repeated, heights: new Array(10).fill(30) })).toEqual([3, 5, 7, 9]);
  });

  it('begin where the document asks for it, and count from there', () => {
    expect(pageBreaks({ ...plain, asked: [2], heights: new Array(8).fill(30) })).toEqual([2, 5]);
  });

  it('leave room for the repeated rows also on a page that begins among the rows before them', () => {
    const kept = [
      { from: 2, to: 7, firm: true },
      { from: 1, to: 3, firm: false },
    ];
    const heights = [9, 27, 44, 45, 21, 55, 9];
    expect(pageBreaks({ ...plain, page: 200, repeated: { from: 0, to: 2 }, kept, heights })).toEqual([1, 2, 5]);
  });

  it('leave the last page no mere rest, but do not empty the one before for it', () => {
    const heights = new Array(21).fill(10);
    expect(pageBreaks({ ...plain, heights })).toEqual([10, 19]);
    // What stays together comes as a whole, or not at all.
    const kept = [{ from: 14, to: 20, firm: false }];
    expect(pageBreaks({ ...plain, heights, kept })).toEqual([10, 20]);
    expect(pageBreaks({ ...plain, heights, asked: [20] })).toEqual([10, 20]);
  });

  it('do not count rows above the first that prints', () => {
    expect(pageBreaks({ ...plain, first: 2, heights: new Array(6).fill(30) })).toEqual([5]);
  });

  it('end before rows that stay together', () => {
    const kept = [{ from: 2, to: 5, firm: false }];
    expect(pageBreaks({ ...plain, kept, heights: new Array(6).fill(30) })).toEqual([2, 5]);
  });

  it('rather part a group than a cell, and part anything that is higher than a page', () => {
    const group = { from: 0, to: 6, firm: false };
    const cell = { from: 2, to: 4, firm: true };
    expect(pageBreaks({ ...plain, kept: [group, cell], heights: new Array(6).fill(30) })).toEqual([2, 5]);
    expect(pageBreaks({ ...plain, kept: [{ ...group, firm: true }], heights: new Array(6).fill(30) })).toEqual([3]);
  });
});

const rows = fc
  .record({
    heights: fc.array(fc.integer({ min: 5, max: 60 }), { minLength: 1, maxLength: 60 }),
    kept: fc.array(fc.record({ from: fc.nat(60), length: fc.integer({ min: 1, max: 8 }), firm: fc.boolean() }), {
      maxLength: 12,
    }),
    head: fc.nat(3),
  })
  .map(({ heights, kept, head }): RowsToBreak => {
    const inside = kept.filter(({ from }) => from < heights.length);
    return {
      ...plain,
      heights,
      kept: inside.map(({ from, length, firm }) => ({ from, to: Math.min(from + length, heights.length), firm })),
      repeated: head === 0 ? null : { from: 0, to: Math.min(head, heights.length) },
      page: 200,
    };
  });

it('no page is higher than its room, and none parts what a page boundary could have spared', () => {
  fc.assert(
    fc.property(rows, (sheet) => {
      const starts = [0, ...pageBreaks(sheet)];
      const sum = (from: number, to: number) => sheet.heights.slice(from, to).reduce((total, each) => total + each, 0);
      for (const [index, start] of starts.entries()) {
        const end = starts[index + 1] ?? sheet.heights.length;
        const { repeated } = sheet;
        const head = repeated !== null && start >= repeated.to ? sum(repeated.from, repeated.to) : 0;
        expect(end).toBeGreaterThan(start);
        if (end > start + 1) expect(sum(start, end) + head).toBeLessThanOrEqual(sheet.page);
        if (index === 0) continue;
        const parted = (row: number, firm: boolean) =>
          sheet.kept.some((kept) => (kept.firm || !firm) && kept.from < row && row < kept.to);
        const others = Array.from({ length: start - (starts[index - 1] as number) - 1 }, (_, at) => start - 1 - at);
        if (parted(start, false)) expect(others.every((row) => parted(row, false))).toBe(true);
        if (parted(start, true)) expect(others.every((row) => parted(row, true))).toBe(true);
      }
    }),
  );
});
