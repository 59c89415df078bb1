import { diagnosticJson, print, printDiagnostics } from '../cli-output.ts';
import { say } from '../cli-text.ts';
import { openSource } from '../open-source.ts';
import { progressLine } from '../progress-line.ts';
import { report } from '../report.ts';
import { formats } from '../writers/index.ts';
import type { Desk, Registers } from './desk.ts';
import { dateFlag, formatFlag, monthFlag } from './flags.ts';

interface ReportFlags {
  month: string;
  from: string;
  district: string[];
  format: string;
  out?: string;
  issued?: string;
}

export const registerReport: Registers = (program, desk) => {
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
    .action((flags: ReportFlags) => run(flags, desk));
};

async function run(flags: ReportFlags, desk: Desk): Promise<void> {
  const { language, json } = desk.voice();
  const started = performance.now();
  const period = monthFlag(flags.month);
  const out = flags.out ?? `output/${period}`;
  const { files, diagnostics, sample } = await report({
    from: await openSource(flags.from, { databaseUrl: desk.databaseUrl, now: desk.now() }),
    period,
    districts: flags.district,
    formats: flags.format.split(',').map((text) => formatFlag(text.trim(), formats)),
    out,
    issued: flags.issued === undefined ? null : dateFlag(flags.issued),
    ...(json ? {} : { onProgress: progressLine(language) }),
  });
  if (json) {
    const found = diagnostics.map((d) => diagnosticJson(d, language));
    print(JSON.stringify({ ok: true, month: period, out, files, diagnostics: found }, null, 2));
    return;
  }
  printDiagnostics(diagnostics, language);
  if (sample) print(say(language, 'sample'));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  print(say(language, 'reported', { files: String(files.length), out, seconds }));
}
