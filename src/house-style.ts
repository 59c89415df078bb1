import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Briefing } from './briefings/briefing.ts';
import { listFiles, readBytes } from './files.ts';
import { FileError } from './model/errors/file-error.ts';
import type { Message } from './model/language.ts';
import { schemaProblem } from './model/schema-problem.ts';
import { type Theme, themeSchema } from './model/theme.ts';
import { type CompiledTemplate, compileTemplate } from './template/index.ts';
import { type Format, loadWriter } from './writers/index.ts';
import type { Resources } from './writers/writer.ts';

/** The folder with templates and theme that comes with the program. */
export const ownTemplates = fileURLToPath(new URL('../templates', import.meta.url));

const themeName = 'theme.yaml';

/** A folder with templates, and its theme. */
export interface TemplateFolder {
  readonly folder: string;
  readonly theme: Theme;
}

/** Theme and fonts of a templates folder; fonts are read only where one of the formats needs them. */
export async function loadResources(folder: string, formats: readonly Format[]): Promise<Resources> {
  const theme = await loadTheme(folder);
  const writers = await Promise.all(formats.map(loadWriter));
  const fonts = new Map<string, Uint8Array>();
  if (!writers.some((writer) => writer.needsFonts)) return { theme, fonts };
  for (const face of facesOf(theme)) {
    const file = theme.faces[face];
    if (file === undefined)
      throw new FileError({
        'zh-CN': `${join(folder, themeName)} 有误：faces 中没有“${face}”`,
        en: `${join(folder, themeName)}: no face "${face}" in faces`,
      });
    fonts.set(face, await readBytes(resolve(folder, file)));
  }
  return { theme, fonts };
}

/** The theme of a templates folder; FileError says which entry is wrong. */
export async function loadTheme(folder: string): Promise<Theme> {
  const path = join(folder, themeName);
  return parseTheme(new TextDecoder().decode(await readBytes(path)), path);
}

/** The faces that some typeface uses. */
function facesOf({ fonts }: Theme): Set<string> {
  return new Set(Object.values(fonts).flatMap(({ face, boldFace }) => [face, boldFace]));
}

/** Compiles a briefing's template with all partials of the folder. */
export async function loadTemplate<T>(
  { folder, theme }: TemplateFolder,
  briefing: Briefing<T>,
): Promise<CompiledTemplate<T>> {
  const name = `${briefing.template}.hbs`;
  const partials: Record<string, string> = {};
  for (const file of await listFiles(join(folder, 'partials')))
    if (file.endsWith('.hbs')) partials[basename(file, '.hbs')] = await textOf(join(folder, 'partials', file));
  return compileTemplate({ name, text: await textOf(join(folder, name)), partials }, briefing.schema, theme.pages);
}

async function textOf(path: string): Promise<string> {
  return new TextDecoder().decode(await readBytes(path));
}

function parseTheme(text: string, path: string): Theme {
  let value: unknown;
  try {
    value = parse(text);
  } catch (cause) {
    throw wrongTheme(path, { 'zh-CN': `不是有效的 YAML：${cause}`, en: `not valid YAML: ${cause}` }, cause);
  }
  const parsed = themeSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw wrongTheme(path, schemaProblem(parsed.error), parsed.error);
}

function wrongTheme(path: string, problem: Message, cause: unknown): FileError {
  return new FileError(
    { 'zh-CN': `${path} 有误：${problem['zh-CN']}`, en: `${path} is wrong: ${problem.en}` },
    { cause },
  );
}
