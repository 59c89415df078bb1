import type { Document } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';
import { chooseFaces } from '../fonts/choose-faces.ts';
import { shownAs } from '../paged/prepared-text.ts';
import { type PrintedText, printedTexts } from '../printed-texts.ts';
import type { Resources } from '../writer.ts';
import { FontBook, faceOf } from './font-book.ts';
import { missingGlyphs } from './missing-glyphs.ts';
import { typefaceOf } from './text-styles.ts';

/**
 * Opens the faces that the texts of a document need, and no others. Throws `WriteError` that names every character for
 * which no face has a glyph, with its places.
 */
export async function openFonts(document: Document, resources: Resources): Promise<FontBook> {
  const { theme } = resources;
  const texts = printedTexts(document, theme);
  const { fonts, standIns, missing } = await chooseFaces(charactersByFace(texts, theme), resources);
  if (missing.size > 0) throw missingGlyphs(missing, texts, theme);
  return new FontBook(fonts, standIns);
}

function charactersByFace(texts: readonly PrintedText[], theme: Theme): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { text, role, strong } of texts) {
    if (text === '') continue;
    const face = faceOf(typefaceOf(role, theme), strong);
    const characters = found.get(face) ?? new Set();
    for (const character of text) characters.add(shownAs(character));
    found.set(face, characters);
  }
  return found;
}
