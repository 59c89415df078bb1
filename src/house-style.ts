import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Briefing } from './briefings/briefing.ts';
import { listFiles, readBytes } from './files.ts';
import { loadFontSubsetter } from './font-subset.ts';
import { FileError } from './model/errors/file-error.ts';
import type { Message } from './model/language.ts';
import { schemaProblem } from './model/schema-problem.ts';
import { type Theme, themeSchema } from './model/theme.ts';
import { type CompiledTemplate, compileTemplate } from './template/index.ts';
import type { FontSubsetter, Resources } from './writers/writer.ts';

/** The folder with templates and theme that comes with the program. */
export const ownTemplates = fileURLToPath(new URL('../templates', import.meta.url));

const themeName = 'theme.yaml';

/** A folder with templates, and its theme. */
export interface TemplateFolder {
  readonly folder: string;
  readonly theme: Theme;
}

/** The theme of a templates folder, and its fonts for the writers that ask for them. */
export async function loadResources(folder: string): Promise<Resources> {
  const theme = await loadTheme(folder);
  const fonts = new Map<string, Promise<Uint8Array>>();
  return {
    theme,
    font(face) {
      const bytes = fonts.get(face) ?? readBytes(resolve(folder, theme.faces[face] ?? ''));
      fonts.set(face, bytes);
      return bytes;
    },
    fontSubsetter,
  };
}

let subsetter: Promise<FontSubsetter> | undefined;

function fontSubsetter(): Promise<FontSubsetter> {
  subsetter ??= loadFontSubsetter();
  return subsetter;
}

/** The theme of a templates folder; FileError says which entry is wrong. */
export async function loadTheme(folder: string): Promise<Theme> {
  const path = join(folder, themeName);
  return parseTheme(new TextDecoder().decode(await readBytes(path)), path);
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
