import type { Reading } from '../model/reading.ts';

/** Knows one file format and nothing of 民生实事. Never throws for a bad file: that is an error diagnostic. */
export interface Reader {
  readonly format: string;
  /** Lower-case file extensions without the dot. */
  readonly extensions: readonly string[];
  /** `source` is the file's name as the operator knows it. */
  read(bytes: Uint8Array, source: string): Reading;
}
