import { dirname, join } from 'node:path';
import { folderSource, namesPlan } from './data-folder.ts';
import { kindOf } from './files.ts';
import type { MonthSource } from './month-source.ts';
import { isPostgresUrl } from './store/postgres-url.ts';
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

/**
 * The source that `--from` names: a `postgresql://` URL, a SQLite file, or a folder. A folder that names or holds an
 * allocation table is a folder of files; any other stands for the store, whose database is `DATABASE_URL` or lies in it.
 */
export async function openSource(from: string, { databaseUrl, now }: Surroundings): Promise<MonthSource> {
  if (isPostgresUrl(from)) return storeSource({ url: from, folder: officeFolder, now });
  if ((await kindOf(from)) === 'file') return storeSource({ url: from, folder: dirname(from), now });
  const hasDatabase = (await kindOf(join(from, databaseName))) === 'file';
  const filesFirst = await namesPlan(from, !hasDatabase);
  if (filesFirst || !(hasDatabase || databaseUrl !== null)) return folderSource(from);
  return storeSource({ url: databaseUrl ?? join(from, databaseName), folder: from, now });
}

/** The database at a place that backup and restore name: a URL, a SQLite file, there already or not, or an office's folder. */
export async function databaseAt(place: string, databaseUrl: string | null): Promise<string> {
  if (isPostgresUrl(place) || place.endsWith('.db') || (await kindOf(place)) === 'file') return place;
  return databaseUrl ?? join(place, databaseName);
}
