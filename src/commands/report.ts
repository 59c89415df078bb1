import { diagnosticJson, print, printDiagnostics } from '../cli/output.ts';
import { progressLine } from '../cli/progress-line.ts';
import { both, say } from '../cli/text.ts';
import { report } from '../jobs/report.ts';
import { editionName } from '../model/correction.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import { programVersion } from '../program-version.ts';
import { openSource } from '../sources/open-source.ts';
import { type Format, formats } from '../writers/index.ts';
import type { Desk, Registers } from './desk.ts';
import { dateFlag, formatFlag, groupsFlag, monthFlag } from './flags.ts';
import { outputFolder, reportAgain } from './report-again.ts';

interface ReportFlags {
  month?: string;
  snapshot?: string;
  from?: string;
  audience: string[];
  only?: string;
  format?: string;
  out?: string;
  issued?: string;
  correction?: boolean;
  reason?: string;
}

const sampleData = 'seeds/2023';
const usualFormats = 'pdf,docx,xlsx';

export const registerReport: Registers = (program, desk) => {
  program
    .command('report')
    .description('生成一个月的简报 (make a month’s briefings)')
    .option('--month <YYYY-MM>', '月份，如 2023-06 (report month)')
    .option('--snapshot <hash>', '按末页的数据快照编号重新生成 (render this snapshot once more)')
    .option(
      '--from <place>',
      `数据文件夹、数据库文件或 postgresql:// 地址，默认 ${sampleData} (data folder or database)`,
    )
    .option(
      '--district, --audience <name...>',
      '只生成这些区、县（市）、牵头单位或“全市” (only these districts, lead units, or 全市)',
      [],
    )
    .option('--only <list>', '只生成这几类：districts,city,lead-units (only these kinds of readers)')
    .option('--format <list>', `pdf,docx,xlsx,html，默认 ${usualFormats}`)
    .option('--out <folder>', '输出文件夹，默认 output/月份 (output folder)')
    .option('--issued <YYYY-MM-DD>', '印发日期 (issue date)')
    .option('--correction', '生成更正版，列出与上一版相比的变化 (make the next correction)')
    .option('--reason <text>', '更正原因，印在更正说明中 (why it is corrected)')
    .option('--json', '以 JSON 输出结果 (machine-readable result)')
    .action((flags: ReportFlags) =>
      flags.snapshot === undefined ? run(flags, desk) : again(flags.snapshot, flags, desk),
    );
};

async function again(snapshot: string, flags: ReportFlags, desk: Desk): Promise<void> {
  refuseBoth(flags);
  const { month, issued, correction, reason, from = null, audience, format, out = null } = flags;
  if ([month, issued, correction, reason].some((flag) => flag !== undefined))
    throw new UsageError(both('snapshotAlone'));
  return reportAgain({ snapshot, from, districts: audience, formats: formatsOf(format ?? ''), out }, desk);
}

function formatsOf(list: string): Format[] {
  return list
    .split(',')
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => formatFlag(text, formats));
}

/** Kinds of readers are for the original; a correction goes to whom it changes something for. */
function refuseBoth({ only, audience, correction, snapshot }: ReportFlags): void {
  if (only !== undefined && (audience.length > 0 || correction || snapshot !== undefined))
    throw new UsageError(both('onlyAlone'));
}

async function run(flags: ReportFlags, desk: Desk): Promise<void> {
  const { language, json } = desk.voice();
  const started = performance.now();
  refuseBoth(flags);
  if (flags.month === undefined) throw new UsageError(both('monthMissing'));
  if (flags.reason !== undefined && !flags.correction) throw new UsageError(both('reasonAlone'));
  const period = monthFlag(flags.month);
  const out = flags.out ?? `${outputFolder}/${period}`;
  const { files, diagnostics, sample, snapshot, edition, replaced, unchanged, earlierPrograms } = await report({
    from: await openSource(flags.from ?? sampleData, { databaseUrl: desk.databaseUrl, now: desk.now() }),
    period,
    districts: flags.audience,
    ...(flags.only === undefined ? {} : { only: groupsFlag(flags.only) }),
    formats: formatsOf(flags.format ?? usualFormats),
    out,
    issued: flags.issued === undefined ? null : dateFlag(flags.issued),
    correction: flags.correction ? { reason: flags.reason ?? null } : null,
    ...(json ? {} : { onProgress: progressLine(language) }),
  });
  if (json) {
    const found = diagnostics.map((d) => diagnosticJson(d, language));
    const result = { ok: true, month: period, edition, snapshot, out, files, replaced, unchanged, diagnostics: found };
    print(JSON.stringify(result, null, 2));
    return;
  }
  printDiagnostics(diagnostics, language);
  if (sample) print(say(language, 'sample'));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  print(say(language, 'reported', { files: String(files.length), out, seconds }));
  const names = (audiences: readonly string[]) => audiences.join(language === 'zh-CN' ? '、' : ', ');
  if (edition > 0)
    print(say(language, 'correctionMade', { edition: editionName(edition), unchanged: names(unchanged) }));
  for (const program of earlierPrograms) print(say(language, 'comparedWithOther', { program, now: programVersion }));
  if (edition > 0 && flags.issued === undefined) print(say(language, 'correctionDate'));
  if (replaced.length > 0) print(say(language, 'originalReplaced', { audiences: names(replaced) }));
}
