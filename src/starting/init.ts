import { openPlan } from '../jobs/export-plan.ts';
import { importPlan } from '../jobs/import-plan.ts';
import { chinaDate } from '../model/china-time.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import type { Period } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';
import { databaseAt } from '../sources/open-source.ts';
import { isPostgresUrl } from '../store/postgres-url.ts';
import type { Store } from '../store/store.ts';
import { beginFolder } from './begin-folder.ts';
import type { FirstSettings } from './config-text.ts';
import { officeFiles, outputFolders, sampleFiles, samplePlan, sampleSince } from './office-files.ts';
import { planReaders } from './plan-readers.ts';
import { blankAddresses, sampleAddresses } from './recipient-lines.ts';

/** What a new office begins with: the sample of 2023, a plan of its own, or nothing yet. */
export type InitSource =
  | { readonly kind: 'sample' }
  | { readonly kind: 'plan'; readonly file: string }
  | { readonly kind: 'empty' };

export interface InitOptions {
  readonly folder: string;
  readonly source: InitSource;
  /** `DATABASE_URL`; null for a SQLite file in the folder. */
  readonly databaseUrl: string | null;
  /** ISO UTC time. */
  readonly now: string;
}

export interface NewOffice {
  /** Paths below the folder. */
  readonly files: readonly string[];
  /** Everyone with a line in `recipients`; none without a plan. */
  readonly readers: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** True where an earlier attempt that was broken off was carried on. */
  readonly resumed: boolean;
}

/**
 * Makes an office's folder from nothing: settings with comments, calendar, database, folders. Nothing that is there is ever replaced:
 * UsageError where the folder holds something, or the database a plan of the year; the same call carries on what was broken off.
 * DataError where the plan has errors; StoreError, FileError.
 */
export async function initOffice({ folder, source, databaseUrl, now }: InitOptions): Promise<NewOffice> {
  const { openStore } = await import('../store/open-store.ts');
  const file = fileOf(source);
  const plan = file === null ? null : (await openPlan(file)).plan;
  const beginning = await beginFolder(folder, source.kind);
  const database = await databaseAt(folder, databaseUrl);
  const settings = settingsOf(source, plan, now);
  const files = await officeFiles(settings);
  if (source.kind === 'sample') files.push(...(await sampleFiles()));
  // A file in a folder that is empty can hold nothing; a server's database may.
  const begin = () => beginning.write(files, outputFolders);
  if (!isPostgresUrl(database)) await begin();
  const store = await openStore(database, { now });
  try {
    if (isPostgresUrl(database)) {
      if (!beginning.resumed) await refuseFilled(store, plan);
      await begin();
    }
    const options = { store, year: null, effective: null, documentNumber: null, now };
    const imported = file === null ? null : await importPlan({ ...options, file });
    await beginning.end();
    return {
      files: files.map(({ path }) => path),
      readers: [...(settings.readers?.keys() ?? [])],
      diagnostics: imported?.diagnostics ?? [],
      resumed: beginning.resumed,
    };
  } finally {
    await store.close();
  }
}

function fileOf(source: InitSource): string | null {
  if (source.kind === 'sample') return samplePlan;
  return source.kind === 'plan' ? source.file : null;
}

/** An office of its own begins with the month that it is; its addresses are to be filled in. */
function settingsOf({ kind }: InitSource, plan: Plan | null, now: string): FirstSettings {
  if (plan !== null && kind === 'sample')
    return {
      since: sampleSince,
      readers: sampleAddresses(sampleReaders(plan)),
      office: ['ducha@city.example'],
      signer: ['shenqian@city.example'],
    };
  const readers = plan === null ? null : blankAddresses(planReaders(plan));
  return { since: chinaDate(now).slice(0, 7) as Period, readers, office: [], signer: [] };
}

/** In the sample, 市本级 reports its own figures, as its line among the recipients says. */
function sampleReaders(plan: Plan): string[] {
  const city = plan.columns.filter(({ kind }) => kind === 'city').map(({ name }) => name);
  return [...new Set([...city, ...planReaders(plan)])];
}

async function refuseFilled(store: Store, plan: Plan | null): Promise<void> {
  if (plan?.year == null || (await store.planVersions(plan.year)).length === 0) return;
  throw new UsageError({
    'zh-CN': `数据库 ${store.where} 中已有${plan.year}年的任务分解表，没有改动；请另建一个空数据库，写在 DATABASE_URL 中，或不设 DATABASE_URL`,
    en: `the database ${store.where} holds a plan of ${plan.year} already, which was not touched; name an empty database in DATABASE_URL, or none`,
  });
}
