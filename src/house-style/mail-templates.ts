import { join } from 'node:path';
import { kindOf, listFiles, readBytes } from '../disk/files.ts';
import { type LetterStyle, letterStyle, letterTemplates } from '../letters/compose-letter.ts';
import { FileError } from '../model/errors/file-error.ts';
import { closestName } from '../template/did-you-mean.ts';
import { ownTemplates } from './house-style.ts';

const mailFolder = 'mail';

export interface LoadedLetters {
  readonly style: LetterStyle;
  /** Templates that the office's folder does not have, so that the program's stand in: `mail/packet.html.hbs`. */
  readonly fromProgram: readonly string[];
}

/**
 * The templates of all letters: the office's own where its folder has them, the program's for the others. A folder of templates may be
 * older than the letters, so that is no error, but callers tell of it. FileError for a file that no letter uses, since it is misspelt;
 * TemplateError.
 */
export async function loadLetters(templates: string | null): Promise<LoadedLetters> {
  const own = templates === null ? [] : await templatesIn(templates);
  const unknown = own.find((path) => !letterTemplates.includes(path));
  if (templates !== null && unknown !== undefined) throw notUsed(templates, unknown);
  const texts = letterTemplates.map(async (path) => {
    const folder = templates !== null && own.includes(path) ? templates : ownTemplates;
    return [path, new TextDecoder().decode(await readBytes(join(folder, path)))];
  });
  const style = letterStyle(Object.fromEntries(await Promise.all(texts)));
  return { style, fromProgram: templates === null ? [] : letterTemplates.filter((path) => !own.includes(path)) };
}

async function templatesIn(folder: string): Promise<string[]> {
  const below = join(folder, mailFolder);
  if ((await kindOf(below)) !== 'folder') return [];
  return (await listFiles(below)).filter((name) => name.endsWith('.hbs')).map((name) => `${mailFolder}/${name}`);
}

function notUsed(folder: string, path: string): FileError {
  const close = closestName(path, letterTemplates);
  return new FileError({
    'zh-CN': `${join(folder, path)} 不是邮件模板的文件名，不会用到${close === null ? '' : `；是否应为 ${close}？`}`,
    en: `${join(folder, path)} is no template of a letter and would not be used${close === null ? '' : `; did you mean ${close}?`}`,
  });
}
