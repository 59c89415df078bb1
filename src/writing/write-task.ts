import type { Typography } from '../house-style/fonts.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Document } from '../model/document.ts';
import type { Message } from '../model/language.ts';
import type { Format } from '../writers/index.ts';

/** One document to be written in one format. */
export interface WriteTask {
  readonly document: Document;
  readonly format: Format;
  /** The theme, and where its fonts are. */
  readonly typography: Typography;
}

/** One written file. */
export interface WrittenFile {
  readonly extension: string;
  readonly bytes: Uint8Array;
}

/**
 * The file; or why the document cannot be written, in what the file differs from it, or why theme and fonts cannot be
 * read. Errors lose their class between threads, so they travel as data.
 */
export type WriteOutcome =
  | { readonly file: WrittenFile }
  | { readonly unwritable: Message }
  | { readonly different: readonly Diagnostic[] }
  | { readonly unreadable: Message };
