import type { Withdrawal } from '../model/withdrawal.ts';
import type { ReturnRevisionRow } from './schema.ts';
import type { ReturnSaved } from './store.ts';

/** What decides about the place of a return among those of its month and reporter. */
export interface StoredRevision
  extends Pick<
    ReturnRevisionRow,
    'period' | 'reporter' | 'revision' | 'declared' | 'document_sha256' | 'content_sha256'
  > {
  readonly withdrawal: Withdrawal | null;
}

/**
 * Where a return belongs. The same file says nothing new. A 版次 that the return names is kept while it is free; what
 * comes without one, or with one that other figures already have, is the next after the highest, unless it repeats it.
 * One that repeats a withdrawn return stays out unless its 版次 is a new one or it is to be `readmitted`; numbers are never used twice.
 */
export function placeOf(
  here: Omit<StoredRevision, 'revision' | 'withdrawal'>,
  others: readonly StoredRevision[],
  readmitted: boolean,
): Pick<ReturnSaved, 'outcome' | 'revision' | 'withdrawal'> {
  const standing = others.filter(({ withdrawal }) => withdrawal === null);
  const same = standing.find((one) => isTwin(one, here));
  if (same) return { outcome: 'unchanged', revision: same.revision };
  const outcome = standing.length === 0 ? 'stored' : 'revised';
  const taken = others.find((one) => one.revision === here.declared);
  if (here.declared > 0 && !taken) return { outcome, revision: here.declared };
  const says = (one: StoredRevision | undefined) => one?.content_sha256 === here.content_sha256;
  // A readmitted file is known by its bytes alone.
  const sameFile = standing.find((one) => one.document_sha256 === here.document_sha256 && says(one));
  const repeated = [taken, highest(standing), sameFile].find((one) => one?.withdrawal === null && says(one));
  if (repeated) return { outcome: 'unchanged', revision: repeated.revision };
  const back = readmitted ? undefined : highest(others.filter((one) => one.withdrawal !== null && says(one)));
  if (back?.withdrawal) return { outcome: 'withdrawn', revision: back.revision, withdrawal: back.withdrawal };
  return { outcome, revision: (highest(others)?.revision ?? 0) + 1 };
}

/** The 版次 that a new revision is kept with: no two of one file have the same, so one that comes in again has its number. */
export function declaredOf(
  here: Omit<StoredRevision, 'withdrawal'>,
  others: readonly StoredRevision[],
): StoredRevision['declared'] {
  return others.some((one) => isTwin(one, here)) ? here.revision : here.declared;
}

type Twin = Pick<StoredRevision, 'document_sha256' | 'content_sha256' | 'declared'>;

function isTwin(one: Twin, other: Twin): boolean {
  return (
    one.document_sha256 === other.document_sha256 &&
    one.content_sha256 === other.content_sha256 &&
    one.declared === other.declared
  );
}

function highest(revisions: readonly StoredRevision[]): StoredRevision | undefined {
  return revisions.reduce<StoredRevision | undefined>(
    (high, one) => (high && high.revision > one.revision ? high : one),
    undefined,
  );
}
