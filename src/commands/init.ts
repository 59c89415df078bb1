import { diagnosticJson, print, printDiagnostics } from '../cli/output.ts';
import { both, say } from '../cli/text.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import { officeFolder } from '../sources/open-source.ts';
import type { InitSource } from '../starting/init.ts';
import type { Desk, Registers } from './desk.ts';

interface InitFlags {
  empty: boolean;
  plan?: string;
}

export const registerInit: Registers = (program, desk) => {
  program
    .command('init [folder]')
    .description('新建一个单位的数据文件夹，带样例，可以立即试用 (make an office’s folder, with a sample to try)')
    .option('--plan <file>', '用本单位的任务分解表，不要样例 (begin with a plan of the office’s own)')
    .option('--empty', '不要样例，以后再存入任务分解表 (no sample, the plan comes later)', false)
    .option('--json', '以 JSON 输出结果 (machine-readable result)')
    .action((folder: string | undefined, flags: InitFlags) => run(folder ?? officeFolder, flags, desk));
};

async function run(folder: string, flags: InitFlags, desk: Desk): Promise<void> {
  const { language, json } = desk.voice();
  const source = sourceOf(flags);
  const { initOffice } = await import('../starting/init.ts');
  const made = await initOffice({ folder, source, databaseUrl: desk.databaseUrl, now: desk.now() });
  const next = nextCommands[source.kind](folder === officeFolder ? '' : ` --from ${folder}`);
  if (json) {
    const found = made.diagnostics.map((d) => diagnosticJson(d, language));
    print(JSON.stringify({ ok: true, folder, ...made, next, diagnostics: found }, null, 2));
    return;
  }
  // What there is to know of the sample plan is no news to who tries it out.
  if (source.kind === 'plan') printDiagnostics(made.diagnostics, language);
  print(say(language, 'officeMade', { folder, resumed: made.resumed }));
  const readers = String(made.readers.length);
  if (source.kind === 'sample')
    print(
      say(language, 'sampleLoaded', {
        readers,
        months: String(made.files.filter((path) => path.endsWith('.csv')).length),
      }),
    );
  if (source.kind === 'plan') print(say(language, 'planLoaded', { readers }));
  print(say(language, 'nextCommands'));
  for (const command of next) print(`  ${command}`);
}

function sourceOf({ plan, empty }: InitFlags): InitSource {
  if (plan !== undefined && empty) throw new UsageError(both('initConflict'));
  if (plan !== undefined) return { kind: 'plan', file: plan };
  return { kind: empty ? 'empty' : 'sample' };
}

/** What to type next; `from` is the flag that names the folder where it is not the usual one. */
const nextCommands: Readonly<Record<InitSource['kind'], (from: string) => readonly string[]>> = {
  sample: (from) => [
    `jianbao doctor${from}`,
    `jianbao schedule list --month 2023-01 --now "2023-01-20 09:00"${from}`,
    `jianbao serve --once --now "2023-01-31 09:00"${from}`,
  ],
  plan: (from) => [`jianbao doctor${from}`, `jianbao schedule list${from}`, `jianbao serve${from}`],
  empty: (from) => [
    `jianbao plan import 附件2.docx${from.replace('--from', '--to')}`,
    `jianbao doctor${from}`,
    `jianbao serve${from}`,
  ],
};
