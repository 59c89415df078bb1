import { Readable } from 'node:stream';
import { print } from '../cli/output.ts';
import { both, say } from '../cli/text.ts';
import { kindName } from '../delivery/mail-name.ts';
import { publishFile } from '../disk/files.ts';
import { messageBytes } from '../mail/message-bytes.ts';
import { chinaTime } from '../model/china-time.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import { fromKept, type Language } from '../model/language.ts';
import { sha256 } from '../model/sha256.ts';
import type { Office } from '../office/office.ts';
import type { Mail, MailEvent, MailState } from '../store/ledger/outbox.ts';
import type { Desk } from './desk.ts';
import { textTable } from './text-table.ts';

export interface ShowFlags {
  from: string;
  eml?: string;
}

export async function runShow({ store }: Office, id: number, { eml }: ShowFlags, desk: Desk): Promise<void> {
  const { language, json } = desk.voice();
  const { outbox, documents } = store.ledger;
  const mail = await outbox.mail(id);
  if (mail === null) throw new UsageError(both('noSuchMail', { id }));
  const events = await outbox.events(id);
  if (json) print(JSON.stringify({ ok: true, mail, events }, null, 2));
  else {
    printMail(mail, language);
    for (const line of eventTable(events, language)) print(line);
  }
  if (eml === undefined) return;
  const bytes = await messageBytes(mail.message, (digest) => documents.bytes(digest));
  await publishFile(eml, Readable.from([bytes]), async () => {});
  const same = mail.sha256 === null ? null : mail.sha256 === sha256(bytes);
  if (!json) print(say(language, 'emlWritten', { file: eml, same }));
  if (same === false) desk.end(1);
}

function printMail(mail: Mail, language: Language): void {
  const time = (text: string | null) => (text === null ? '—' : chinaTime(text));
  const values = [
    String(mail.id),
    mail.period,
    language === 'zh-CN' ? kindName(mail.kind) : mail.kind,
    mail.audience,
    mail.recipient,
    mail.message.subject,
    mail.message.attachments.map(({ name, size }) => `${name}（${Math.ceil(size / 1000)} KB）`).join('、') || '—',
    say(language, 'mailState', { state: mail.state }),
    String(mail.attempt),
    time(mail.nextAt),
    time(mail.endedAt),
    mail.response === null ? '—' : fromKept(mail.response, language),
    mail.sha256 ?? '—',
    mail.message.messageId,
  ];
  for (const [index, name] of say(language, 'mailFields').split('|').entries()) print(`${name}: ${values[index]}`);
}

/** What the ledger notes of a change, for people: it has words of its own for what no person and no server said. */
function detailText(detail: string, to: MailState, language: Language): string {
  if (to === 'sending')
    return detail.replace(/^.*(?=→)/, '').replace(/ (\d+)$/, (_, nth) => say(language, 'nthTry', { nth }));
  if (detail === 'lease over') return say(language, 'senderGone');
  const restored = /^restored (\S+)$/.exec(detail)?.[1];
  return restored === undefined
    ? fromKept(detail, language)
    : say(language, 'beforeRestore', { until: chinaTime(restored) });
}

function eventTable(events: readonly MailEvent[], language: Language): string[] {
  const rows = events.map(({ at, from, to, by, detail }) => [
    chinaTime(at),
    from === null ? '—' : say(language, 'mailState', { state: from }),
    say(language, 'mailState', { state: to }),
    by ?? say(language, 'byProgram'),
    detailText(detail, to, language),
  ]);
  return textTable(say(language, 'mailEventHead').split('|'), rows);
}
