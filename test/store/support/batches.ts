import type { NewReturn } from '../../../src/model/return.ts';
import type { ReturnsToSave } from '../../../src/store/store.ts';
import { entryOf, fileOf, returnOf } from './samples.ts';

/** How many returns a batch has: enough that a kill may fall into the midst of it. */
export const returnsPerBatch = 15;

/** A file of returns that its writer and number determine. */
export function batchOf(writer: string, number: number): ReturnsToSave {
  const returns = Array.from({ length: returnsPerBatch }, (_, index): NewReturn => {
    const entries = Array.from({ length: 20 }, (_, at) =>
      entryOf(`${at + 1}.1`, String(number * 1000 + index * 20 + at)),
    );
    return returnOf(`${writer}${index}区`, null, { revision: null, entries });
  });
  return { file: fileOf(nameOf(writer, number)), returns };
}

export function nameOf(writer: string, number: number): string {
  return `${writer}-${number}.csv`;
}
