import type { Document } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';
import type { CharactersByFace } from '../fonts/choose-faces.ts';
import { printedTexts, type TextRole } from '../printed-texts.ts';

export type TypefaceName = keyof Theme['fonts'];

/** The typeface of each kind of text in Word, as the styles have them. */
export const wordTypefaces: Readonly<Record<TextRole, TypefaceName>> = {
  'heading-1': 'title',
  'heading-2': 'heading',
  'heading-3': 'subheading',
  body: 'body',
  number: 'body',
  imprint: 'body',
  lead: 'subheading',
  'annex-list': 'body',
  'annex-label': 'heading',
  'table-unit': 'body',
  note: 'body',
  signature: 'body',
  list: 'body',
  table: 'table',
  chart: 'table',
  colophon: 'body',
  banner: 'heading',
  'page-number': 'body',
};

/** In every font, so that an officer can correct a figure or a sentence, and the dashes of the key in a chart. */
const always =
  Array.from({ length: 0x7f - 0x20 }, (_, i) => String.fromCharCode(0x20 + i)).join('') +
  '　，。、；：？！（）《》【】“”‘’—…·％┄';

/** A weight of a typeface with the characters that the document shows in it. */
export interface FontUse {
  readonly typeface: TypefaceName;
  readonly strong: boolean;
  readonly face: string;
  readonly characters: Set<string>;
}

/** Every weight of every typeface that the document uses. */
export function fontUses(document: Document, theme: Theme): FontUse[] {
  const uses = new Map<string, FontUse>();
  for (const { text, role, strong } of printedTexts(document, theme)) {
    if (text === '') continue;
    const typeface = wordTypefaces[role];
    const { face, boldFace } = theme.fonts[typeface];
    const key = `${typeface} ${strong}`;
    const use = uses.get(key) ?? { typeface, strong, face: strong ? boldFace : face, characters: new Set(always) };
    for (const character of text) use.characters.add(character);
    uses.set(key, use);
  }
  return [...uses.values()];
}

/** The same by face. */
export function charactersByFace(uses: readonly FontUse[]): CharactersByFace {
  const found = new Map<string, Set<string>>();
  for (const { face, characters } of uses) found.set(face, new Set([...(found.get(face) ?? []), ...characters]));
  return found;
}
