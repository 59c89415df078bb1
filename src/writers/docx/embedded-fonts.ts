import type { Document } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';
import { chooseFaces } from '../fonts/choose-faces.ts';
import type { Resources } from '../writer.ts';
import { charactersByFace, fontUses, type TypefaceName } from './embedded-texts.ts';
import { embeddableSubset } from './embedding-rights.ts';
import { renamedFont } from './font-names.ts';
import { hexadecimal, obfuscatedFont, sha256 } from './obfuscated-font.ts';
import type { StandInFamilies } from './stand-ins.ts';

/** A font file inside the Word file. */
export interface EmbeddedFont {
  /** Below `word/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** `{8-4-4-4-12}`, which undoes the obfuscation. */
  readonly key: string;
}

/** A family of the file, with the weights that the text uses. */
export interface EmbeddedFamily {
  readonly name: string;
  /** What the theme calls it, for programs that read no embedded fonts; null for stand-ins. */
  readonly office: string | null;
  readonly regular: EmbeddedFont | null;
  readonly bold: EmbeddedFont | null;
}

export interface EmbeddedFonts {
  readonly families: readonly EmbeddedFamily[];
  readonly files: readonly EmbeddedFont[];
  /** The theme with the names of these families in place of the office's. */
  readonly theme: Theme;
  readonly standIns: StandInFamilies;
}

const familyNames: Readonly<Record<TypefaceName, string>> = {
  title: '简报标题',
  heading: '简报一级标题',
  subheading: '简报二级标题',
  body: '简报正文',
  table: '简报表格',
};
const standInName = '简报补字';
/** Units of font weight that an eye sees. */
const clearlyBolder = 200;

/** A font file to be cut, and its place in a family. */
interface Slot {
  readonly family: string;
  readonly office: string | null;
  readonly postScript: string;
  readonly strong: boolean;
  readonly face: string;
  readonly characters: ReadonlySet<string>;
}

/**
 * Cuts the theme's faces, and those that stand in for them, down to what the document shows. The families get names that
 * no other file and no computer has: Word would take an installed font, or the subset of another open file, for one of
 * the same name. Throws WriteError for a font that cannot or must not be embedded.
 */
export async function embedFonts(document: Document, resources: Resources): Promise<EmbeddedFonts> {
  const { theme } = resources;
  const uses = fontUses(document, theme);
  const { fonts: opened, standIns } = await chooseFaces(charactersByFace(uses), resources);
  const instead = new Map([...standIns.values()].flatMap((characters) => [...characters]));
  const faces = [...new Set(instead.values())];
  const nameOf = (face: string) => standInName + (faces.length > 1 ? String(faces.indexOf(face) + 1) : '');
  const weightOf = (face: string) => opened.get(face)?.weight ?? 0;
  const lightest = Math.min(...faces.map(weightOf));
  const bolder = uses.filter(({ face, strong }) => !strong && weightOf(face) - lightest >= clearlyBolder);
  const slots: Slot[] = [
    ...uses.map(({ typeface, ...use }) => {
      return { family: familyNames[typeface], office: theme.fonts[typeface].office, postScript: typeface, ...use };
    }),
    ...faces.map((face) => {
      const characters = new Set([...instead.keys()].filter((character) => instead.get(character) === face));
      return { family: nameOf(face), office: null, postScript: `rare-${face}`, strong: false, face, characters };
    }),
  ];
  const { families, files, mark } = await cutFonts(slots, resources);
  const fonts = Object.entries(theme.fonts).map(([name, typeface]) => {
    const family = `${familyNames[name as TypefaceName]} ${mark}`;
    return [name, families.some((known) => known.name === family) ? { ...typeface, office: family } : typeface];
  });
  return {
    families,
    files,
    theme: { ...theme, fonts: Object.fromEntries(fonts) as Theme['fonts'] },
    standIns: {
      families: new Map([...instead].map(([character, face]) => [character, `${nameOf(face)} ${mark}`])),
      boldTypefaces: new Set(bolder.map(({ typeface }) => typeface)),
    },
  };
}

/** `mark` is what the names of the families end in; it is taken from all their bytes. */
async function cutFonts(slots: readonly Slot[], resources: Resources) {
  const subsets = await Promise.all(slots.map(({ face, characters }) => embeddableSubset(face, characters, resources)));
  const digests = await Promise.all(subsets.map(sha256));
  const mark = hexadecimal(await sha256(new Uint8Array(digests.flatMap((digest) => [...digest])))).slice(0, 6);
  const families = new Map<string, EmbeddedFamily>();
  const files: EmbeddedFont[] = [];
  for (const [index, { family, office, postScript, strong }] of slots.entries()) {
    const name = `${family} ${mark}`;
    const names = { family: name, postScript: `Briefing-${postScript}-${mark}${strong ? '-Bold' : ''}`, bold: strong };
    const bytes = renamedFont(subsets[index] as Uint8Array, names);
    const file = { path: `fonts/font${index + 1}.odttf`, ...(await obfuscatedFont(bytes)) };
    files.push(file);
    const known = families.get(name) ?? { name, office, regular: null, bold: null };
    families.set(name, { ...known, [strong ? 'bold' : 'regular']: file });
  }
  return { families: [...families.values()], files, mark };
}
