import type { LetterKind } from '../letters/index.ts';
import { chinaDate } from '../model/china-time.ts';
import type { Mail } from '../store/ledger/outbox.ts';

/** Kinds of letters as the files of mails are called. */
const kindNames: Readonly<Record<LetterKind, string>> = {
  forms: '月报表',
  reminder: '催报',
  escalation: '未报送通报',
  'sign-request': '送审',
  packet: '简报',
  trouble: '故障',
};

/** A kind of letter in Chinese; one that is not known here as it is. */
export function kindName(kind: string): string {
  return kindNames[kind as LetterKind] ?? kind;
}

/**
 * What a person calls a mail: its day, number, audience and kind, and the beginning of its Message-ID, which keeps apart mails of equal numbers
 * from two databases that share a folder.
 */
export function mailName({ id, audience, kind, message }: Pick<Mail, 'id' | 'audience' | 'kind' | 'message'>): string {
  const number = String(id).padStart(4, '0');
  return [chinaDate(message.date), number, audience, kindName(kind), message.messageId.slice(1, 9)].join(' ');
}
