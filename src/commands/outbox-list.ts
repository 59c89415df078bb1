import { print } from '../cli/output.ts';
import { both, say } from '../cli/text.ts';
import { kindName } from '../delivery/mail-name.ts';
import { chinaTime } from '../model/china-time.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import { fromKept, type Language } from '../model/language.ts';
import type { Office } from '../office/office.ts';
import { type MailState, type MailSummary, mailStates } from '../store/ledger/outbox.ts';
import type { Desk } from './desk.ts';
import { monthFlag } from './flags.ts';
import { textTable } from './text-table.ts';

export interface ListFlags {
  from: string;
  month?: string;
  state?: string;
  audience?: string;
}

export async function runList({ store }: Office, flags: ListFlags, desk: Desk): Promise<void> {
  const { language, json } = desk.voice();
  const mails = await store.ledger.outbox.list({
    ...(flags.month === undefined ? {} : { period: monthFlag(flags.month) }),
    ...(flags.state === undefined ? {} : { states: flags.state.split(',').map(stateFlag) }),
    ...(flags.audience === undefined ? {} : { audience: flags.audience }),
  });
  if (json) return print(JSON.stringify({ ok: true, mails }, null, 2));
  if (mails.length === 0) return print(say(language, 'noMails'));
  for (const line of textTable(
    say(language, 'mailHead').split('|'),
    mails.map((mail) => rowOf(mail, language)),
  ))
    print(line);
  const counts = mailStates
    .map((state) => [state, mails.filter((mail) => mail.state === state).length] as const)
    .filter(([, count]) => count > 0);
  print(say(language, 'mailCounts', { counts }));
  printNext(
    counts.map(([state]) => state),
    language,
  );
}

/** What to do about mails in these states. */
export function printNext(states: readonly MailState[], language: Language): void {
  if (states.includes('dead')) print(say(language, 'deadNext'));
  if (states.includes('in-doubt')) print(say(language, 'doubtNext'));
  if (states.includes('pending') || states.includes('retry')) print(say(language, 'waitingNext'));
}

function rowOf(mail: MailSummary, language: Language): string[] {
  const time = mail.endedAt ?? mail.nextAt ?? mail.createdAt;
  const { id, period, kind, audience, recipient, state, attempt, response } = mail;
  const said = response === null ? '' : fromKept(response, language);
  const named = language === 'zh-CN' ? kindName(kind) : kind;
  const shown = say(language, 'mailState', { state });
  return [String(id), period, named, audience, recipient, shown, String(attempt), chinaTime(time), shortened(said)];
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= 60 ? text : `${characters.slice(0, 59).join('')}…`;
}

function stateFlag(text: string): MailState {
  const found = mailStates.find(
    (state) => state === text.trim() || say('zh-CN', 'mailState', { state }) === text.trim(),
  );
  if (found === undefined) throw new UsageError(both('badMailState', { text, known: mailStates }));
  return found;
}
