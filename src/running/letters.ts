import { loadLetters } from '../house-style/mail-templates.ts';
import { composeLetter, type LetterStyle } from '../letters/compose-letter.ts';
import type { LetterFacts, LetterKind } from '../letters/index.ts';
import { inDomains } from '../model/allowed-domain.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import type { MailAttachment, Mailbox } from '../model/mail-message.ts';
import type { MailSettings } from '../model/mail-settings.ts';
import { messageIdOf } from '../model/message-id.ts';
import type { NewMail } from '../model/new-mail.ts';
import type { Period } from '../model/period.ts';
import { sha256 } from '../model/sha256.ts';
import type { Office } from '../office/office.ts';
import type { KeptFile } from '../store/ledger/documents.ts';
import { noMailSettings, outsideDomains } from './reasons.ts';
import type { TaskResult } from './step-job.ts';

/** A letter to some addresses about one audience. */
export interface LetterToSend<K extends LetterKind> {
  readonly kind: K;
  readonly facts: LetterFacts[K];
  readonly period: Period;
  /** Null for letters that bring no edition. */
  readonly edition: number | null;
  readonly audience: string;
  /** What tells this letter from others of its kind, month and audience: `remind-2`, the hash of a draft. */
  readonly occasion: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly attachments: readonly Attachment[];
}

export interface Attachment {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

const styles = new WeakMap<Office, Promise<LetterStyle>>();

/** The office's letters, compiled once while it is open. TemplateError, FileError. */
function styleOf(office: Office): Promise<LetterStyle> {
  const known = styles.get(office);
  if (known !== undefined) return known;
  const style = loadLetters(office.templates).then((loaded) => loaded.style);
  styles.set(office, style);
  return style;
}

/** The settings of mail. UsageError where there are none. */
export function mailOf({ config }: Office): MailSettings {
  if (config.mail === undefined) throw new UsageError(noMailSettings());
  return config.mail;
}

/**
 * One mail for each address. Addresses outside of the allowed domains are held back and named in `held`; the others' mails do not name
 * them either, or an answer to all would go there. UsageError where nobody is left; and what writing a letter throws.
 */
export async function mailsOf<K extends LetterKind>(office: Office, letter: LetterToSend<K>): Promise<TaskResult> {
  const settings = mailOf(office);
  const { kind, period, edition, audience, occasion, attachments, facts } = letter;
  const all = distinct([...letter.to, ...letter.cc]);
  const mayGo = (address: string) => inDomains(address, settings.domains);
  const outside = all.filter((address) => !mayGo(address));
  const held = outside.length === 0 ? null : outsideDomains(audience, outside, settings.domains);
  const to = distinct(letter.to).filter(mayGo);
  const cc = all.filter(mayGo).slice(to.length);
  const recipients = [...to, ...cc];
  if (held !== null && recipients.length === 0) throw new UsageError(held);
  const { subject, text, html } = composeLetter(kind, facts, await styleOf(office));
  const carried = attachments.map((one): MailAttachment & KeptFile => ({
    name: one.name,
    type: one.type,
    sha256: sha256(one.bytes),
    size: one.bytes.length,
    bytes: one.bytes,
  }));
  const domain = settings.from.address.slice(settings.from.address.lastIndexOf('@') + 1);
  const mails = recipients.map((recipient): NewMail => {
    const key = [period, kind, occasion, audience, recipient.toLowerCase()].join('/');
    const message = {
      from: settings.from,
      replyTo: settings.replyTo === undefined ? null : mailbox(settings.replyTo),
      to: to.map(mailbox),
      cc: cc.map(mailbox),
      subject,
      text,
      html,
      date: facts.now,
      messageId: messageIdOf(key, domain),
      attachments: carried.map(({ bytes, ...attachment }) => attachment),
    };
    return { key, period, edition, kind, audience, recipient, message };
  });
  return { mails, documents: carried.map(({ sha256: digest, bytes }) => ({ sha256: digest, bytes })), held };
}

/** Each address once, as it is spelt first: no office has two mailboxes that differ in case alone. */
function distinct(addresses: readonly string[]): string[] {
  const spelt = new Map<string, string>();
  for (const address of addresses) if (!spelt.has(address.toLowerCase())) spelt.set(address.toLowerCase(), address);
  return [...spelt.values()];
}

function mailbox(address: string): Mailbox {
  return { name: '', address };
}
