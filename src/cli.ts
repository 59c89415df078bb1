import { createRequire } from 'node:module';
import { Command, CommanderError } from 'commander';
import { diagnosticJson, type ExitCode, print, printDiagnostics, printFailure, type Voice } from './cli-output.ts';
import { both, languageOf, say } from './cli-text.ts';
import { runVerify, type VerifyFlags } from './cli-verify.ts';
import type { Desk } from './commands/desk.ts';
import { registerForms } from './commands/forms.ts';
import { registerPlanStore } from './commands/plan.ts';
import { registerProgress } from './commands/progress.ts';
import { exportPlan, openPlan } from './export-plan.ts';
import { UsageError } from './model/errors/usage-error.ts';
import { type Period, parsePeriod } from './model/period.ts';
import { databaseAt, officeFolder, openSource } from './open-source.ts';
import { planJson } from './plan/plan-json.ts';
import { progressLine } from './progress-line.ts';
import { report } from './report.ts';
import type { RowCounts } from './store/backup/backup-file.ts';
import { type Format, formats } from './writers/index.ts';

const { version } = createRequire(import.meta.url)('../package.json') as { version: string };

interface Global {
  lang?: string;
  json?: boolean;
}

/** Runs the command line; `argv` without node and script. Returns the exit code. */
export async function runCli(argv: readonly string[]): Promise<ExitCode> {
  let voice: Voice = { language: languageOf(undefined, process.env['LANG']), json: argv.includes('--json') };
  const program = new Command('jianbao')
    .description('民生实事任务分解表 → 区、县（市）月度简报 (monthly district briefings)')
    .version(version)
    .option('--lang <zh-CN|en>', '提示信息的语言 (language of messages)')
    .exitOverride()
    .hook('preAction', (_, command) => {
      const { lang, json } = command.optsWithGlobals<Global>();
      voice = { language: languageOf(lang, process.env['LANG']), json: json === true };
    });

  program
    .command('report')
    .description('生成一个月的简报 (make a month’s briefings)')
    .requiredOption('--month <YYYY-MM>', '月份，如 2023-06 (report month)')
    .option('--from <place>', '数据文件夹、数据库文件或 postgresql:// 地址 (data folder or database)', 'seeds/2023')
    .option('--district <name...>', '只生成这些区、县（市）或“全市” (only these districts, or 全市)', [])
    .option('--format <list>', 'pdf,docx,xlsx,html', 'pdf,docx,xlsx')
    .option('--out <folder>', '输出文件夹，默认 output/月份 (output folder)')
    .option('--issued <YYYY-MM-DD>', '印发日期 (issue date)')
    .option('--json', '以 JSON 输出结果 (machine-readable result)')
    .action((options: ReportFlags) => runReport(options, voice));

  const plan = program.command('plan').description('任务分解表 (allocation tables)');
  plan
    .command('check <file>')
    .description('读取并校核任务分解表 (read and check a table)')
    .option('--json', '以 JSON 输出结果 (machine-readable result)')
    .action((file: string) => runPlanCheck(file, voice));
  plan
    .command('export <file>')
    .description('把任务分解表写成另一种格式 (write a table in another format)')
    .requiredOption('--format <format>', [...formats, 'json'].join('|'))
    .requiredOption('--out <file>', '输出文件 (output file)')
    .action((file: string, options: { format: string; out: string }) => runPlanExport(file, options, voice));

  let code: ExitCode = 0;
  const desk: Desk = {
    voice: () => voice,
    databaseUrl: databaseUrl(),
    now,
    end: (other) => {
      code = other;
    },
  };
  registerPlanStore(plan, desk);
  registerForms(program, desk);
  registerProgress(program, desk);
  program
    .command('backup <file>')
    .description('把数据库备份成一个文件 (back the database up into one file)')
    .option('--from <place>', '数据文件夹、数据库文件或 postgresql:// 地址 (data folder or database)', officeFolder)
    .option('--force', '覆盖已有的文件 (replace a file that is there)', false)
    .action((file: string, options: { from: string; force: boolean }) => runBackup(file, options, voice));
  program
    .command('restore <file>')
    .description('用备份恢复数据库，原有内容保留在旁边 (restore the database, keeping what was there)')
    .option('--to <place>', '数据文件夹、数据库文件或 postgresql:// 地址 (data folder or database)', officeFolder)
    .action((file: string, options: { to: string }) => runRestore(file, options, voice));
  program
    .command('verify <file...>')
    .description('核对生成的文件是否被改动、逐格是否无误 (verify finished files)')
    .option('--against <folder>', '与这个月的输出文件夹对照，默认为文件所在的 (output folder to compare with)')
    .option('--json', '以 JSON 输出结果 (machine-readable result)')
    .action(async (paths: string[], options: VerifyFlags) => {
      code = await runVerify(paths, options, voice);
    });

  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    return printFailure(error, voice);
  }
}

