import type { Command } from 'commander';
import { print } from '../cli/output.ts';
import { say } from '../cli/text.ts';
import type { ListedReturn } from '../jobs/list-returns.ts';
import { chinaTime } from '../model/china-time.ts';
import type { Language } from '../model/language.ts';
import { officeFolder } from '../sources/open-source.ts';
import { atReturns } from './at-returns.ts';
import type { Desk } from './desk.ts';
import { monthFlag } from './flags.ts';
import { textTable } from './text-table.ts';

interface ListFlags {
  month?: string;
  reporter?: string;
  from: string;
}

export function registerReturnList(progress: Command, desk: Desk): void {
  progress
    .command('list')
    .description(
      '列出库中的月报：各版次，哪一版现行，撤回了哪些 (stored returns, their revisions and which one counts)',
    )
    .option('--month <YYYY-MM>', '只列这个月的 (of this month)')
    .option('--reporter <name>', '只列这个填报单位的 (of this reporter)')
    .option('--from <place>', '数据文件夹、数据库文件或 postgresql:// 地址 (data folder or database)', officeFolder)
    .option('--json', '以 JSON 输出结果 (machine-readable result)')
    .action((flags: ListFlags) => run(flags, desk));
}

async function run({ month, reporter, from }: ListFlags, desk: Desk): Promise<void> {
  const { language, json } = desk.voice();
  const period = month === undefined ? null : monthFlag(month);
  const { listReturns } = await import('../jobs/list-returns.ts');
  const listed = await atReturns(from, desk, (store) => listReturns(store, period, reporter ?? null));
  if (json) return print(JSON.stringify({ ok: true, returns: listed }, null, 2));
  if (listed.length === 0) return print(say(language, 'noReturns'));
  const rows = listed.map((one) => rowOf(one, language));
  for (const line of textTable(say(language, 'returnListHead').split('|'), rows)) print(line);
}

function rowOf(
  { period, reporter, revision, state, cutoff, receivedAt, source, withdrawal }: ListedReturn,
  language: Language,
) {
  const why = withdrawal === null ? '' : say(language, 'withdrawnBy', { ...withdrawal });
  const how = say(language, 'returnState', { state }) + why;
  return [period, reporter, String(revision), how, cutoff, chinaTime(receivedAt), source.name];
}
