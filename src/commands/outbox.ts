import { both } from '../cli/text.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import { type Office, openOffice } from '../office/office.ts';
import { officeFolder } from '../sources/open-source.ts';
import type { Desk, Registers } from './desk.ts';
import { type ListFlags, runList } from './outbox-list.ts';
import { runSend } from './outbox-send.ts';
import { type ResendFlags, type ResolveFlags, runResend, runResolve } from './outbox-settle.ts';
import { runShow, type ShowFlags } from './outbox-show.ts';

const place = '数据文件夹、数据库文件或 postgresql:// 地址 (data folder or database)';
const json = '以 JSON 输出结果 (machine-readable result)';
const by = '经办人 (who says so)';
const because = '理由或核实情况 (why)';

export const registerOutbox: Registers = (program, desk) => {
  const outbox = program
    .command('outbox')
    .description('待发和已发的邮件：查看、重发、核实存疑 (mails and what became of them)');
  const add = (name: string, description: string) =>
    outbox.command(name).description(description).option('--from <place>', place, officeFolder).option('--json', json);
  add('list', '列出邮件及其状态 (mails and their states)')
    .option('--month <YYYY-MM>', '只列某月 (of a month)')
    .option('--state <state>', '只列某种状态，可用逗号并列 (of a state, or several)')
    .option('--audience <name>', '只列某区县或牵头单位的 (about a district or lead unit)')
    .action((flags: ListFlags) => at(flags.from, desk, (office) => runList(office, flags, desk)));
  add('show <number>', '一封邮件的经过 (a mail and what happened to it)')
    .option('--eml <file>', '另存为 .eml 文件 (write its bytes to a file)')
    .action((id: string, flags: ShowFlags) =>
      at(flags.from, desk, (office) => runShow(office, numberFlag(id), flags, desk)),
    );
  add('resend [numbers...]', '重发失败的邮件；已发送的不会重发 (send failed mails again, never others)')
    .option('--all-dead', '全部发送失败的 (all that failed)', false)
    .option('--by <姓名>', by)
    .option('--because <理由>', because)
    .action((ids: string[], flags: ResendFlags) =>
      at(flags.from, desk, (office) => runResend(office, ids.map(numberFlag), flags, desk)),
    );
  add('resolve <number>', '核实一封存疑的邮件 (say what became of a mail in doubt)')
    .option('--arrived', '收到了 (it arrived)', false)
    .option('--absent', '没收到，将重新寄出 (it did not, and is sent again)', false)
    .option('--by <姓名>', by)
    .option('--because <理由>', because)
    .action((id: string, flags: ResolveFlags) =>
      at(flags.from, desk, (office) => runResolve(office, numberFlag(id), flags, desk)),
    );
  add('send', '立即寄出一轮待发邮件 (send what is due now)').action((flags: { from: string }) =>
    at(flags.from, desk, (office) => runSend(office, desk)),
  );
};

async function at(from: string, desk: Desk, work: (office: Office) => Promise<void>): Promise<void> {
  const office = await openOffice(from, { databaseUrl: desk.databaseUrl, now: desk.now() });
  try {
    await work(office);
  } finally {
    await office.close();
  }
}

function numberFlag(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UsageError(both('badMailNumber', { text }));
  return Number(text);
}
