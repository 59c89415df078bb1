import type { TextRun } from '../../model/document.ts';
import { WriteError } from '../../model/errors/write-error.ts';
import { codePointName } from '../../model/text.ts';
import type { Typeface } from '../../model/theme.ts';
import { shownAs } from '../paged/prepared-text.ts';
import type { Ruler } from '../paged/ruler.ts';
import type { Resources } from '../writer.ts';
import { type ParsedFont, parseFont } from './parsed-font.ts';

/** The font faces of one document. Throws `WriteError` for a face without a file and for a character without a glyph. */
export class FontBook {
  readonly #resources: Resources;
  readonly #used = new Map<string, ParsedFont>();

  constructor(resources: Resources) {
    this.#resources = resources;
  }

  /** Faces that something was measured in, in order of first use. */
  get used(): ReadonlyMap<string, ParsedFont> {
    return this.#used;
  }

  font(face: string): ParsedFont {
    const known = this.#used.get(face);
    if (known !== undefined) return known;
    const bytes = this.#resources.fonts.get(face);
    if (bytes === undefined)
      throw new WriteError({ 'zh-CN': `没有字体“${face}”的文件`, en: `no font file for face ${face}` });
    const font = parseFont(bytes, face);
    this.#used.set(face, font);
    return font;
  }

  /** Throws for the first character that the typeface does not have; `place` says where the text stands. */
  check(runs: readonly TextRun[], typeface: Typeface, place: string): void {
    for (const run of runs) {
      const face = faceOf(typeface, run.strong);
      const font = this.font(face);
      for (const character of run.text) if (!font.has(shownAs(character))) throw missingGlyph(character, face, place);
    }
  }

  ruler(typeface: Typeface): Ruler {
    const regular = this.font(typeface.face);
    const strong = this.font(typeface.boldFace);
    return { width: (character, bold) => (bold ? strong : regular).width(character) };
  }
}

export function faceOf(typeface: Typeface, strong: boolean): string {
  return strong ? typeface.boldFace : typeface.face;
}

function missingGlyph(character: string, face: string, place: string): WriteError {
  const name = codePointName(character);
  return new WriteError({
    'zh-CN': `字体“${face}”中没有“${character}”（${name}）：${place}`,
    en: `face ${face} has no glyph for ${JSON.stringify(character)} (${name}): ${place}`,
  });
}
