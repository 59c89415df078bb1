import type { Reading } from './reading.ts';

/** A file's name as the operator knows it, and its bytes. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What it says, if it is of a format that cannot be read at once (`readLater`). */
  readonly reading?: Reading;
}
