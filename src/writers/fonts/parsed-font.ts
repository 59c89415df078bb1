import { WriteError } from '../../model/errors/write-error.ts';
import { type FontkitFont, fontkit } from './fontkit.ts';

/** A glyph as the PDF library wants it for showing a text. */
interface ShownGlyph {
  readonly id: number;
  readonly advanceWidth: number;
  readonly codePoints: readonly number[];
}

/** A font file that has been read once and serves all documents, for measuring and for embedding. */
export class ParsedFont {
  /**
   * Stands for this font where the PDF library wants the bytes of a file. It would read the real ones, 10 to 15 MB
   * each, anew for every document.
   */
  readonly handle: Uint8Array;
  /** 400 for regular, 700 for bold (OS/2, usWeightClass). */
  readonly weight: number;
  readonly #font: FontkitFont;
  readonly #unitsPerEm: number;
  readonly #glyphs = new Map<number, ShownGlyph>();

  constructor(font: FontkitFont) {
    this.#font = font;
    this.#unitsPerEm = font.unitsPerEm;
    this.weight = font['OS/2']?.usWeightClass ?? 400;
    this.handle = new TextEncoder().encode('font');
    handles.set(this.handle, Object.assign(Object.create(font), { layout: (text: string) => this.#layout(text) }));
  }

  /** Whether the font has a glyph for this character. A line feed needs none. */
  has(character: string): boolean {
    return character === '\n' || this.#glyph(character.codePointAt(0) ?? 0).id !== 0;
  }

  /** Advance width in em. */
  width(character: string): number {
    return this.#glyph(character.codePointAt(0) ?? 0).advanceWidth / this.#unitsPerEm;
  }

  /** Outline of a character as drawing commands in em, y upwards. */
  outline(character: string): { command: string; args: number[] }[] {
    const { commands } = this.#font.glyphForCodePoint(character.codePointAt(0) ?? 0).path;
    return commands.map(({ command, args }) => ({ command, args: args.map((arg) => arg / this.#unitsPerEm) }));
  }

  #glyph(codePoint: number): ShownGlyph {
    const known = this.#glyphs.get(codePoint);
    if (known !== undefined) return known;
    const { id, advanceWidth } = this.#font.glyphForCodePoint(codePoint);
    const glyph = { id, advanceWidth, codePoints: [codePoint] };
    this.#glyphs.set(codePoint, glyph);
    return glyph;
  }

  /**
   * Replaces fontkit's shaping: one glyph per character, without kerning and ligatures. Chinese needs neither, and a
   * text is then exactly as wide as its characters were measured. The positions are new ones each time, because the
   * PDF library scales them in place.
   */
  #layout(text: string) {
    const glyphs = Array.from(text, (character) => this.#glyph(character.codePointAt(0) ?? 0));
    // Every text is checked where its place is known; one that is missing there is a fault of the program.
    if (glyphs.some(({ id }) => id === 0)) throw new Error(`no glyph for a character of ${JSON.stringify(text)}`);
    const positions = glyphs.map((glyph) => ({ xAdvance: glyph.advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 }));
    return { glyphs, positions, advanceWidth: glyphs.reduce((sum, glyph) => sum + glyph.advanceWidth, 0) };
  }
}

const handles = new WeakMap<Uint8Array, object>();
const parsed = new WeakMap<Uint8Array, ParsedFont>();

/** Lets fontkit, and so the PDF library, take a handle for the font that it stands for. */
fontkit.registerFormat(
  class {
    static probe(bytes: Uint8Array): boolean {
      return handles.has(bytes);
    }

    constructor(stream: { readonly buffer: Uint8Array }) {
      // biome-ignore lint/correctness/noConstructorReturn: fontkit makes fonts with `new`, and this one exists already.
      return handles.get(stream.buffer) as object;
    }
  },
);

/** Reads a TrueType or OpenType font, or the first of a collection; the same bytes are read only once. */
export function parseFont(bytes: Uint8Array, face: string): ParsedFont {
  const known = parsed.get(bytes);
  if (known !== undefined) return known;
  let file: ReturnType<typeof fontkit.create>;
  try {
    file = fontkit.create(bytes);
  } catch (cause) {
    throw new WriteError(
      {
        'zh-CN': `字体“${face}”的文件不是可用的字体（ttf、otf 或 ttc），请核对 theme.yaml 的 faces`,
        en: `the font file of face ${face} cannot be read`,
      },
      { cause },
    );
  }
  const first = 'fonts' in file ? file.fonts[0] : file;
  if (first === undefined)
    throw new WriteError({
      'zh-CN': `字体“${face}”的文件中没有字体，请核对 theme.yaml 的 faces`,
      en: `the font file of face ${face} holds no font`,
    });
  const font = new ParsedFont(first);
  parsed.set(bytes, font);
  return font;
}
