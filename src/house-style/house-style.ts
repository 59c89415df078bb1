import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Briefing } from '../briefings/briefing.ts';
import { listFiles, readBytes } from '../disk/files.ts';
import { FileError } from '../model/errors/file-error.ts';
import type { HouseStyle } from '../model/house-style.ts';
import type { Message } from '../model/language.ts';
import { schemaProblem } from '../model/schema-problem.ts';
import { type Theme, themeSchema } from '../model/theme.ts';
import { yamlProblem } from '../model/yaml-problem.ts';
import { type CompiledTemplate, compileTemplate } from '../template/index.ts';
import type { Resources } from '../writers/writer.ts';
import { hashFonts, openFonts, placedFonts } from './fonts.ts';

/** The folder with templates and theme that comes with the program. */
export const ownTemplates = fileURLToPath(new URL('../../templates', import.meta.url));

const themeName = 'theme.yaml';
const partialsFolder = 'partials';

/** Everything that a templates folder says, its fonts by their digests. FileError where theme or fonts cannot be read. */
export async function readHouseStyle(folder: string): Promise<HouseStyle> {
  const texts = await readTexts(folder);
  return { texts, fonts: await hashFonts(folder, themeOf({ texts }, folder)) };
}

/** The theme of a style; `where` is what messages call the place it came from. FileError says which entry is wrong. */
export function themeOf({ texts }: Pick<HouseStyle, 'texts'>, where: string): Theme {
  return parseTheme(texts[themeName] ?? '', join(where, themeName));
}

/** Compiles a briefing's template with the partials beside it. TemplateError; FileError where it is not there. */
export function templateOf<T>(
  { texts }: Pick<HouseStyle, 'texts'>,
  theme: Theme,
  briefing: Briefing<T>,
): CompiledTemplate<T> {
  const name = `${briefing.template}.hbs`;
  const below = `${partialsFolder}/`;
  const partials = Object.entries(texts)
    .filter(([path]) => path.startsWith(below))
    .map(([path, text]) => [basename(path, '.hbs'), text]);
  const text = texts[name];
  if (text === undefined) throw noTemplate(name);
  return compileTemplate({ name, text, partials: Object.fromEntries(partials) }, briefing.schema, theme.pages);
}

/** The theme of a templates folder, and its fonts for the writers that ask for them. */
export async function loadResources(folder: string): Promise<Resources> {
  const theme = await loadTheme(folder);
  return openFonts({ theme, fonts: placedFonts(folder, theme) });
}

/** The theme of a templates folder; FileError says which entry is wrong. */
export async function loadTheme(folder: string): Promise<Theme> {
  const path = join(folder, themeName);
  return parseTheme(await textOf(path), path);
}

/** The theme and the templates of a folder, by their paths in it. */
async function readTexts(folder: string): Promise<Record<string, string>> {
  const templates = async (below: string) =>
    (await listFiles(join(folder, below))).filter((name) => name.endsWith('.hbs')).map((name) => below + name);
  const paths = [themeName, ...(await templates('')), ...(await templates(`${partialsFolder}/`))];
  return Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await textOf(join(folder, path))])));
}

async function textOf(path: string): Promise<string> {
  return new TextDecoder().decode(await readBytes(path));
}

function parseTheme(text: string, path: string): Theme {
  let value: unknown;
  try {
    value = parse(text);
  } catch (cause) {
    throw wrongTheme(path, yamlProblem(cause), cause);
  }
  const parsed = themeSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw wrongTheme(path, schemaProblem(parsed.error), parsed.error);
}

function noTemplate(name: string): FileError {
  return new FileError({
    'zh-CN': `模板文件夹中没有 ${name}；请从程序自带的 templates 中复制一份`,
    en: `the folder of templates has no ${name}; copy the one that comes with the program`,
  });
}

function wrongTheme(path: string, problem: Message, cause: unknown): FileError {
  return new FileError(
    { 'zh-CN': `${path} 有误：${problem['zh-CN']}`, en: `${path} is wrong: ${problem.en}` },
    { cause },
  );
}
