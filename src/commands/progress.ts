import { diagnosticJson, print, printDiagnostics } from '../cli/output.ts';
import { countLine } from '../cli/progress-line.ts';
import { both, say } from '../cli/text.ts';
import type { FileAnswers } from '../intake/answers.ts';
import type { ProgressImport } from '../jobs/import-progress.ts';
import { hasErrors } from '../model/diagnostic.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import type { Language } from '../model/language.ts';
import { periodText } from '../model/period.ts';
import { databaseToFill, officeFolder, settingsAt } from '../sources/open-source.ts';
import type { ReturnSaved } from '../store/store.ts';
import type { Desk, Registers } from './desk.ts';
import { monthFlag } from './flags.ts';
import { registerReturnList } from './progress-list.ts';
import { registerWithdraw } from './progress-withdraw.ts';
import { textTable } from './text-table.ts';

interface ImportFlags {
  to: string;
  month?: string;
  acceptPartial: boolean;
  readmit: boolean;
}

export const registerProgress: Registers = (program, desk) => {
  const progress = program.command('progress').description('月报 (returns)');
  progress
    .command('import <path...>')
    .description('导入收回的月报表或月报清单，可以是文件、文件夹或压缩包 (import returned forms and lists)')
    .option('--to <place>', '数据文件夹、数据库文件或 postgresql:// 地址 (data folder or database)', officeFolder)
    .option('--month <YYYY-MM>', '只收这个月的月报 (only returns of this month)')
    .option('--accept-partial', '有错误也存入其余无误的各项 (store the good entries where others are wrong)', false)
    .option('--readmit', '撤回过的月报也存入，作为新的一版 (take withdrawn returns in again, as new revisions)', false)
    .option('--json', '以 JSON 输出结果 (machine-readable result)')
    .action((paths: string[], flags: ImportFlags) => run(paths, flags, desk));
  registerReturnList(progress, desk);
  registerWithdraw(progress, desk);
};

async function run(paths: string[], flags: ImportFlags, desk: Desk): Promise<void> {
  const { language, json } = desk.voice();
  const [{ importProgress }, { openStore }] = await Promise.all([
    import('../jobs/import-progress.ts'),
    import('../store/open-store.ts'),
  ]);
  const now = desk.now();
  const month = flags.month === undefined ? null : monthFlag(flags.month);
  const settings = await settingsAt(flags.to);
  const store = await openStore(await databaseToFill(flags.to, desk.databaseUrl, 'returns'), { now, create: false });
  try {
    const { acceptPartial, readmit } = flags;
    const options = { paths, store, month, acceptPartial, readmit, settings, now };
    const result = await importProgress({ ...options, ...(json ? {} : { onRead: countLine(language) }) });
    if (result.files.length === 0) throw new UsageError(both('noReturnFiles', { paths: paths.join('、') }));
    if (json) print(JSON.stringify(resultJson(result, language), null, 2));
    else tell(result, language);
    if (result.saved === null) desk.end(1);
  } finally {
    await store.close();
  }
}

/** Each return with what became of it. */
function outcomes({
  files,
  saved,
}: ProgressImport): { file: FileAnswers; given: FileAnswers['returns'][number]; saved: ReturnSaved | null }[] {
  const results = saved?.values();
  return files.flatMap((file) => file.returns.map((given) => ({ file, given, saved: results?.next().value ?? null })));
}

function tell(result: ProgressImport, language: Language): void {
  const diagnostics = result.files.flatMap((file) => file.diagnostics);
  printDiagnostics(diagnostics, language);
  const all = outcomes(result);
  const head = say(language, 'returnsHead').split('|');
  const rows = all.map(({ file, given, saved }) => [
    given.reporter,
    language === 'zh-CN' ? periodText(given.period) : given.period,
    String(given.entries.length),
    saved === null ? say(language, 'outcomeNone') : outcomeText(saved, language),
    file.name,
  ]);
  for (const line of all.length === 0 ? [] : textTable(head, rows)) print(line);
  const wrong = result.files.filter((file) => hasErrors(file.diagnostics)).length;
  if (result.saved === null) {
    print(say(language, 'returnsRefused', { good: String(all.length), wrong: String(wrong) }));
    return;
  }
  const count = (outcome: ReturnSaved['outcome']) =>
    String(result.saved?.filter((one) => one.outcome === outcome).length ?? 0);
  const counts = { stored: count('stored'), revised: count('revised'), unchanged: count('unchanged') };
  print(say(language, 'returnsStored', counts));
  if (count('withdrawn') !== '0') print(say(language, 'returnsWithdrawn', { count: count('withdrawn') }));
  if (wrong > 0) print(say(language, 'returnsPartial', { wrong: String(wrong) }));
}

function outcomeText({ outcome, revision, counts, withdrawal }: ReturnSaved, language: Language): string {
  const text = say(language, 'outcome', { outcome, revision: String(revision) });
  const why = withdrawal === undefined ? '' : say(language, 'withdrawnBy', { ...withdrawal });
  if (revision === counts || counts === null) return text + why;
  return text + why + say(language, 'outcomeLater', { counts: String(counts) });
}

function resultJson(result: ProgressImport, language: Language): unknown {
  return {
    ok: result.saved !== null,
    stored: result.saved !== null,
    returns: outcomes(result).map(({ file, given, saved }) => ({
      file: file.name,
      kind: file.kind,
      reporter: given.reporter,
      period: given.period,
      entries: given.entries.length,
      outcome: saved?.outcome ?? null,
      revision: saved?.revision ?? null,
      counts: saved?.counts ?? null,
      withdrawal: saved?.withdrawal ?? null,
    })),
    diagnostics: result.files.flatMap((file) => file.diagnostics.map((d) => diagnosticJson(d, language))),
  };
}
