import { chinaTime } from '../../model/china-time.ts';
import { fromKept, type Language } from '../../model/language.ts';
import { withoutAddresses } from '../../model/without-addresses.ts';
import type { MailState, MailSummary } from '../../store/ledger/outbox.ts';
import type { Facts } from './facts.ts';
import { few, fewOf, type Item, item } from './item.ts';

/** What is the matter with mails, by their numbers and readers: nobody's address is named. */
export function mailItems({ mails }: Facts): Item[] {
  const of = (state: MailState) => mails.filter((mail) => mail.state === state);
  return [
    ...dead(of('dead')),
    ...inDoubt(of('in-doubt')),
    ...later(of('retry')),
    ...open([...of('pending'), ...of('sending')]),
  ];
}

function dead(mails: readonly MailSummary[]): Item[] {
  if (mails.length === 0) return [];
  return [
    item(
      'act',
      'mail-dead',
      null,
      {
        zh: `${mails.length} 封邮件没有发出去：${few(named(mails))}`,
        en: `${mails.length} mails could not be sent: ${fewOf(named(mails))}`,
      },
      [`jianbao outbox show ${mails[0]?.id}`, `jianbao outbox resend ${numbers(mails)} --by 姓名 --because 理由`],
    ),
  ];
}

function inDoubt(mails: readonly MailSummary[]): Item[] {
  if (mails.length === 0) return [];
  return [
    item(
      'act',
      'mail-in-doubt',
      null,
      {
        zh: `${mails.length} 封邮件不知道收到没有，请问收件人：${few(named(mails))}`,
        en: `${mails.length} mails may have arrived or not, ask their readers: ${fewOf(named(mails))}`,
      },
      [
        `jianbao outbox show ${mails[0]?.id}`,
        `jianbao outbox resolve ${mails[0]?.id} --arrived|--absent --by 姓名 --because 理由`,
      ],
    ),
  ];
}

function later(mails: readonly MailSummary[]): Item[] {
  return [...unsendable(mails.filter(isNoMailsFault)), ...refused(mails.filter((mail) => !isNoMailsFault(mail)))];
}

/** What keeps every mail, such as a refused login, is in the program's own words, in both languages; else the mail's server speaks. */
function isNoMailsFault({ response }: MailSummary): boolean {
  return response !== null && fromKept(response, 'en') !== response;
}

/** It would be the same for hours until each is given up, and a person can mend it. */
function unsendable(mails: readonly MailSummary[]): Item[] {
  const [first] = mails;
  if (first === undefined) return [];
  const why = (language: Language) => withoutAddresses(fromKept(first.response ?? '', language));
  return [
    item(
      'act',
      'mail-unsendable',
      null,
      {
        zh: `邮件发不出去，${mails.length} 封待重试：${why('zh-CN')}`,
        en: `mails cannot leave, ${mails.length} wait to be tried again: ${why('en')}`,
      },
      ['jianbao doctor'],
    ),
  ];
}

function refused(mails: readonly MailSummary[]): Item[] {
  const [next] = mails.flatMap(({ nextAt }) => nextAt ?? []).sort();
  if (next === undefined) return [];
  return [
    item('wait', 'mail-retry', null, {
      zh: `${mails.length} 封邮件暂时被拒，${chinaTime(next)} 起重试：${few(named(mails))}`,
      en: `${mails.length} mails were refused for now and are tried again from ${chinaTime(next)}: ${fewOf(named(mails))}`,
    }),
  ];
}

function open(mails: readonly MailSummary[]): Item[] {
  if (mails.length === 0) return [];
  return [
    item('wait', 'mail-pending', null, {
      zh: `${mails.length} 封邮件等待发出`,
      en: `${mails.length} mails are about to leave`,
    }),
  ];
}

/** `12（上城区）` */
function named(mails: readonly MailSummary[]): string[] {
  return mails.map(({ id, audience }) => `${id}（${audience}）`);
}

/** Numbers beyond these are typed one after the other. */
const mostTyped = 10;

function numbers(mails: readonly MailSummary[]): string {
  return mails.length > mostTyped ? '--all-dead' : mails.map(({ id }) => id).join(' ');
}
