import { createRequire } from 'node:module';

/** The parts of a fontkit font that are used here; fontkit has no types of its own. */
export interface FontkitFont {
  readonly unitsPerEm: number;
  readonly 'OS/2'?: { readonly usWeightClass: number };
  glyphForCodePoint(codePoint: number): FontkitGlyph;
}

interface FontkitGlyph {
  readonly id: number;
  readonly advanceWidth: number;
  readonly path: { readonly commands: readonly { readonly command: string; readonly args: readonly number[] }[] };
}

interface Fontkit {
  create(bytes: Uint8Array): FontkitFont | { readonly fonts: readonly FontkitFont[] };
  registerFormat(format: FontFormat): void;
}

interface FontFormat {
  probe(bytes: Uint8Array): boolean;
  new (stream: { readonly buffer: Uint8Array }): object;
}

/** The instance of fontkit that the PDF library loads; an `import` would yield another, which it never asks. */
export const fontkit = createRequire(import.meta.url)('fontkit') as Fontkit;
