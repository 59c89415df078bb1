import { join, resolve } from 'node:path';
import type { Calendar } from '../calendar/calendar.ts';
import { kindOf } from '../disk/files.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import { orderProblems } from '../schedule/check-order.ts';
import type { MonthSource } from '../sources/month-source.ts';
import { placeOf, type Surroundings } from '../sources/open-source.ts';
import { storeSource } from '../sources/store-source.ts';
import type { Store } from '../store/store.ts';
import type { DataFolder } from './config.ts';
import { dataFolderSchema } from './config.ts';
import { calendarOf } from './own-calendar.ts';
import { readConfig } from './own-config.ts';

/** An office whose months run by schedule: its folder, its settings and its store, open. */
export interface Office {
  readonly folder: string;
  /** As `openStore` takes it. */
  readonly database: string;
  readonly config: DataFolder;
  /** Workdays of the State Council's notices and, over them, the office's own. */
  readonly calendar: Calendar;
  readonly store: Store;
  readonly source: MonthSource;
  /** Folder of the published months; each has one of its own in it, `2023-06`. */
  readonly output: string;
  /** Templates of the office's own; null for the program's. */
  readonly templates: string | null;
  close(): Promise<void>;
}

/**
 * Opens the office at a place that `--from` names. UsageError where its months are made from files, as a schedule needs a
 * store, or where calendar or schedule are wrong. StoreError.
 */
export async function openOffice(from: string, surroundings: Surroundings): Promise<Office> {
  const place = await placeOf(from, surroundings);
  if (place.kind === 'files')
    throw (await kindOf(place.folder)) === null ? noOffice(place.folder) : needsStore(place.folder);
  const { url, folder } = place;
  const config = (await readConfig(folder))?.config ?? dataFolderSchema.parse({});
  const calendar = await calendarOf(folder, config);
  refuseReversed(config, calendar);
  const { openStore } = await import('../store/open-store.ts');
  const store = await openStore(url, { now: surroundings.now, create: false });
  return {
    folder,
    database: url,
    config,
    calendar,
    store,
    source: storeSource({ url, folder, now: surroundings.now }),
    output: resolve(folder, config.output),
    templates: config.templates === undefined ? null : join(folder, config.templates),
    close: () => store.close(),
  };
}

/** Steps that never come in their order would wait for each other every month, at other times than the settings say. */
function refuseReversed({ schedule, settings }: DataFolder, calendar: Calendar): void {
  if (schedule === undefined) return;
  const reversed = orderProblems(schedule, { calendar, settings }).find(({ severity }) => severity === 'error');
  if (reversed === undefined) return;
  const { message, hint } = reversed;
  throw new UsageError({ 'zh-CN': `${message['zh-CN']}。${hint['zh-CN']}`, en: `${message.en}. ${hint.en}` });
}

/** What a command says in a folder that is not the office's: where it looked tells whoever stands in the wrong one. */
export function noOffice(folder: string): UsageError {
  return new UsageError({
    'zh-CN': `没有文件夹 ${resolve(folder)}；请到它所在的文件夹中运行，或用 --from 指定；还没有建立的，用 jianbao init 新建`,
    en: `there is no folder ${resolve(folder)}: run this where it is, or name it with --from; jianbao init makes a new one`,
  });
}

function needsStore(folder: string): UsageError {
  return new UsageError({
    'zh-CN': `${folder} 中没有数据库：按月自动运行须先用 jianbao plan import --to ${folder} 存入任务分解表；试用请运行 jianbao init`,
    en: `${folder} has no database: for months that run by themselves, first store the plan with jianbao plan import --to ${folder}; to try it, run jianbao init`,
  });
}