interface ReportFlags {
  month: string;
  from: string;
  district: string[];
  format: string;
  out?: string;
  issued?: string;
}

async function runReport(flags: ReportFlags, { language, json }: Voice): Promise<void> {
  const started = performance.now();
  const period = monthFlag(flags.month);
  const result = await report({
    from: await openSource(flags.from, { databaseUrl: databaseUrl(), now: now() }),
    period,
    districts: flags.district,
    formats: flags.format.split(',').map((text) => formatFlag(text.trim(), formats)),
    out: flags.out ?? `output/${period}`,
    issued: flags.issued === undefined ? null : dateFlag(flags.issued),
    ...(json ? {} : { onProgress: progressLine(language) }),
  });
  const out = flags.out ?? `output/${period}`;
  if (json) {
    const diagnostics = result.diagnostics.map((d) => diagnosticJson(d, language));
    print(JSON.stringify({ ok: true, month: period, out, files: result.files, diagnostics }, null, 2));
    return;
  }
  printDiagnostics(result.diagnostics, language);
  if (result.sample) print(say(language, 'sample'));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  print(say(language, 'reported', { files: String(result.files.length), out, seconds }));
}

async function runPlanCheck(file: string, { language, json }: Voice): Promise<void> {
  const { plan, diagnostics } = await openPlan(file);
  if (json) {
    const found = diagnostics.map((d) => diagnosticJson(d, language));
    print(JSON.stringify({ ok: true, plan: planJson(plan), diagnostics: found }, null, 2));
    return;
  }
  printDiagnostics(diagnostics, language);
  const targets = plan.projects.flatMap((project) => project.targets);
  const figures = targets.reduce((count, target) => count + Object.keys(target.allocations).length, 0);
  print(
    say(language, 'planChecked', {
      title: plan.title,
      projects: String(plan.projects.length),
      targets: String(targets.length),
      columns: String(plan.columns.length),
      figures: String(figures),
    }),
  );
}

async function runPlanExport(file: string, flags: { format: string; out: string }, { language }: Voice): Promise<void> {
  const diagnostics = await exportPlan(file, formatFlag(flags.format, [...formats, 'json'] as const), flags.out);
  printDiagnostics(diagnostics, language);
  print(say(language, 'exported', { out: flags.out }));
}

async function runBackup(file: string, flags: { from: string; force: boolean }, { language }: Voice): Promise<void> {
  const { backupStore } = await import('./store/backup/write-backup.ts');
  const url = await databaseAt(flags.from, databaseUrl());
  const counts = await backupStore(url, file, { now: now(), force: flags.force });
  print(say(language, 'backedUp', { file, ...contents(counts) }));
}

async function runRestore(file: string, flags: { to: string }, { language }: Voice): Promise<void> {
  const { restoreStore } = await import('./store/backup/restore.ts');
  const { counts, kept } = await restoreStore(await databaseAt(flags.to, databaseUrl()), file, now());
  print(say(language, 'restored', contents(counts)));
  if (kept !== null) print(say(language, 'kept', { kept }));
}

function contents(counts: RowCounts): { plans: string; returns: string; files: string } {
  const of = (table: string) => String(counts[table] ?? 0);
  return { plans: of('plan_version'), returns: of('return_revision'), files: of('source_document') };
}

function databaseUrl(): string | null {
  return process.env['DATABASE_URL'] || null;
}

function now(): string {
  return new Date().toISOString();
}

function monthFlag(text: string): Period {
  const period = parsePeriod(text);
  if (period === null) throw new UsageError(both('badMonth', { text }));
  return period;
}

function dateFlag(text: string): string {
  const date = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(text) || text.length !== 10)
    throw new UsageError(both('badDate', { text }));
  return text;
}

function formatFlag<F extends Format | 'json'>(text: string, known: readonly F[]): F {
  const format = known.find((one) => one === text);
  if (format === undefined) throw new UsageError(both('badFormat', { text, known: known.join('、') }));
  return format;
}
