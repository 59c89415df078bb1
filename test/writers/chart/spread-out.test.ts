import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { spreadOut } from '../../../src/writers/chart/spread-out.ts';

describe('labels that would touch', () => {
  it.each([
    [
      [10, 50],
      [10, 50],
    ],
    [
      [30, 30],
      [25, 35],
    ],
    [
      [50, 48, 10],
      [54, 44, 10],
    ],
    [
      [0, 1, 2],
      [0, 10, 20],
    ],
    [
      [99, 100, 100],
      [80, 90, 100],
    ],
  ])('%j move to %j', (wanted, expected) => {
    expect(spreadOut(wanted, 10, 0, 100)).toEqual(expected);
  });

  test('keep their order, their distance and inside, and move no more than they must', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20, max: 120 }), { minLength: 1, maxLength: 11 }), (wanted) => {
        const moved = spreadOut(wanted, 10, 0, 100);
        const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
        const sorted = order.map((i) => moved[i] ?? Number.NaN);
        for (const [i, place] of sorted.entries()) {
          expect(place).toBeGreaterThanOrEqual(-1e-9);
          expect(place).toBeLessThanOrEqual(100 + 1e-9);
          if (i > 0) expect(place - (sorted[i - 1] ?? 0)).toBeGreaterThanOrEqual(10 - 1e-9);
        }
        // A push on any one label alone makes the sum of squares no smaller.
        const cost = (places: readonly number[]) => places.reduce((sum, p, i) => sum + (p - (wanted[i] ?? 0)) ** 2, 0);
        for (const [rank, index] of order.entries())
          for (const push of [-0.5, 0.5]) {
            const pushed = moved.with(index, (moved[index] ?? 0) + push);
            const line = order.map((i) => pushed[i] ?? 0);
            const apart = line.every((p, i) => i === 0 || p - (line[i - 1] ?? 0) >= 10);
            const inside = (line[rank] ?? 0) >= 0 && (line[rank] ?? 0) <= 100;
            if (apart && inside) expect(cost(pushed)).toBeGreaterThanOrEqual(cost(moved) - 1e-6);
          }
      }),
    );
  });
});
