import type { Diagnostic } from '../model/diagnostic.ts';
import type { Block } from '../model/document.ts';

/** What a file says, in the order it says it; every cell knows its place in the file. */
export interface Reading {
  readonly blocks: readonly Block[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Knows one file format and nothing of 民生实事. Never throws for a bad file: that is an error diagnostic. */
export interface Reader {
  readonly format: string;
  /** Lower-case file extensions without the dot. */
  readonly extensions: readonly string[];
  /** `source` is the file's name as the operator knows it. */
  read(bytes: Uint8Array, source: string): Reading;
}
