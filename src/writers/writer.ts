import type { Document } from '../model/document.ts';
import type { Theme } from '../model/theme.ts';

/**
 * Cuts a font file down to some characters, without hinting and layout tables; null where the bytes are no font. Of a
 * collection it takes the first font.
 */
export type FontSubsetter = (font: Uint8Array, characters: Iterable<string>) => Uint8Array | null;

/** What a writer needs besides the document; loaded by the app, so that writers touch no disk. */
export interface Resources {
  readonly theme: Theme;
  /** The font file of a face of the theme, the same bytes object each time. FileError where it cannot be read. */
  font(face: string): Promise<Uint8Array>;
  fontSubsetter(): Promise<FontSubsetter>;
}

/**
 * Turns a document into the bytes of one file format. Pure: the same document and resources give the same bytes
 * on any day. Throws `WriteError` for a document that the format cannot hold.
 */
export interface Writer {
  readonly format: string;
  /** File extension without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  write(document: Document, resources: Resources): Promise<Uint8Array>;
}
