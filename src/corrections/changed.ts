import type { Change, Shown } from '../model/correction.ts';

/** A change, if the two are not the same in print. */
export function changed(about: Omit<Change, 'before' | 'after'>, [before, after]: readonly Shown[]): Change[] {
  if (before == null || after == null || before.text === after.text) return [];
  return [{ ...about, before, after }];
}
