import { print } from '../cli/output.ts';
import { say } from '../cli/text.ts';
import { catalogue, gradeOf } from '../month/check-catalogue.ts';
import { officeFolder, settingsAt } from '../sources/open-source.ts';
import type { Desk, Registers } from './desk.ts';

export const registerChecks: Registers = (program, desk) => {
  program
    .command('checks')
    .description('校核项 (checks)')
    .command('list')
    .description(
      '列出各项校核的代码、等级、何时提出和如何处理 (every check: code, severity, when it is told, what to do)',
    )
    .option('--from <place>', '数据文件夹、数据库文件或 postgresql:// 地址 (data folder or database)', officeFolder)
    .option('--json', '以 JSON 输出结果 (machine-readable result)')
    .action((flags: { from: string }) => run(flags.from, desk));
};

async function run(from: string, desk: Desk): Promise<void> {
  const { language, json } = desk.voice();
  const { checks } = await settingsAt(from);
  const rows = catalogue.map((kind) => {
    const { code, severity, binding, explanation } = kind;
    const { finds, remedy } = explanation[language];
    return { code, severity: gradeOf(kind, checks), default: severity, binding, finds, remedy };
  });
  if (json) {
    print(JSON.stringify({ ok: true, checks: rows }, null, 2));
    return;
  }
  for (const { code, severity, default: usual, binding, finds, remedy } of rows) {
    const changed = severity === usual ? '' : say(language, 'gradeChanged', { grade: usual });
    print(
      `${code} [${say(language, 'grade', { grade: severity })}]${changed}${binding ? say(language, 'binding') : ''}`,
    );
    print(`    ${finds}`);
    print(`    → ${remedy}`);
  }
  print(say(language, 'checksListed', { count: String(rows.length) }));
}
