import fc from 'fast-check';
import type { DownStyle } from './down-table.ts';

/** Every way in which an office sets a table with districts down. */
export const anyDownStyle: fc.Arbitrary<DownStyle> = fc.record({
  total: fc.constantFrom('first', 'last'),
  numbers: fc.constantFrom('prefix', 'row', 'none'),
  units: fc.constantFrom('cell', 'bracket', 'row'),
  numbered: fc.boolean(),
});
