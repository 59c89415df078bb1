import { WriteError } from '../../model/errors/write-error.ts';
import type { Message } from '../../model/language.ts';
import { codePointName } from '../../model/text.ts';
import type { Theme } from '../../model/theme.ts';
import type { CharactersByFace } from '../fonts/choose-faces.ts';
import { shownAs } from '../paged/prepared-text.ts';
import type { PrintedText } from '../printed-texts.ts';
import { faceOf } from './font-book.ts';
import { typefaceOf } from './text-styles.ts';

/** More places of one character are counted and not named. */
const mostPlaces = 5;

/** One line a character: where it stands and which faces were tried; and what an officer can do. */
export function missingGlyphs(missing: CharactersByFace, texts: readonly PrintedText[], theme: Theme): WriteError {
  const lines = [...byCharacter(missing, texts, theme)].map(([character, found]) => line(character, found));
  const list = (language: 'zh-CN' | 'en') => lines.map((message) => `\n  ${message[language]}`).join('');
  return new WriteError({
    'zh-CN': `${lines.length} 个字没有可用的字体：${list('zh-CN')}\n请在 theme.yaml 的 faces 中登记有这些字的字体文件，并把名称写进 fallback；或者更正原文`,
    en: `no face has a glyph for ${lines.length} character(s):${list('en')}\nname a font file that has them in faces of theme.yaml and add its name to fallback, or correct the text`,
  });
}

interface Found {
  /** Places by their English words, so that each is told once. */
  readonly places: Map<string, Message>;
  readonly faces: Set<string>;
}

function byCharacter(missing: CharactersByFace, texts: readonly PrintedText[], theme: Theme): Map<string, Found> {
  const found = new Map<string, Found>();
  for (const { text, role, strong, place } of texts) {
    const face = faceOf(typefaceOf(role, theme), strong);
    const lacking = missing.get(face);
    if (lacking === undefined) continue;
    for (const character of text) {
      if (!lacking.has(shownAs(character))) continue;
      const known = found.get(character) ?? { places: new Map(), faces: new Set() };
      found.set(character, known);
      const where = place();
      known.places.set(where.en, where);
      for (const tried of [face, ...theme.fallback]) known.faces.add(tried);
    }
  }
  return found;
}

function line(character: string, { places, faces }: Found): Message {
  const name = codePointName(character);
  const more = places.size - mostPlaces;
  const named = [...places.values()].slice(0, mostPlaces);
  const tried = [...faces];
  return {
    'zh-CN': `“${character}”（${name}）：${named.map((place) => place['zh-CN']).join('；')}${more > 0 ? `；另有 ${more} 处` : ''}；${tried.join('、')} 中都没有`,
    en: `${JSON.stringify(character)} (${name}): ${named.map((place) => place.en).join('; ')}${more > 0 ? `; ${more} more` : ''}; tried ${tried.join(', ')}`,
  };
}
