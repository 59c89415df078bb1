import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shareWidth, splitColumns } from '../../../src/writers/paged/column-widths.ts';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('a width', () => {
  test('is shared in proportion while every column gets its minimum', () => {
    expect(shareWidth([1, 2, 1], [10, 10, 10], 100)).toEqual([25, 50, 25]);
  });

  test('is shared anew when a column needs more than its share', () => {
    expect(shareWidth([1, 2, 1], [40, 10, 10], 100)).toEqual([40, 40, 20]);
  });

  test('is used up and gives every column its minimum, whatever the weights', () => {
    const columns = fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 50 })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(columns, fc.integer({ min: 0, max: 500 }), (list, extra) => {
        const minima = list.map(([, minimum]) => minimum);
        const widths = shareWidth(
          list.map(([weight]) => weight),
          minima,
          sum(minima) + extra,
        );
        expect(sum(widths)).toBeCloseTo(sum(minima) + extra, 6);
        for (const [i, width] of widths.entries()) expect(width).toBeGreaterThanOrEqual((minima[i] as number) - 1e-9);
      }),
    );
  });
});

describe('columns too wide for a page', () => {
  const split = (count: number, leading: number, width: number) =>
    splitColumns(new Array(count).fill(1), new Array(count).fill(10), leading, width).map(({ columns }) => columns);

  test('stand in one panel if they fit after all', () => {
    expect(split(5, 2, 50)).toEqual([[0, 1, 2, 3, 4]]);
  });

  test('go to panels of about equal numbers, the leading ones in each', () => {
    expect(split(8, 2, 60)).toEqual([
      [0, 1, 2, 3, 4],
      [0, 1, 5, 6, 7],
    ]);
  });

  test('do not repeat leading ones that would fill more than half of the page', () => {
    expect(split(7, 4, 60)[1]).toEqual([0, 1, 2, 5, 6]);
  });

  test('all appear, in order and none twice but the leading ones', () => {
    const minima = fc.array(fc.integer({ min: 5, max: 120 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(minima, fc.integer({ min: 1, max: 5 }), (needs, leading) => {
        const panels = splitColumns(
          needs.map(() => 1),
          needs,
          leading,
          200,
        );
        const [first, second] = panels.map(({ columns }) => columns);
        const shared = second === undefined ? 0 : second.findIndex((column, at) => column !== first?.[at]);
        const own = panels.flatMap(({ columns }, at) => (at === 0 ? columns : columns.slice(shared)));
        expect(own).toEqual(needs.map((_, i) => i));
        for (const { widths } of panels) expect(sum(widths)).toBeCloseTo(200, 6);
      }),
    );
  });
});
