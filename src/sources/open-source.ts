import { dirname, join } from 'node:path';
import { kindOf } from '../disk/files.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import type { Message } from '../model/language.ts';
import type { Settings } from '../model/settings.ts';
import { type DataFolder, dataFolderSchema } from '../office/config.ts';
import { readConfig } from '../office/own-config.ts';
import { isPostgresUrl } from '../store/postgres-url.ts';
import { folderSource, namesPlan, returnsFolder } from './data-folder.ts';
import type { MonthSource } from './month-source.ts';
import { storeSource } from './store-source.ts';

/** What decides about places besides the command's own words. */
export interface Surroundings {
  /** `DATABASE_URL`; null where it is not set. */
  readonly databaseUrl: string | null;
  /** ISO UTC time. */
  readonly now: string;
}

/** The office's own folder: its settings, its templates and, unless it has a server, its database. */
export const officeFolder = 'data';
const databaseName = 'jianbao.db';

/** A folder of files, or a database with the office's folder. */
export type Place =
  | { readonly kind: 'files'; readonly folder: string }
  | { readonly kind: 'store'; readonly url: string; readonly folder: string };

/**
 * What `--from` names: a `postgresql://` URL, a SQLite file, or a folder. A folder that names or holds an allocation table is a
 * folder of files; any other stands for the store, whose database is `DATABASE_URL` or lies in it.
 */
export async function placeOf(from: string, { databaseUrl }: Pick<Surroundings, 'databaseUrl'>): Promise<Place> {
  if (isPostgresUrl(from)) return { kind: 'store', url: from, folder: officeFolder };
  if ((await kindOf(from)) === 'file') return { kind: 'store', url: from, folder: dirname(from) };
  const hasDatabase = (await kindOf(join(from, databaseName))) === 'file';
  const filesFirst = await namesPlan(from, !hasDatabase);
  if (filesFirst || !(hasDatabase || databaseUrl !== null)) return { kind: 'files', folder: from };
  return { kind: 'store', url: databaseUrl ?? join(from, databaseName), folder: from };
}

/** The source of months at the place that `--from` names. */
export async function openSource(from: string, surroundings: Surroundings): Promise<MonthSource> {
  const place = await placeOf(from, surroundings);
  return place.kind === 'files' ? folderSource(place.folder) : storeSource({ ...place, now: surroundings.now });
}

/** The templates of the office's own at a place that `openSource` takes; null where it uses the program's. */
export async function templatesAt(from: string): Promise<string | null> {
  const isFile = (await kindOf(from)) === 'file';
  const folder = isPostgresUrl(from) ? officeFolder : isFile ? dirname(from) : from;
  const own = (await kindOf(folder)) === 'folder' ? await readConfig(folder) : null;
  return own?.config.templates === undefined ? null : join(folder, own.config.templates);
}

/**
 * The database that a plan or returns are to be stored in. UsageError where the place is a folder whose months are made from the
 * files in it: what is stored beside them would be in no briefing. A plan stored beside a table that no `jianbao.yaml` names is
 * how such a folder gets its database.
 */
export async function databaseToFill(
  place: string,
  databaseUrl: string | null,
  what: 'plan' | 'returns',
): Promise<string> {
  const database = await databaseAt(place, databaseUrl);
  if (isPostgresUrl(place) || (await kindOf(place)) !== 'folder') return database;
  const named = await namesPlan(place, false);
  const guess = what === 'returns' && (await kindOf(join(place, databaseName))) !== 'file';
  if (!named && !(await namesPlan(place, guess))) return database;
  throw keepsFiles(place, what === 'plan' ? null : await returnsFolder(place), wayToDatabase(named, databaseUrl));
}

/** `returns` is the folder with the returns; null where a plan was to be stored. */
function keepsFiles(place: string, returns: string | null, way: Message): UsageError {
  const put = {
    'zh-CN': returns === null ? '请更换其中的任务分解表文件' : `请把月报放入 ${returns}`,
    en: returns === null ? 'replace the plan file in it' : `put the returns into ${returns}`,
  };
  return new UsageError({
    'zh-CN': `${place} 的任务分解表和月报存放在文件中，不在数据库中：${put['zh-CN']}；要改用数据库，请先${way['zh-CN']}`,
    en: `${place} keeps plan and returns in files, not in a database: ${put.en}; to use a database instead, first ${way.en}`,
  });
}

function wayToDatabase(named: boolean, databaseUrl: string | null): Message {
  const store = { 'zh-CN': '用 jianbao plan import 存入任务分解表', en: 'store the plan with jianbao plan import' };
  if (named)
    return {
      'zh-CN': `删去 jianbao.yaml 中的 plan，再${store['zh-CN']}`,
      en: `take plan out of jianbao.yaml and ${store.en}`,
    };
  if (databaseUrl === null) return store;
  return { 'zh-CN': `移走其中的表格文件，再${store['zh-CN']}`, en: `move its table files elsewhere and ${store.en}` };
}

/** The settings of the office whose database is at a place: those in its folder. UsageError where they are wrong. */
export async function settingsAt(place: string): Promise<Settings> {
  return (await officeAt(place)).config.settings;
}

/** The folder of the office whose data are at a place, and all that its `jianbao.yaml` says, or does not say. UsageError where that is wrong. */
export async function officeAt(place: string): Promise<{ readonly folder: string; readonly config: DataFolder }> {
  const file = place.endsWith('.db') || (await kindOf(place)) === 'file';
  const folder = isPostgresUrl(place) ? officeFolder : file ? dirname(place) : place;
  return { folder, config: (await readConfig(folder))?.config ?? dataFolderSchema.parse({}) };
}

/** The database at a place that backup and restore name: a URL, a SQLite file, there already or not, or an office's folder. */
export async function databaseAt(place: string, databaseUrl: string | null): Promise<string> {
  if (isPostgresUrl(place) || place.endsWith('.db') || (await kindOf(place)) === 'file') return place;
  return databaseUrl ?? join(place, databaseName);
}
