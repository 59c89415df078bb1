import type { Resources } from '../writer.ts';
import { type ParsedFont, parseFont } from './parsed-font.ts';

/** Face → the characters that it should show. */
export type CharactersByFace = ReadonlyMap<string, ReadonlySet<string>>;

/** Face → character that it lacks → the face that shows it instead. */
export type StandIns = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Which faces show what. */
export interface ChosenFaces {
  /** The faces that were opened, by name. */
  readonly fonts: ReadonlyMap<string, ParsedFont>;
  readonly standIns: StandIns;
  /** Characters that neither the face nor a fallback of the theme has. */
  readonly missing: CharactersByFace;
}

/**
 * Opens the wanted faces, and those of the theme's `fallback` that must stand in for them; a fallback is read only for a
 * character that all before it lack.
 */
export async function chooseFaces(wanted: CharactersByFace, resources: Resources): Promise<ChosenFaces> {
  const fonts = new Map<string, ParsedFont>();
  const open = async (face: string): Promise<ParsedFont> => {
    const font = fonts.get(face) ?? parseFont(await resources.font(face), face);
    fonts.set(face, font);
    return font;
  };
  const standIns = new Map<string, Map<string, string>>();
  const missing = new Map<string, Set<string>>();
  for (const [face, characters] of wanted) {
    let lacking = without(await open(face), [...characters]);
    const instead = new Map<string, string>();
    for (const fallback of resources.theme.fallback) {
      if (lacking.length === 0) break;
      const left = new Set(without(await open(fallback), lacking));
      for (const character of lacking) if (!left.has(character)) instead.set(character, fallback);
      lacking = [...left];
    }
    standIns.set(face, instead);
    if (lacking.length > 0) missing.set(face, new Set(lacking));
  }
  return { fonts, standIns, missing };
}

function without(font: ParsedFont, characters: readonly string[]): string[] {
  return characters.filter((character) => !font.has(character));
}
