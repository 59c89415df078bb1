import type { Diagnostic } from '../model/diagnostic.ts';
import type { Place } from '../model/document.ts';
import type { NewReturn } from '../model/return.ts';

/** Leaves out the rows in which a reader found an error; an error without a row spoils the whole file. */
export function withoutSpoilt(returns: readonly NewReturn[], found: readonly Diagnostic[]): NewReturn[] {
  const errors = found.filter(({ severity }) => severity === 'error').map(({ at }) => at);
  if (errors.length === 0) return [...returns];
  if (errors.some((at) => at === null || at.row === null)) return [];
  const spoilt = new Set(errors.map((at) => rowOf(at as Place)));
  return returns
    .map((one) => ({ ...one, entries: one.entries.filter(({ at }) => !spoilt.has(rowOf(at))) }))
    .filter(({ entries }) => entries.length > 0);
}

function rowOf({ part, row }: Place): string {
  return `${part}\n${row}`;
}
