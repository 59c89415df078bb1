import { dirname } from 'node:path';
import type { MailPasswords } from '../delivery/office-transport.ts';
import { kindOf } from '../disk/files.ts';
import { chinaDate } from '../model/china-time.ts';
import { FileError } from '../model/errors/file-error.ts';
import { StoreError } from '../model/errors/store-error.ts';
import { TemplateError } from '../model/errors/template-error.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import { WriteError } from '../model/errors/write-error.ts';
import type { Message } from '../model/language.ts';
import { type Period, parsePeriod } from '../model/period.ts';
import type { DataFolder } from '../office/config.ts';
import { dataFolderSchema } from '../office/config.ts';
import { noOffice } from '../office/office.ts';
import { readConfig } from '../office/own-config.ts';
import { databaseAt, officeFolder } from '../sources/open-source.ts';
import { isPostgresUrl } from '../store/postgres-url.ts';
import type { Store } from '../store/store.ts';
import { type Exam, type Finding, type Patient, wrong } from './exams/exam.ts';
import { exams } from './exams/index.ts';

export interface Examined {
  readonly exam: Pick<Exam, 'name' | 'title'>;
  readonly findings: readonly Finding[];
}

export interface DoctorOptions {
  /** An office's folder, a SQLite file or a `postgresql://` URL. */
  readonly from: string;
  /** `DATABASE_URL`; null where it is not set. */
  readonly databaseUrl: string | null;
  readonly passwords: MailPasswords;
  /** ISO UTC time. */
  readonly now: string;
}

/** Looks an office over, as far as it can be opened, by all exams or by some. UsageError where there is no such folder. */
export async function examineOffice(options: DoctorOptions, which: readonly Exam[] = exams): Promise<Examined[]> {
  const { patient, close } = await admit(options);
  try {
    const examined: Examined[] = [];
    for (const exam of which) {
      const findings = await findingsOf(exam, patient);
      if (findings.length > 0) examined.push({ exam, findings });
    }
    return examined;
  } finally {
    await close();
  }
}

async function admit({
  from,
  databaseUrl,
  passwords,
  now,
}: DoctorOptions): Promise<{ patient: Patient; close(): Promise<void> }> {
  const folder = isPostgresUrl(from) ? officeFolder : (await kindOf(from)) === 'file' ? dirname(from) : from;
  if ((await kindOf(folder)) !== 'folder') throw noOffice(folder);
  const database = await databaseAt(from, databaseUrl);
  const config = await unless<DataFolder>(async () => (await readConfig(folder))?.config ?? dataFolderSchema.parse({}));
  const { openStore } = await import('../store/open-store.ts');
  const store = await unless<Store>(() => openStore(database, { now, create: false }));
  const months = [chinaDate(now).slice(0, 7), config?.schedule?.since ?? ''].map(parsePeriod);
  const plan = store === null ? null : await unless(() => planIn(store, months));
  const close = async () => store?.close();
  return { patient: { folder, database, config, store, plan, passwords, now }, close };
}

async function planIn(store: Store, months: readonly (Period | null)[]) {
  for (const period of months) {
    const found = period === null ? null : await store.plan(period);
    if (found !== null) return found.plan;
  }
  return null;
}

async function findingsOf(exam: Exam, patient: Patient): Promise<readonly Finding[]> {
  try {
    return await exam.examine(patient);
  } catch (error) {
    const what = told(error);
    if (what === null) throw error;
    return [wrong(what)];
  }
}

/** The named errors say what to do; anything else is a fault of the program. */
function told(error: unknown): Message | null {
  if (error instanceof TemplateError) return { 'zh-CN': `模板有误：${error.message}`, en: error.message };
  const named = [UsageError, FileError, StoreError, WriteError].some((kind) => error instanceof kind);
  return named ? (error as UsageError).text : null;
}

/** Null where something cannot be had by a named error: the exam that is about it tells. */
async function unless<T>(work: () => Promise<T | null>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (told(error) === null) throw error;
    return null;
  }
}
