import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Briefing } from './briefings/briefing.ts';
import { listFiles, readBytes } from './files.ts';
import { FileError } from './model/errors/file-error.ts';
import { type Theme, themeSchema } from './model/theme.ts';
import { type CompiledTemplate, compileTemplate } from './template/index.ts';
import { type Format, loadWriter } from './writers/index.ts';
import type { Resources } from './writers/writer.ts';

/** The folder with templates and theme that comes with the program. */
export const ownTemplates = fileURLToPath(new URL('../templates', import.meta.url));

/** Theme and fonts of a templates folder; fonts are read only where one of the formats needs them. */
export async function loadResources(folder: string, formats: readonly Format[]): Promise<Resources> {
  const path = join(folder, 'theme.json');
  const theme = parseTheme(new TextDecoder().decode(await readBytes(path)), path);
  const writers = await Promise.all(formats.map(loadWriter));
  const fonts = new Map<string, Uint8Array>();
  if (!writers.some((writer) => writer.needsFonts)) return { theme, fonts };
  for (const face of facesOf(theme)) {
    const file = theme.faces[face];
    if (file === undefined)
      throw new FileError({
        'zh-CN': `${path} 有误：faces 中没有“${face}”`,
        en: `${path}: no face "${face}" in faces`,
      });
    fonts.set(face, await readBytes(fontPath(file, folder)));
  }
  return { theme, fonts };
}

/** The faces that some typeface uses. */
function facesOf({ fonts }: Theme): Set<string> {
  return new Set(Object.values(fonts).flatMap(({ face, boldFace }) => [face, boldFace]));
}

/** Compiles a briefing's template with all partials of the folder. */
export async function loadTemplate<T>(folder: string, briefing: Briefing<T>): Promise<CompiledTemplate<T>> {
  const name = `${briefing.template}.hbs`;
  const partials: Record<string, string> = {};
  for (const file of await listFiles(join(folder, 'partials')))
    if (file.endsWith('.hbs')) partials[basename(file, '.hbs')] = await textOf(join(folder, 'partials', file));
  return compileTemplate({ name, text: await textOf(join(folder, name)), partials }, briefing.schema);
}

async function textOf(path: string): Promise<string> {
  return new TextDecoder().decode(await readBytes(path));
}

function parseTheme(text: string, path: string): Resources['theme'] {
  try {
    return themeSchema.parse(JSON.parse(text));
  } catch (error) {
    const problem = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new FileError({ 'zh-CN': `${path} 有误：${problem}`, en: `${path} is wrong: ${problem}` }, { cause: error });
  }
}

/** `package:NAME/path` lies in an installed package, anything else below the templates folder. */
function fontPath(file: string, folder: string): string {
  const match = /^package:((?:@[^/]+\/)?[^/]+)\/(.+)$/.exec(file);
  if (!match) return join(folder, file);
  const [, name = '', path = ''] = match;
  return join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), path);
}
