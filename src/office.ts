import { join, resolve } from 'node:path';
import type { DataFolder } from './config.ts';
import { dataFolderSchema } from './config.ts';
import { UsageError } from './model/errors/usage-error.ts';
import type { MonthSource } from './month-source.ts';
import { placeOf, type Surroundings } from './open-source.ts';
import { readConfig } from './own-config.ts';
import type { Store } from './store/store.ts';
import { storeSource } from './store-source.ts';

/** An office whose months run by schedule: its folder, its settings and its store, open. */
export interface Office {
  readonly folder: string;
  /** As `openStore` takes it. */
  readonly database: string;
  readonly config: DataFolder;
  readonly store: Store;
  readonly source: MonthSource;
  /** Folder of the published months; each has one of its own in it, `2023-06`. */
  readonly output: string;
  /** Templates of the office's own; null for the program's. */
  readonly templates: string | null;
  close(): Promise<void>;
}

/** Opens the office at a place that `--from` names. UsageError where its months are made from files: a schedule needs a store. StoreError. */
export async function openOffice(from: string, surroundings: Surroundings): Promise<Office> {
  const place = await placeOf(from, surroundings);
  if (place.kind === 'files') throw needsStore(place.folder);
  const { url, folder } = place;
  const config = (await readConfig(folder))?.config ?? dataFolderSchema.parse({});
  const { openStore } = await import('./store/open-store.ts');
  const store = await openStore(url, { now: surroundings.now, create: false });
  return {
    folder,
    database: url,
    config,
    store,
    source: storeSource({ url, folder, now: surroundings.now }),
    output: resolve(folder, config.output),
    templates: config.templates === undefined ? null : join(folder, config.templates),
    close: () => store.close(),
  };
}

function needsStore(folder: string): UsageError {
  return new UsageError({
    'zh-CN': `${folder} 中没有数据库：按月自动运行须先用 jianbao plan import --to ${folder} 存入任务分解表；试用请运行 jianbao init`,
    en: `${folder} has no database: for months that run by themselves, first store the plan with jianbao plan import --to ${folder}; to try it, run jianbao init`,
  });
}
