import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalText, exact, mean, ratio, rounded, sum } from '../../src/model/exact.ts';

const cents = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
const decimalOf = (units: bigint, places: number) => {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
};

describe('exact numbers', () => {
  it('add the ten figures of 保障性住房 to 100 exactly', () => {
    const figures = ['23', '9.2', '8', '11', '5', '11.9', '6', '16', '3.9', '6'];
    expect(decimalText(sum(figures.map(exact)))).toBe('100');
  });

  it('add any decimals as whole numbers of hundredths do', () => {
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 30 }), (units) => {
        const total = sum(units.map((u) => exact(decimalOf(u, 2))));
        expect(rounded(total, 2).replace(/^-(?=0\.00$)/, '')).toBe(
          decimalOf(
            units.reduce((a, b) => a + b, 0n),
            2,
          ),
        );
      }),
    );
  });

  it('round half away from zero', () => {
    expect(['0.05', '-0.05', '0.049', '2.5', '-2.5'].map((v) => rounded(exact(v), 1))).toEqual([
      '0.1',
      '-0.1',
      '0.0',
      '2.5',
      '-2.5',
    ]);
    expect(rounded(exact('2.5'), 0)).toBe('3');
  });

  it('keep thirds exact until they are printed', () => {
    expect(sum([ratio(1, 3), ratio(1, 3), ratio(1, 3)]).equals(1)).toBe(true);
    expect(mean([ratio(1, 3), ratio(2, 3)])?.equals(ratio(1, 2))).toBe(true);
    expect(mean([])).toBeNull();
  });

  it.each(['', '1e3', '1/3', '0.(3)', '１', ' 1', '1,000'])('refuse %j', (text) => {
    expect(() => exact(text)).toThrow(RangeError);
  });
});
