import { basename, join } from 'node:path';
import { type DataFolder, dataFolderSchema } from './config.ts';
import { kindOf, listFiles, readBytes, readTextIfThere } from './files.ts';
import { UsageError } from './model/errors/usage-error.ts';
import { schemaProblem } from './model/schema-problem.ts';
import type { SourceFile } from './pipeline.ts';
import { readerFor } from './readers/index.ts';

/** A folder with a plan, returns and, if the office wants, a `jianbao.json`. */
export interface LoadedFolder {
  readonly config: DataFolder;
  readonly plan: SourceFile;
  readonly returns: readonly SourceFile[];
  /** Every file that was read, for the manifest; names are relative to the folder. */
  readonly inputs: readonly SourceFile[];
}

const configName = 'jianbao.json';

/** Loads all files of a data folder. Without `jianbao.json`, the one table file in the folder is the plan. */
export async function loadFolder(folder: string): Promise<LoadedFolder> {
  if ((await kindOf(folder)) !== 'folder')
    throw new UsageError({
      'zh-CN': `没有文件夹 ${folder}；请用 --from 指定数据所在的文件夹`,
      en: `there is no folder ${folder}; name the data folder with --from`,
    });
  const text = await readTextIfThere(join(folder, configName));
  const config = text === null ? await guessConfig(folder) : parseConfig(text, join(folder, configName));
  const plan = await readSource(folder, config.plan);
  const names =
    (await kindOf(join(folder, config.returns))) === 'folder' ? await listFiles(join(folder, config.returns)) : [];
  const returns = await Promise.all(names.map((name) => readSource(folder, `${config.returns}/${name}`)));
  const own = text === null ? [] : [{ name: configName, bytes: new TextEncoder().encode(text) }];
  return { config, plan, returns, inputs: [plan, ...own, ...returns] };
}

/** A single file, named by its last path component. */
export async function loadFile(path: string): Promise<SourceFile> {
  return { name: basename(path), bytes: await readBytes(path) };
}

async function readSource(folder: string, name: string): Promise<SourceFile> {
  return { name, bytes: await readBytes(join(folder, name)) };
}

async function guessConfig(folder: string): Promise<DataFolder> {
  const tables = (await listFiles(folder)).filter((name) => readerFor(name) !== null);
  const [plan] = tables;
  if (plan === undefined || tables.length > 1)
    throw new UsageError({
      'zh-CN': `${folder} 中${plan === undefined ? '没有' : '有多个'}表格文件，不知道哪个是任务分解表；请在 ${configName} 中写明 "plan"`,
      en: `${folder} holds ${plan === undefined ? 'no' : 'more than one'} table file; name the allocation table as "plan" in ${configName}`,
    });
  return dataFolderSchema.parse({ plan });
}

function parseConfig(text: string, path: string): DataFolder {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError({ 'zh-CN': `${path} 不是有效的 JSON：${error}`, en: `${path} is not valid JSON: ${error}` });
  }
  const parsed = dataFolderSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problem = schemaProblem(parsed.error);
  throw new UsageError({
    'zh-CN': `${path} 的设置有误：${problem['zh-CN']}`,
    en: `${path} has settings that are wrong: ${problem.en}`,
  });
}
