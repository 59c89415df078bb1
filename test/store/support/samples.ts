import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import type { Place } from '../../../src/model/document.ts';
import type { Period } from '../../../src/model/period.ts';
import type { NewReturn, ReturnEntry } from '../../../src/model/return.ts';
import type { ReadFile, ReturnsToSave } from '../../../src/store/store.ts';

export const now = '2023-07-03T01:02:03.000Z';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export function fileOf(name: string, text = name, diagnostics: readonly Diagnostic[] = []): ReadFile {
  return { name, bytes: bytesOf(text), diagnostics };
}

export function placeOf(source: string, row: number): Place {
  return { source, part: null, row, column: 6 };
}

export function entryOf(target: string, value: string | null, more: Partial<ReturnEntry> = {}): ReturnEntry {
  const cumulative = value === null ? null : { value, unit: '座' };
  return {
    target,
    cumulative,
    mark: value === null ? '未报送' : null,
    remark: '',
    at: placeOf('月报.csv', 2),
    ...more,
  };
}

/** A return of target 1.1 alone. */
export function returnOf(reporter: string, value: string | null, more: Partial<NewReturn> = {}): NewReturn {
  return {
    reporter,
    period: '2023-06' as Period,
    revision: 1,
    cutoff: '2023-06-30',
    sample: false,
    entries: [entryOf('1.1', value)],
    at: placeOf('月报.csv', 2),
    ...more,
  };
}

/** A file with these returns; its name stands for its bytes too. */
export function returnsIn(name: string, ...returns: NewReturn[]): ReturnsToSave {
  return { file: fileOf(name), returns };
}
