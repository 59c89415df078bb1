/**
 * `same`: byte for byte the file that was made, and its cells are right. `changed`: another file now. `differs`: the
 * file that was made, but not what its document says. `other`: that of another packet. `missing` and `unlisted`:
 * manifest and folder disagree. `unknown`: there is nothing to compare it with.
 */
export type Verdict = 'same' | 'changed' | 'differs' | 'other' | 'missing' | 'unlisted' | 'unknown';

export interface VerifiedFile {
  readonly path: string;
  readonly verdict: Verdict;
  /** Null where the file was not opened. */
  readonly sha256: string | null;
  /** Of the packet that it belongs to; null where that is unknown. */
  readonly audience: string | null;
  readonly month: string | null;
}
