import { shown } from '../decisions/settle.ts';
import { acceptedErrors } from '../intake/accepted-errors.ts';
import { answersOf, type FileAnswers, periodsOf } from '../intake/answers.ts';
import type { IntakeSettings } from '../intake/context.ts';
import { judgeAnswers } from '../intake/judge-answers.ts';
import { readReturned } from '../intake/returned-file.ts';
import { hasErrors } from '../model/diagnostic.ts';
import type { Period } from '../model/period.ts';
import { settingsSchema } from '../model/settings.ts';
import type { ReturnSaved, ReturnsToSave, Store } from '../store/store.ts';
import { collectFiles } from './collect-files.ts';
import { storeContext } from './store-context.ts';

export interface ProgressOptions {
  /** Files, folders and zips. */
  readonly paths: readonly string[];
  readonly store: Store;
  /** The month that is being collected; null where any may come. */
  readonly month: Period | null;
  /** Stores the good entries also where others are wrong. */
  readonly acceptPartial: boolean;
  /** Takes in again what was withdrawn, as new revisions; false where left out. */
  readonly readmit?: boolean;
  /** The office's settings; all defaults where left out. */
  readonly settings?: IntakeSettings;
  /** ISO UTC time. */
  readonly now: string;
  /** Called after each file that was read. */
  readonly onRead?: (files: number, name: string) => void;
}

export interface ProgressImport {
  /** What each file holds, its errors among the diagnostics; returns are the good ones. */
  readonly files: readonly FileAnswers[];
  /** What became of the returns, file by file; null where nothing was stored because something is wrong. */
  readonly saved: readonly ReturnSaved[] | null;
}

/**
 * Reads returned forms and lists and stores them, all or, where anything is wrong and that was not accepted, none. The same
 * files again change nothing. UsageError, FileError, StoreError, and DataError for texts that no database holds.
 */
export async function importProgress(options: ProgressOptions): Promise<ProgressImport> {
  const { store, onRead = () => {} } = options;
  const settings = options.settings ?? settingsSchema.parse({});
  const context = storeContext(store, options.month, settings);
  const answers: FileAnswers[] = [];
  const bytes: Uint8Array[] = [];
  for await (const file of collectFiles(options.paths)) {
    const { name } = file;
    if ('diagnostics' in file) {
      answers.push({ name, kind: 'unread', form: null, returns: [], diagnostics: file.diagnostics });
      bytes.push(new Uint8Array());
    } else {
      const returned = readReturned(file, settings.cutoffDay);
      for (const period of periodsOf(returned)) await context.prepare(period);
      answers.push(answersOf(returned, context.plans));
      bytes.push(file.bytes);
    }
    onRead(answers.length, name);
  }
  const judged = judgeAnswers(answers, context);
  const decisions = await store.decisions();
  const told = judged.map((file) => ({ ...file, diagnostics: shown(file.diagnostics, decisions) }));
  const wrong = judged.some(({ diagnostics }) => hasErrors(diagnostics));
  if (wrong && !options.acceptPartial) return { files: told, saved: null };
  const files = judged.map((file) => ({ ...file, diagnostics: acceptedErrors(file.diagnostics) }));
  const toSave = files.map((file, index) => returnsToSave(file, bytes[index] as Uint8Array, options.readmit ?? false));
  return { files: told, saved: await store.saveReturns(toSave, options.now) };
}

function returnsToSave(
  { name, form, returns, diagnostics }: FileAnswers,
  bytes: Uint8Array,
  readmitted: boolean,
): ReturnsToSave {
  const given = { file: { name, bytes, diagnostics }, returns, readmitted };
  return form === null ? given : { ...given, formVersion: form.version, formPlan: form.planDigest };
}
