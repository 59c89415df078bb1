import type { ReturnRevisionRow } from './schema.ts';
import type { ReturnSaved } from './store.ts';

/** What decides about the place of a return among those of its month and reporter. */
export type StoredRevision = Pick<
  ReturnRevisionRow,
  'period' | 'reporter' | 'revision' | 'declared' | 'document_sha256' | 'content_sha256'
>;

/**
 * Where a return belongs. The same file says nothing new. A 版次 that the return names is kept while it is free; what
 * comes without one, or with one that other figures already have, is the next after the highest, unless it repeats it.
 */
export function placeOf(
  here: Omit<StoredRevision, 'revision'>,
  others: readonly StoredRevision[],
): Pick<ReturnSaved, 'outcome' | 'revision'> {
  const same = others.find(
    (one) =>
      one.document_sha256 === here.document_sha256 &&
      one.content_sha256 === here.content_sha256 &&
      one.declared === here.declared,
  );
  if (same) return { outcome: 'unchanged', revision: same.revision };
  const taken = others.find((one) => one.revision === here.declared);
  const highest = others.reduce<StoredRevision | null>(
    (high, one) => (high && high.revision > one.revision ? high : one),
    null,
  );
  if (highest === null) return { outcome: 'stored', revision: here.declared || 1 };
  if (here.declared > 0 && !taken) return { outcome: 'revised', revision: here.declared };
  const repeated = [taken, highest].find((one) => one?.content_sha256 === here.content_sha256);
  if (repeated) return { outcome: 'unchanged', revision: repeated.revision };
  return { outcome: 'revised', revision: highest.revision + 1 };
}
