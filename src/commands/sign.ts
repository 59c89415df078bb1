import type { Command } from 'commander';
import { print } from '../cli/output.ts';
import { progressLine } from '../cli/progress-line.ts';
import { both, say } from '../cli/text.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import { officeFolder } from '../sources/open-source.ts';
import { atOffice } from './at-office.ts';
import type { Desk, Registers } from './desk.ts';
import { type DraftFlags, runDraft } from './sign-draft.ts';
import { namesOf, type SignFlags, signedMonth } from './sign-flags.ts';
import { runSignList } from './sign-list.ts';

const place = '数据文件夹、数据库文件或 postgresql:// 地址 (data folder or database)';

export const registerSign: Registers = (program, desk) => {
  const add = (command: Command, description: string) =>
    command
      .description(description)
      .option('--month <YYYY-MM>', '月份，如 2023-06 (report month)')
      .option('--from <place>', place, officeFolder)
      .option('--json', '以 JSON 输出结果 (machine-readable result)');
  const sign = add(program.command('sign'), '审签一个月的送审稿并发布 (sign a month’s draft and publish it)')
    .option('--by <审签人>', '印在末页，如 督查室负责人 (who signs)')
    .option('--draft <hash>', '所看送审稿末页的数据快照编号，不是这一稿就不审签 (the draft that was read)')
    .action((flags: SignFlags) => runSign(flags, desk));
  // Flags that the command itself has are its own, wherever they stand.
  const flagsOf = <T extends SignFlags>(command: Command) => command.optsWithGlobals<T>();
  add(sign.command('draft'), '生成送审稿并核对 (make the draft and check it)')
    .option('--correction', '更正版的送审稿 (the draft of the next correction)')
    .option('--reason <text>', '更正原因，印在更正说明中 (why it is corrected)')
    .option('--format <list>', 'pdf,docx,xlsx,html，默认 pdf,docx,xlsx')
    .action((_, command: Command) => runDraft(flagsOf<DraftFlags>(command), desk));
  add(sign.command('list'), '各月走到哪一步 (how far each month is)').action((_, command: Command) =>
    runSignList(flagsOf(command), desk),
  );
  add(sign.command('revoke'), '发布前撤回审签 (take a signature back before publication)')
    .option('--by <姓名>', '撤回人 (who revokes)')
    .option('--because <理由>', '撤回理由 (why)')
    .action((_, command: Command) => runRevoke(flagsOf(command), desk));
};

async function runSign({ month, by, draft, from }: SignFlags, desk: Desk): Promise<void> {
  const { language, json } = desk.voice();
  const now = desk.now();
  const period = signedMonth(month);
  const { signAndPublish } = await import('../signing/sign-and-publish.ts');
  const { edition, folder, packets, aside } = await atOffice(from, desk, (office) =>
    signAndPublish(office, {
      ...{ period, now, by: by ?? null, ...(draft === undefined ? {} : { draft }) },
      ...(json ? {} : { onProgress: progressLine(language) }),
    }),
  );
  const files = packets.flatMap((packet) => packet.files.map(({ path }) => path));
  if (json) return print(JSON.stringify({ ok: true, edition, folder, files, aside }, null, 2));
  const { signed } = edition;
  print(say(language, 'signedAndPublished', { ...namesOf(edition), signed, folder, files: String(files.length) }));
  if (aside !== null) print(say(language, 'movedAside', { aside }));
  if (edition.deliveredAt === null) print(say(language, 'deliverNext'));
}

async function runRevoke({ month, by = '', because = '', from }: SignFlags, desk: Desk): Promise<void> {
  const { language, json } = desk.voice();
  const now = desk.now();
  const period = signedMonth(month);
  const [who, why] = [by.trim(), because.trim()];
  if (who === '' || why === '') throw new UsageError(both('revokeUnsigned'));
  const { revokeSignature } = await import('../signing/revoke.ts');
  const edition = await atOffice(from, desk, (office) =>
    revokeSignature(office, { period, by: who, because: why, now }),
  );
  if (json) print(JSON.stringify({ ok: true, edition }, null, 2));
  else print(say(language, 'signatureRevoked', namesOf(edition)));
}
