import { createRequire } from 'node:module';
import type { Element as XmlElement } from '@xmldom/xmldom';
import { unzipSync } from 'fflate';
import { attribute, child, children } from './word-xml.ts';
import { parseXml } from './xml.ts';

export interface OpenedFont {
  readonly bytes: Uint8Array;
  readonly familyName: string;
  readonly subfamilyName: string;
  readonly postscriptName: string;
  has(character: string): boolean;
}

/** Words of a Word file with the family and weight that they ask for. */
export interface AskedFont {
  readonly words: string;
  readonly family: string;
  readonly strong: boolean;
}

// It has no types of its own.
const fontkit = createRequire(import.meta.url)('fontkit') as {
  create(bytes: Uint8Array): Omit<OpenedFont, 'bytes' | 'has'> & { hasGlyphForCodePoint(code: number): boolean };
};

/** The fonts that a Word file carries, by `family` and `family bold`, found and decoded as ISO/IEC 29500-1, 17.8.1 says. */
export function embeddedFonts(docx: Uint8Array): Map<string, OpenedFont> {
  const entries = unzipSync(docx);
  const targets = new Map(
    children(parseXml(entries['word/_rels/fontTable.xml.rels'])).map((relation) => [
      attribute(relation, 'Id'),
      attribute(relation, 'Target'),
    ]),
  );
  const found = new Map<string, OpenedFont>();
  for (const font of children(parseXml(entries['word/fontTable.xml']), 'font'))
    for (const [name, suffix] of [
      ['embedRegular', ''],
      ['embedBold', ' bold'],
    ] as const) {
      const embedded = child(font, name);
      if (embedded === null) continue;
      const bytes = entries[`word/${targets.get(attribute(embedded, 'id'))}`] as Uint8Array;
      found.set(attribute(font, 'name') + suffix, opened(decoded(bytes, attribute(embedded, 'fontKey') ?? '')));
    }
  return found;
}

function decoded(bytes: Uint8Array, key: string): Uint8Array {
  const digits = key.replaceAll(/[{}-]/g, '');
  const guid = Array.from({ length: 16 }, (_, i) => Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16)).reverse();
  return bytes.map((byte, i) => (i < 32 ? byte ^ (guid[i % 16] as number) : byte));
}

function opened(bytes: Uint8Array): OpenedFont {
  const font = fontkit.create(Buffer.from(bytes));
  const { familyName, subfamilyName, postscriptName } = font;
  const has = (character: string) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
  return { bytes, familyName, subfamilyName, postscriptName, has };
}

/** Every run of body, headers and footers with the font that Word finds for it through run, style and defaults. */
export function askedFonts(docx: Uint8Array): AskedFont[] {
  const entries = unzipSync(docx);
  const sheet = parseXml(entries['word/styles.xml']);
  const styles = new Map(children(sheet, 'style').map((style) => [attribute(style, 'styleId'), style]));
  const defaults = child(child(child(sheet, 'docDefaults'), 'rPrDefault'), 'rPr');
  const inherited = (id: string | null, look: (rPr: XmlElement | null) => string | null): string | null => {
    const style = styles.get(id) ?? null;
    if (style === null) return look(defaults);
    return look(child(style, 'rPr')) ?? inherited(attribute(child(style, 'basedOn'), 'val'), look);
  };
  const familyIn = (rPr: XmlElement | null) => attribute(child(rPr, 'rFonts'), 'eastAsia');
  const boldIn = (rPr: XmlElement | null) => (child(rPr, 'b') === null ? null : 'bold');
  const asked: AskedFont[] = [];
  for (const [name, bytes] of Object.entries(entries)) {
    if (!/^word\/(document|header\d|footer\d)\.xml$/.test(name)) continue;
    for (const paragraph of Array.from(parseXml(bytes).getElementsByTagName('w:p'))) {
      const style = attribute(child(child(paragraph, 'pPr'), 'pStyle'), 'val') ?? 'Normal';
      for (const run of children(paragraph, 'r')) {
        const words = children(run, 't').map((text) => text.textContent ?? '');
        const own = child(run, 'rPr');
        const family = familyIn(own) ?? inherited(style, familyIn) ?? '';
        const strong = (boldIn(own) ?? inherited(style, boldIn)) === 'bold';
        asked.push({ words: words.join(''), family, strong });
      }
    }
  }
  return asked;
}
