import { print } from '../cli/output.ts';
import { say } from '../cli/text.ts';
import { chinaTime } from '../model/china-time.ts';
import type { Language } from '../model/language.ts';
import { officeFolder } from '../sources/open-source.ts';
import type { AuditEntry } from '../store/ledger/audit-log.ts';
import { atOffice } from './at-office.ts';
import type { Desk, Registers } from './desk.ts';
import { monthFlag } from './flags.ts';
import { textTable } from './text-table.ts';

interface AuditFlags {
  month?: string;
  check?: boolean;
  from: string;
}

export const registerAudit: Registers = (program, desk) => {
  program
    .command('audit')
    .description('操作记录：谁在何时做了什么 (who did what, and when)')
    .option('--month <YYYY-MM>', '只列某月简报和步骤的 (about a month)')
    .option('--check', '只核对各条记录未被改动 (prove that no line was changed)')
    .option('--from <place>', '数据文件夹、数据库文件或 postgresql:// 地址 (data folder or database)', officeFolder)
    .option('--json', '以 JSON 输出结果 (machine-readable result)')
    .action((flags: AuditFlags) => (flags.check ? runCheck(flags, desk) : runList(flags, desk)));
};

/** Ends with 1 where a line is not as it was written. */
async function runCheck({ from }: AuditFlags, desk: Desk): Promise<void> {
  const { language, json } = desk.voice();
  const changed = await atOffice(from, desk, ({ store }) => store.ledger.audit.firstChanged());
  if (changed !== null) desk.end(1);
  if (json) print(JSON.stringify({ ok: changed === null, firstChanged: changed }, null, 2));
  else if (changed === null) print(say(language, 'auditWhole'));
  else print(say(language, 'auditChanged', { line: String(changed) }));
}

async function runList({ month, from }: AuditFlags, desk: Desk): Promise<void> {
  const { language, json } = desk.voice();
  const period = month === undefined ? null : monthFlag(month);
  const all = await atOffice(from, desk, ({ store }) => store.ledger.audit.list({}));
  const lines = all.filter(({ subject }) => period === null || subject.startsWith(period));
  if (json) return print(JSON.stringify({ ok: true, lines }, null, 2));
  if (lines.length === 0) return print(say(language, 'noAudit'));
  const rows = lines.map((line) => rowOf(line, language));
  for (const line of textTable(say(language, 'auditHead').split('|'), rows)) print(line);
}

function rowOf({ seq, at, by, action, subject, detail }: AuditEntry, language: Language): string[] {
  const details = Object.entries(detail).map(([key, value]) => say(language, 'auditDetail', { key, value }));
  const who = by ?? say(language, 'auditProgram');
  const what = say(language, 'auditAction', { action });
  return [
    String(seq),
    chinaTime(at),
    who,
    what,
    subject,
    details.filter(Boolean).join(language === 'zh-CN' ? '；' : '; '),
  ];
}
