import type { Return } from '../../src/model/return.ts';
import { csvReader } from '../../src/readers/csv.ts';
import { readReturns } from '../../src/returns/read-returns.ts';
import { sampleSources } from './plan-2023.ts';

/** All returns of the sample year. */
export function sampleReturns(): Return[] {
  return sampleSources('2023-06')
    .returns.flatMap(({ name, bytes }) => readReturns(csvReader.read(bytes, name).blocks, name).returns)
    .map((one) => ({ ...one, revision: one.revision ?? 1 }));
}
