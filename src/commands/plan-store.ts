import type { Command } from 'commander';
import { diagnosticJson, print, printDiagnostics } from '../cli/output.ts';
import { say } from '../cli/text.ts';
import { commandFor } from '../deciding/command-for.ts';
import type { ComparedPlan } from '../jobs/compare-plans.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Language } from '../model/language.ts';
import type { Period } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';
import type { PlanChange } from '../plan/diff-plans.ts';
import { databaseAt, databaseToFill, officeAt, officeFolder, settingsAt } from '../sources/open-source.ts';
import { readersWithoutAddress } from '../starting/plan-readers.ts';
import { isPostgresUrl } from '../store/postgres-url.ts';
import type { Desk } from './desk.ts';
import { monthFlag, yearFlag } from './flags.ts';
import { textTable } from './text-table.ts';

interface ImportFlags {
  to: string;
  year?: string;
  effective?: string;
  document?: string;
}

const place = '数据文件夹、数据库文件或 postgresql:// 地址 (data folder or database)';

export function registerPlanStore(plan: Command, desk: Desk): void {
  plan
    .command('import <file>')
    .description('存入任务分解表，或年中调整后的新版 (store a plan, or a new version of it)')
    .option('--to <place>', place, officeFolder)
    .option('--year <YYYY>', '标题没有年份时写明 (year, where the title names none)')
    .option('--effective <YYYY-MM>', '自哪个月起施行，默认 1 月 (first month in which it holds)')
    .option('--document <number>', '调整通知的文号 (number of the document that changed it)')
    .option('--json', '以 JSON 输出结果 (machine-readable result)')
    .action((file: string, flags: ImportFlags) => runImport(file, flags, desk));
  plan
    .command('diff <before> <after>')
    .description('比较两版任务分解表：库中的版本写作 2023/1，也可以是文件 (compare two versions, 2023/1 or files)')
    .option('--from <place>', place, officeFolder)
    .option('--json', '以 JSON 输出结果 (machine-readable result)')
    .action((before: string, after: string, flags: { from: string }) => runDiff([before, after], flags.from, desk));
}

async function runImport(file: string, flags: ImportFlags, desk: Desk): Promise<void> {
  const { language, json } = desk.voice();
  const [{ importPlan }, { openStore }] = await Promise.all([
    import('../jobs/import-plan.ts'),
    import('../store/open-store.ts'),
  ]);
  const options = {
    file,
    year: flags.year === undefined ? null : yearFlag(flags.year),
    effective: flags.effective === undefined ? null : monthFlag(flags.effective),
    documentNumber: flags.document?.trim() || null,
    checks: (await settingsAt(flags.to)).checks,
    now: desk.now(),
  };
  const store = await openStore(await databaseToFill(flags.to, desk.databaseUrl, 'plan'), { now: options.now });
  try {
    const { saved, plan, effective, before, changes, diagnostics } = await importPlan({ ...options, store });
    const version = `${saved.year}/${saved.version}`;
    const open = diagnostics.filter(({ severity }) => severity === 'error');
    if (json) {
      const found = diagnostics.map((d) => diagnosticJson(d, language));
      const { outcome } = saved;
      const result = { ok: true, outcome, version, effective, undecided: open.length, changes, diagnostics: found };
      print(JSON.stringify(result, null, 2));
      return;
    }
    printDiagnostics(diagnostics, language);
    print(say(language, saved.outcome === 'stored' ? 'planStored' : 'planUnchanged', { version, effective }));
    if (open.length > 0) print(say(language, 'planUndecided', undecided(open, effective, flags.to)));
    await tellUnaddressed(plan, flags.to, language);
    if (before === null || saved.outcome === 'unchanged') return;
    const earlier = `${before.year}/${before.version}`;
    print(say(language, changes.length === 0 ? 'planSame' : 'planChanges', { earlier, count: String(changes.length) }));
    for (const line of changes.length === 0 ? [] : changeTable(changes, language)) print(line);
  } finally {
    await store.close();
  }
}

/** The month says which plan is meant: the one in force today may be another. */
function undecided(open: readonly Diagnostic[], effective: Period, to: string): { count: string; commands: string } {
  // A URL may hold a password.
  const from = to === officeFolder || isPostgresUrl(to) ? '' : ` --from ${to}`;
  const commands = open.map((d) => `  ${commandFor(d, effective, open)}${from}`).join('\n');
  return { count: String(open.length), commands };
}

/** Who will get no mail: only offices that mail want to know. */
async function tellUnaddressed(plan: Plan, place: string, language: Language): Promise<void> {
  const { mail, recipients } = (await officeAt(place)).config;
  const names = mail === undefined ? [] : readersWithoutAddress(plan, recipients);
  if (names.length === 0) return;
  print(say(language, 'readersUnaddressed', { count: String(names.length), names: names.join('、') }));
}

async function runDiff(names: [string, string], from: string, desk: Desk): Promise<void> {
  const { language, json } = desk.voice();
  const { comparePlans } = await import('../jobs/compare-plans.ts');
  const { before, after, changes } = await comparePlans(names, async () => {
    const { openStore } = await import('../store/open-store.ts');
    return openStore(await databaseAt(from, desk.databaseUrl), { now: desk.now(), create: false });
  });
  if (json) {
    print(JSON.stringify({ ok: true, before: planJson(before), after: planJson(after), changes }, null, 2));
    return;
  }
  for (const [side, plan] of [
    ['before', before],
    ['after', after],
  ] as const)
    print(say(language, 'comparedPlan', { side, named: plan.named, title: plan.plan.title, ...versionText(plan) }));
  if (changes.length === 0) print(say(language, 'plansSame'));
  else for (const line of changeTable(changes, language)) print(line);
}

function versionText({ version }: ComparedPlan): { effective: string; document: string } {
  return { effective: version?.effective ?? '', document: version?.documentNumber ?? '' };
}

function planJson({ named, plan, version }: ComparedPlan): unknown {
  const { effective = null, documentNumber = null, sha256 = null, source = null } = version ?? {};
  return {
    plan: named,
    title: plan.title,
    year: plan.year,
    effective,
    documentNumber,
    sha256,
    source: source?.name ?? null,
  };
}

function changeTable(changes: readonly PlanChange[], language: Language): string[] {
  const rows = changes.map(({ kind, target, about, column, before, after }) => [
    target ?? '',
    about,
    say(language, 'planChange', { kind }),
    kind === 'column-added' || kind === 'column-removed' ? '' : (column ?? ''),
    before ?? say(language, 'nothing'),
    after ?? say(language, 'nothing'),
  ]);
  return textTable(say(language, 'planChangeHead').split('|'), rows);
}
