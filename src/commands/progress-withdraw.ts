import type { Command } from 'commander';
import { print } from '../cli/output.ts';
import { both, say } from '../cli/text.ts';
import { chinaDate } from '../model/china-time.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import { periodText } from '../model/period.ts';
import { officeFolder } from '../sources/open-source.ts';
import { atReturns } from './at-returns.ts';
import type { Desk } from './desk.ts';
import { monthFlag } from './flags.ts';

interface WithdrawFlags {
  revision?: string;
  by?: string;
  because?: string;
  from: string;
}

export function registerWithdraw(progress: Command, desk: Desk): void {
  progress
    .command('withdraw <month> <reporter>')
    .description('撤回误存的月报：不再采用，但不删除 (a return that was stored by mistake counts no more; it is kept)')
    .option('--revision <n>', '撤回第几版，默认现行的一版 (which revision; the one that counts unless told)')
    .option('--by <姓名>', '撤回人 (who withdraws)')
    .option('--because <理由>', '撤回理由 (why)')
    .option('--from <place>', '数据文件夹、数据库文件或 postgresql:// 地址 (data folder or database)', officeFolder)
    .option('--json', '以 JSON 输出结果 (machine-readable result)')
    .action((month: string, reporter: string, flags: WithdrawFlags) => run(month, reporter, flags, desk));
}

async function run(month: string, reporter: string, flags: WithdrawFlags, desk: Desk): Promise<void> {
  const { language, json } = desk.voice();
  const now = desk.now();
  const period = monthFlag(month);
  const by = flags.by?.trim() ?? '';
  const because = flags.because?.trim() ?? '';
  if (by === '' || because === '') throw new UsageError(both('withdrawUnsigned'));
  const revision = flags.revision === undefined ? null : revisionFlag(flags.revision);
  const { withdrawReturn } = await import('../jobs/withdraw-return.ts');
  const signed = { by, because, withdrawn: chinaDate(now) };
  const done = await atReturns(flags.from, desk, (store) =>
    withdrawReturn({ store, period, reporter, revision, ...signed, now }),
  );
  if (json) return print(JSON.stringify({ ok: true, period, reporter, ...done }, null, 2));
  const name =
    language === 'zh-CN' ? `${reporter}${periodText(period)}月报` : `the return of ${reporter} for ${period}`;
  const counts = done.counts === null ? '' : String(done.counts);
  print(say(language, 'withdrawn', { name, revision: String(done.revision), counts }));
  if (done.published) print(say(language, 'withdrawnAfterIssue', { month: period }));
}

function revisionFlag(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new UsageError(both('badRevision', { text }));
  return Number(text);
}
