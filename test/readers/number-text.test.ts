import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exact, rounded } from '../../src/model/exact.ts';
import { quantityFormat } from '../../src/model/quantity.ts';
import { decimalOf, kept, shownNumber, showsOther } from '../../src/readers/xlsx/number-text.ts';

/** Decimals of up to 15 digits, which a spreadsheet keeps without loss. */
const decimal = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 999_999_999_999_999n }), fc.integer({ min: 0, max: 9 }))
  .map(([negative, digits, places]) => {
    const padded = digits.toString().padStart(places + 1, '0');
    const text = places === 0 ? padded : `${padded.slice(0, -places)}.${padded.slice(-places)}`;
    return negative && digits !== 0n ? `-${text}` : text;
  });
const canonical = (text: string) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

describe('numbers in a workbook', () => {
  it.each([
    ['0.1', '0.1'],
    ['-0', '0'],
    ['+7', '7'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['007.50', '7.5'],
    ['1E3', '1000'],
    ['1.25e-7', '0.000000125'],
    ['9.1999999999999993', '9.2'],
    ['0.30000000000000004', '0.30000000000000004'],
    ['1.0000000000000001E-5', '0.00001'],
    ['123456789012345678', '123456789012345678'],
    ['1.7976931348623157E+308', `17976931348623157${'0'.repeat(292)}`],
  ])('%s is %s', (written, number) => expect(decimalOf(written)).toBe(number));

  it.each(['', '-', '.', '1,4', '0x10', '1e', 'NaN', '1e9999', '1'.repeat(401)])('%s is none', (written) =>
    expect(decimalOf(written)).toBeNull(),
  );

  it('keep every decimal of 15 digits, plain, with exponent and as the 17 digits of its double', () => {
    fc.assert(
      fc.property(decimal, (text) => {
        const number = canonical(text);
        expect(decimalOf(text)).toBe(number);
        expect(decimalOf(Number(text).toExponential())).toBe(number);
        expect(decimalOf(Number(text).toPrecision(17))).toBe(number);
        expect(kept(number)).toBe(number);
      }),
      { numRuns: 500 },
    );
  });

  it('are shown rounded half away from zero, in all decimals of the format', () => {
    const places = fc.integer({ min: 0, max: 6 });
    fc.assert(
      fc.property(decimal, places, fc.constantFrom('', '张', '万平方米'), (text, count, unit) => {
        const digits = count === 0 ? '0' : `0.${'0'.repeat(count)}`;
        const shown = shownNumber(canonical(text), unit === '' ? digits : `${digits}"${unit}"`, false);
        // A negative number of no digits keeps its sign in Excel.
        expect(shown?.replace(/^-(?=[0.]+(?:\D*)$)/, '')).toBe(rounded(exact(text), count) + unit);
      }),
      { numRuns: 500 },
    );
  });

  it('with the format of a quantity show the quantity, and are not rounded', () => {
    fc.assert(
      fc.property(decimal, (text) => {
        const format = quantityFormat({ value: text, unit: '万平方米' });
        expect(shownNumber(canonical(text), format, false)).toBe(`${text}万平方米`);
        expect(showsOther(canonical(text), `${text}万平方米`, format)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});
