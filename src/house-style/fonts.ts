import { isAbsolute, resolve } from 'node:path';
import { kindOf, readBytes } from '../disk/files.ts';
import { FileError } from '../model/errors/file-error.ts';
import type { FontFile, HouseStyle } from '../model/house-style.ts';
import { sha256 } from '../model/sha256.ts';
import type { Theme } from '../model/theme.ts';
import type { FontSubsetter, Resources } from '../writers/writer.ts';
import { loadFontSubsetter } from './font-subset.ts';

/** A theme, and where on this machine the fonts are that it names. Plain data: it goes to the threads that write. */
export interface Typography {
  readonly theme: Theme;
  /** Face → its file, and the digest that it must have; null where any file of that name will do. */
  readonly fonts: Readonly<Record<string, { readonly path: string; readonly sha256: string | null }>>;
}

/** The fonts of a theme where its folder has them. */
export function placedFonts(folder: string, { faces }: Theme): Typography['fonts'] {
  return mapped(faces, (path) => ({ path: resolve(folder, path), sha256: null }));
}

/** The fonts of a style that was read from this folder just now. */
export function fontsIn(folder: string, { fonts }: HouseStyle): Typography['fonts'] {
  return mapped(fonts, ({ path, sha256 }) => ({ path: resolve(folder, path), sha256 }));
}

/** The digests of all fonts that a theme names. FileError where one cannot be read. */
export async function hashFonts(folder: string, { faces }: Theme): Promise<HouseStyle['fonts']> {
  const hashed = async ([face, path]: [string, string]): Promise<[string, FontFile]> => [
    face,
    { path, sha256: sha256(await readBytes(resolve(folder, path))) },
  ];
  return Object.fromEntries(await Promise.all(Object.entries(faces).map(hashed)));
}

/**
 * Where the fonts of a style are now: the first of the folders that has the file with the same bytes. FileError names a
 * font that is gone or was replaced.
 */
export async function locateFonts({ fonts }: HouseStyle, folders: readonly string[]): Promise<Typography['fonts']> {
  const located: Record<string, { path: string; sha256: string }> = {};
  for (const [face, font] of Object.entries(fonts)) {
    const places = isAbsolute(font.path) ? [font.path] : folders.map((folder) => resolve(folder, font.path));
    located[face] = { path: await placeOf(face, font, [...new Set(places)]), sha256: font.sha256 };
  }
  return located;
}

/** The fonts for the writers that ask for them, each read once. FileError where one is not what it must be. */
export function openFonts({ theme, fonts }: Typography): Resources {
  const opened = new Map<string, Promise<Uint8Array>>();
  return {
    theme,
    font(face) {
      const bytes = opened.get(face) ?? readFont(face, fonts[face]);
      opened.set(face, bytes);
      return bytes;
    },
    fontSubsetter,
  };
}

async function readFont(face: string, font: Typography['fonts'][string] | undefined): Promise<Uint8Array> {
  const bytes = await readBytes(font?.path ?? '');
  if (font?.sha256 != null && sha256(bytes) !== font.sha256) throw otherFont(face, font.path);
  return bytes;
}

async function placeOf(face: string, font: FontFile, places: readonly string[]): Promise<string> {
  const there: string[] = [];
  for (const path of places) {
    if ((await kindOf(path)) !== 'file') continue;
    if (sha256(await readBytes(path)) === font.sha256) return path;
    there.push(path);
  }
  const [other] = there;
  throw other === undefined ? missingFont(face, places) : otherFont(face, other);
}

function missingFont(face: string, places: readonly string[]): FileError {
  return new FileError({
    'zh-CN': `字体 ${face} 的文件不在了：${places.join('、')}；请把原来的字体文件放回原处`,
    en: `the file of the font ${face} is gone: ${places.join(', ')}; put the original font file back`,
  });
}

function otherFont(face: string, path: string): FileError {
  return new FileError({
    'zh-CN': `字体 ${face} 的文件 ${path} 与生成时所用的不同；请把原来的字体文件放回原处`,
    en: `the file ${path} of the font ${face} is not the one that was used; put the original font file back`,
  });
}

let subsetter: Promise<FontSubsetter> | undefined;

function fontSubsetter(): Promise<FontSubsetter> {
  subsetter ??= loadFontSubsetter();
  return subsetter;
}

function mapped<A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
