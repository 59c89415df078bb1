import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { valueScale } from '../../../src/writers/chart/value-scale.ts';

describe('a scale', () => {
  it.each([
    [[0.039, 0.512], '0%', ['0.0', '0.2', '0.4', '0.6']],
    [[0.5], '0%', ['0.0', '0.1', '0.2', '0.3', '0.4', '0.5']],
    [[1], '0%', ['0.0', '0.2', '0.4', '0.6', '0.8', '1.0']],
    [[2.23], '0%', ['0.0', '0.5', '1.0', '1.5', '2.0', '2.5']],
    [[0.003], '0%', ['0.00', '0.01']],
    [[0, 0], '0%', ['0.0', '0.2', '0.4', '0.6', '0.8', '1.0']],
    [[], '0', ['0', '1']],
    [[3], '0', ['0', '1', '2', '3']],
    [[12345], '0', ['0', '5000', '10000', '15000']],
    [[-0.12, 0.2], '0%', ['-0.2', '-0.1', '0.0', '0.1', '0.2']],
    [[-3], '0.0', ['-3.0', '-2.0', '-1.0', '0.0']],
  ])('over %j in %s has the ticks %j', (values, format, ticks) => {
    expect(valueScale(values, format).ticks.map(Number)).toEqual(ticks.map(Number));
  });

  test('holds every value and zero, in even steps that are few and differ in print', () => {
    // Doubles of every size, most of them next to zero, and figures as they are charted.
    const figure = fc.integer({ min: -500, max: 5_000 }).map((thousandths) => thousandths / 1000);
    const value = fc.oneof(fc.double({ min: -1e9, max: 1e9, noNaN: true }), figure);
    fc.assert(
      fc.property(fc.array(value, { maxLength: 8 }), fc.constantFrom('0%', '0', '0.0'), (values, format) => {
        const { least, most, step, ticks } = valueScale(values, format);
        for (const each of [0, ...values]) {
          expect(each).toBeGreaterThanOrEqual(least - step * 1e-6);
          expect(each).toBeLessThanOrEqual(most + step * 1e-6);
        }
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(7);
        for (const [i, tick] of ticks.entries()) expect(Number(tick)).toBeCloseTo(least + i * step, 6);
        expect(step).toBeGreaterThanOrEqual(format === '0%' ? 0.01 : format === '0' ? 1 : 0.1);
      }),
    );
  });
});
