import type { Document } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';
import { shownAs } from '../paged/prepared-text.ts';
import { type PrintedText, printedTexts } from '../printed-texts.ts';
import type { Resources } from '../writer.ts';
import { FontBook, faceOf } from './font-book.ts';
import { type MissingGlyphs, missingGlyphs } from './missing-glyphs.ts';
import { type ParsedFont, parseFont } from './parsed-font.ts';
import { typefaceOf } from './text-styles.ts';

/**
 * Opens the faces that the texts of a document need, and no others: a fallback is read only for a character that the
 * text's own face lacks. Throws `WriteError` that names every character for which no face has a glyph, with its places.
 */
export async function openFonts(document: Document, resources: Resources): Promise<FontBook> {
  const { theme } = resources;
  const texts = printedTexts(document, theme);
  const fonts = new Map<string, ParsedFont>();
  const open = async (face: string): Promise<ParsedFont> => {
    const font = fonts.get(face) ?? parseFont(await resources.font(face), face);
    fonts.set(face, font);
    return font;
  };

  const standIns = new Map<string, Map<string, string>>();
  const missing: MissingGlyphs = new Map();
  for (const [face, characters] of charactersByFace(texts, theme)) {
    let lacking = without(await open(face), [...characters]);
    const instead = new Map<string, string>();
    for (const fallback of theme.fallback) {
      if (lacking.length === 0) break;
      const left = without(await open(fallback), lacking);
      for (const character of lacking) if (!left.includes(character)) instead.set(character, fallback);
      lacking = left;
    }
    standIns.set(face, instead);
    if (lacking.length > 0) missing.set(face, new Set(lacking));
  }
  if (missing.size > 0) throw missingGlyphs(missing, texts, theme);
  return new FontBook(fonts, standIns);
}

/** The face that should show a text. */
export function faceOfText({ role, strong }: PrintedText, theme: Theme): string {
  return faceOf(typefaceOf(role, theme), strong);
}

function charactersByFace(texts: readonly PrintedText[], theme: Theme): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const text of texts) {
    const face = faceOfText(text, theme);
    const characters = found.get(face) ?? new Set();
    for (const character of text.text) characters.add(shownAs(character));
    if (text.text !== '') found.set(face, characters);
  }
  return found;
}

function without(font: ParsedFont, characters: readonly string[]): string[] {
  return characters.filter((character) => !font.has(character));
}
