import { diagnosticJson, print, printDiagnostics } from '../cli/output.ts';
import { say } from '../cli/text.ts';
import { explainFigure } from '../jobs/explain.ts';
import { openSource } from '../sources/open-source.ts';
import type { Desk, Registers } from './desk.ts';
import { explanationJson, explanationLines } from './explanation-lines.ts';
import { monthFlag } from './flags.ts';

export const registerExplain: Registers = (program, desk) => {
  program
    .command('explain <month> <unit> [target]')
    .description('一个数从哪里来：区、县（市）、“全市”或牵头单位，可指明目标编号 (where a figure comes from)')
    .option('--from <place>', '数据文件夹、数据库文件或 postgresql:// 地址 (data folder or database)', 'seeds/2023')
    .option('--json', '以 JSON 输出结果 (machine-readable result)')
    .action((month: string, unit: string, target: string | undefined, { from }: { from: string }) =>
      run({ month, unit, target: target ?? null, from }, desk),
    );
};

interface Asked {
  month: string;
  unit: string;
  target: string | null;
  from: string;
}

async function run({ month, unit, target, from }: Asked, desk: Desk): Promise<void> {
  const { language, json } = desk.voice();
  const period = monthFlag(month);
  const { explanation, errors } = await explainFigure({
    from: await openSource(from, { databaseUrl: desk.databaseUrl, now: desk.now() }),
    period,
    subject: unit,
    target,
  });
  if (json) {
    const found = errors.map((d) => diagnosticJson(d, language));
    const result = { ok: true, month: period, unit, target, explanation: explanationJson(explanation, language) };
    print(JSON.stringify({ ...result, diagnostics: found }, null, 2));
    return;
  }
  printDiagnostics(errors, language);
  if (errors.length > 0) print(say(language, 'explainedDespite', { count: String(errors.length) }));
  print(explanationLines(explanation, language).join('\n'));
}
