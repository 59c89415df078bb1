import { openFonts, placedFonts } from '../house-style/fonts.ts';
import { loadTheme, ownTemplates } from '../house-style/house-style.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import { codePointName, unwritable } from '../model/text.ts';
import { chooseFaces } from '../writers/fonts/choose-faces.ts';
import type { SigningOffice } from './places.ts';

/**
 * A signer's name as it is printed, in one line. UsageError for none, and for one with a character that no font of the templates has:
 * once it is signed, nothing could be published. FileError.
 */
export async function signerName(by: string, { templates }: Pick<SigningOffice, 'templates'>): Promise<string> {
  const name = by.trim().replaceAll(/\s+/g, ' ');
  if (name === '' || unwritable.test(name)) throw noName();
  const folder = templates ?? ownTemplates;
  const theme = await loadTheme(folder);
  const characters = new Set(name);
  const wanted = new Map(Object.values(theme.fonts).map(({ face }) => [face, characters]));
  const { missing } = await chooseFaces(wanted, openFonts({ theme, fonts: placedFonts(folder, theme) }));
  const lacking = new Set([...missing.values()].flatMap((set) => [...set]));
  if (lacking.size > 0) throw noFont(name, [...lacking]);
  return name;
}

function noName(): UsageError {
  return new UsageError({
    'zh-CN': '请用 --by 写明审签人，如 --by 督查室负责人',
    en: 'name the signer with --by, like --by 督查室负责人',
  });
}

function noFont(name: string, lacking: readonly string[]): UsageError {
  const named = lacking.map((character) => `“${character}”（${codePointName(character)}）`).join('、');
  return new UsageError({
    'zh-CN': `审签人“${name}”中的${named}没有可用的字体，印不出来，没有审签；请在 theme.yaml 的 faces 中登记有这些字的字体文件，并把名称写进 fallback，再重新生成送审稿；或者用 --by 换一种写法，如职务`,
    en: `no font has ${named} of the signer "${name}", so that it cannot be printed; nothing was signed. Name a font file that has it in faces of theme.yaml, add its name to fallback, and make the draft anew; or write the signer in another way with --by, such as the office held`,
  });
}
