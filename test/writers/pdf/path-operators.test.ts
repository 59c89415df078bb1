import { expect, test } from 'vitest';
import { pathOperators } from '../../../src/writers/pdf/path-operators.ts';

test('an outline becomes PDF operators, quadratic curves as the cubic ones of the same shape', () => {
  expect(pathOperators('M0 0L3 0Q6 0 6 3C6 4 5 5 4 5Z')).toBe(
    ['0 0 m', '3 0 l', '5 0 6 1 6 3 c', '6 4 5 5 4 5 c', 'h'].join('\n'),
  );
});

test('coordinates are kept to a thousandth of a point', () => {
  expect(pathOperators('M1.23456 -0.00001')).toBe('1.235 0 m');
});
