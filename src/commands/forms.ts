import { diagnosticJson, print, printDiagnostics } from '../cli/output.ts';
import { progressLine } from '../cli/progress-line.ts';
import { say } from '../cli/text.ts';
import { openSource } from '../sources/open-source.ts';
import type { Desk, Registers } from './desk.ts';
import { dateFlag, monthFlag } from './flags.ts';

interface FormsFlags {
  month: string;
  from: string;
  district: string[];
  out?: string;
  cutoff?: string;
  due?: string;
}

export const registerForms: Registers = (program, desk) => {
  program
    .command('forms')
    .description('生成一个月的月报表，发给各区、县（市）和牵头单位填报 (make a month’s return forms)')
    .requiredOption('--month <YYYY-MM>', '月份，如 2023-06 (report month)')
    .option('--from <place>', '数据文件夹、数据库文件或 postgresql:// 地址 (data folder or database)', 'seeds/2023')
    .option('--district <name...>', '只生成这些区、县（市）或牵头单位 (only these districts or lead units)', [])
    .option('--out <folder>', '输出文件夹，默认 output/月报表/月份 (output folder)')
    .option('--cutoff <YYYY-MM-DD>', '数据截止日期，默认按设置 cutoffDay (cut-off date)')
    .option('--due <YYYY-MM-DD>', '报送期限，默认按设置 (date by which forms must be back)')
    .option('--json', '以 JSON 输出结果 (machine-readable result)')
    .action((flags: FormsFlags) => run(flags, desk));
};

async function run(flags: FormsFlags, desk: Desk): Promise<void> {
  const { language, json } = desk.voice();
  // Loaded when needed: no other command draws forms.
  const { makeForms } = await import('../jobs/make-forms.ts');
  const period = monthFlag(flags.month);
  const out = flags.out ?? `output/月报表/${period}`;
  const { files, diagnostics, sample } = await makeForms({
    from: await openSource(flags.from, { databaseUrl: desk.databaseUrl, now: desk.now() }),
    period,
    reporters: flags.district,
    cutoff: flags.cutoff === undefined ? null : dateFlag(flags.cutoff),
    due: flags.due === undefined ? null : dateFlag(flags.due),
    out,
    ...(json ? {} : { onProgress: progressLine(language) }),
  });
  if (json) {
    const found = diagnostics.map((d) => diagnosticJson(d, language));
    print(JSON.stringify({ ok: true, month: period, out, files, diagnostics: found }, null, 2));
    return;
  }
  printDiagnostics(diagnostics, language);
  if (sample) print(say(language, 'sampleForms'));
  print(say(language, 'formsMade', { files: String(files.length), out }));
}
