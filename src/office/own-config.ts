import { join } from 'node:path';
import { parse } from 'yaml';
import { kindOf, readTextIfThere } from '../disk/files.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import { schemaProblem } from '../model/schema-problem.ts';
import type { SourceFile } from '../model/source-file.ts';
import { yamlProblem } from '../model/yaml-problem.ts';
import { type DataFolder, dataFolderSchema } from './config.ts';

export const configName = 'jianbao.yaml';
const formerName = 'jianbao.json';

/** A `jianbao.yaml` and what it says. */
export interface OwnConfig {
  readonly config: DataFolder;
  readonly file: SourceFile;
}

/** The `jianbao.yaml` of a folder; null where there is none. UsageError where it is wrong. */
export async function readConfig(folder: string): Promise<OwnConfig | null> {
  const path = join(folder, configName);
  const text = await readTextIfThere(path);
  if (text === null && (await kindOf(join(folder, formerName))) === 'file') throw formerConfig(folder);
  if (text === null) return null;
  return { config: parseConfig(text, path), file: { name: configName, bytes: new TextEncoder().encode(text) } };
}

/** Settings that nobody reads would be worse than none. */
function formerConfig(folder: string): UsageError {
  const path = join(folder, formerName);
  return new UsageError({
    'zh-CN': `设置文件现名 ${configName}；请将 ${path} 改名为 ${configName}，内容不必改`,
    en: `settings are now in ${configName}; rename ${path} to ${configName}, its content may stay`,
  });
}

function parseConfig(text: string, path: string): DataFolder {
  let value: unknown;
  try {
    // Keys are texts: as a number, target 13.10 would be 13.1.
    value = parse(text, { stringKeys: true });
  } catch (error) {
    const problem = yamlProblem(error);
    throw new UsageError({ 'zh-CN': `${path} ${problem['zh-CN']}`, en: `${path} cannot be read, ${problem.en}` });
  }
  // A file of comments alone leaves every setting as it is.
  const parsed = dataFolderSchema.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  const problem = schemaProblem(parsed.error);
  throw new UsageError({
    'zh-CN': `${path} 的设置有误：${problem['zh-CN']}`,
    en: `${path} has settings that are wrong: ${problem.en}`,
  });
}
