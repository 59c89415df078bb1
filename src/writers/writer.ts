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
  /** Font files by the face names of `theme.faces`. Only writers with `needsFonts` look at it. */
  readonly fonts: ReadonlyMap<string, Uint8Array>;
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
  readonly needsFonts: boolean;
  write(document: Document, resources: Resources): Promise<Uint8Array>;
}
