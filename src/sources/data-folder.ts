import { basename, join } from 'node:path';
import { decisionsIn } from '../deciding/decisions-file.ts';
import { kindOf, listFiles, readBytes } from '../disk/files.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import type { Origin } from '../model/origin.ts';
import type { SourceFile } from '../model/source-file.ts';
import { type MonthFiles, type MonthReadings, readMonth } from '../month/pipeline.ts';
import { type DataFolder, dataFolderSchema } from '../office/config.ts';
import { configName, readConfig } from '../office/own-config.ts';
import { type ManifestFile, manifestFile } from '../publishing/manifest.ts';
import { readerFor, readLater } from '../readers/index.ts';
import { registryBeside } from './column-registry.ts';
import type { MonthSource } from './month-source.ts';

/** Months out of a folder with a plan, returns and, where there are any, `jianbao.yaml` and `decisions.yaml`; all its files are read. */
export function folderSource(folder: string): MonthSource {
  return {
    async load() {
      if ((await kindOf(folder)) !== 'folder') throw noFolder(folder);
      const own = await readConfig(folder);
      const config = own?.config ?? dataFolderSchema.parse({});
      const now = await filesIn(folder, config, '');
      const before = config.lastYear === undefined ? null : await lastYearIn(folder, config.lastYear);
      const decided = [...(before?.decided ?? []), ...one(await decisionsIn(folder))];
      const files = [
        ...now.tables,
        ...one(own?.file),
        ...now.returns,
        ...(before?.all ?? []),
        ...decided.map(({ file }) => file),
      ];
      const inputs = files.map(({ name, bytes }) => manifestFile(name, bytes));
      const readings = withOrigins(readMonth(now, before), now.plan.name, inputs);
      return {
        readings: { ...readings, decisions: decided.flatMap(({ decisions }) => decisions) },
        settings: config.settings,
        templates: config.templates === undefined ? null : join(folder, config.templates),
        inputs,
      };
    },
  };
}

/** The files of a year, named with what leads to their folder. */
interface YearFiles extends MonthFiles {
  /** Plan and registry. */
  readonly tables: readonly SourceFile[];
}

interface LastYearFiles extends YearFiles {
  readonly all: readonly SourceFile[];
  /** Its corrections hold for what is compared with. */
  readonly decided: readonly NonNullable<Awaited<ReturnType<typeof decisionsIn>>>[];
}

async function filesIn(folder: string, config: DataFolder, prefix: string): Promise<YearFiles> {
  const read = async (name: string) => ({ ...(await readSource(folder, name)), name: prefix + name });
  const planName = config.plan ?? (await onlyTable(folder));
  const plan = await read(planName);
  const columns = await registryBeside(join(folder, planName));
  const returnsFolder = join(folder, config.returns);
  const names = (await kindOf(returnsFolder)) === 'folder' ? await listFiles(returnsFolder) : [];
  const returns = await Promise.all(names.map((name) => read(`${config.returns}/${name}`)));
  const registry = columns ? [{ ...columns.file, name: prefix + columns.file.name }] : [];
  const { settings } = config;
  return { plan, registry: columns?.registry ?? null, returns, settings, tables: [plan, ...registry] };
}

/** The files of the year before, in the folder that `lastYear` names; what its own `jianbao.yaml` says of judging is not asked. */
async function lastYearIn(folder: string, path: string): Promise<LastYearFiles> {
  const before = join(folder, path);
  if ((await kindOf(before)) !== 'folder') throw noLastYear(before);
  const config = (await readConfig(before))?.config ?? dataFolderSchema.parse({});
  const prefix = `${path.replace(/\/+$/, '')}/`;
  const files = await filesIn(before, config, prefix);
  const decided = one(await decisionsIn(before)).map(({ decisions, file }) => ({
    decisions,
    file: { ...file, name: prefix + file.name },
  }));
  return { ...files, all: [...files.tables, ...files.returns], decided };
}

function one<T>(value: T | null | undefined): T[] {
  return value === null || value === undefined ? [] : [value];
}

/** Plan and returns with the hashes of their files. */
function withOrigins(readings: MonthReadings, plan: string, inputs: readonly ManifestFile[]): MonthReadings {
  const origins = new Map<string, Origin>(inputs.map(({ path, sha256 }) => [path, { sha256, received: null }]));
  const planOrigin = origins.get(plan);
  const returns = readings.returns.map((one) => {
    const origin = origins.get(one.at.source);
    return origin === undefined ? one : { ...one, origin };
  });
  return { ...readings, ...(planOrigin === undefined ? {} : { planOrigin }), returns };
}

/** Whether a folder's `jianbao.yaml` names a plan file or, where `guess` allows, a table file lies in the folder. */
export async function namesPlan(folder: string, guess: boolean): Promise<boolean> {
  if ((await kindOf(folder)) !== 'folder') return false;
  if ((await readConfig(folder))?.config.plan !== undefined) return true;
  return guess && (await tablesIn(folder)).length > 0;
}

/** The folder with the returns of a data folder. UsageError where its `jianbao.yaml` is wrong. */
export async function returnsFolder(folder: string): Promise<string> {
  return join(folder, (await readConfig(folder))?.config.returns ?? dataFolderSchema.parse({}).returns);
}

/** A single file, named by its last path component. */
export async function loadFile(path: string): Promise<SourceFile> {
  return sourceFile(basename(path), await readBytes(path));
}

async function readSource(folder: string, name: string): Promise<SourceFile> {
  return sourceFile(name, await readBytes(join(folder, name)));
}

/** The file, read already if its format takes a library that answers later. */
export async function sourceFile(name: string, bytes: Uint8Array): Promise<SourceFile> {
  const reading = await readLater(bytes, name);
  return reading === null ? { name, bytes } : { name, bytes, reading };
}

async function tablesIn(folder: string): Promise<string[]> {
  return (await listFiles(folder)).filter((name) => readerFor(name) !== null);
}

/** The one table file in a folder whose `jianbao.yaml` names no plan. */
async function onlyTable(folder: string): Promise<string> {
  const tables = await tablesIn(folder);
  const [plan] = tables;
  if (plan !== undefined && tables.length === 1) return plan;
  throw new UsageError({
    'zh-CN': `${folder} 中${plan === undefined ? '没有' : '有多个'}表格文件，不知道哪个是任务分解表；请在 ${configName} 中写明 plan`,
    en: `${folder} holds ${plan === undefined ? 'no' : 'more than one'} table file; name the allocation table as plan in ${configName}`,
  });
}

function noFolder(folder: string): UsageError {
  return new UsageError({
    'zh-CN': `没有文件夹 ${folder}；请用 --from 指定数据所在的文件夹`,
    en: `there is no folder ${folder}; name the data folder with --from`,
  });
}

function noLastYear(folder: string): UsageError {
  return new UsageError({
    'zh-CN': `${configName} 中 lastYear 所指的文件夹 ${folder} 不存在；请改正路径，不作同比的删去这一行`,
    en: `there is no folder ${folder}, which ${configName} names as lastYear; correct the path, or take the line out`,
  });
}
