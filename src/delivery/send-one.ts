import { messageBytes } from '../mail/message-bytes.ts';
import type { RawMail, SendOutcome, Transport } from '../mail/transport.ts';
import { inDomains } from '../model/allowed-domain.ts';
import { WriteError } from '../model/errors/write-error.ts';
import { keptText } from '../model/language.ts';
import type { MailSettings } from '../model/mail-settings.ts';
import { sha256 } from '../model/sha256.ts';
import type { Ledger } from '../store/ledger/ledger.ts';
import type { Mail, MailEnd, MailFence } from '../store/ledger/outbox.ts';
import { mailName } from './mail-name.ts';
import { patiently } from './patiently.ts';
import { nextTry, nextTryOfAll } from './retry.ts';

/** Where mails are sent from and how. */
export interface Sending {
  readonly ledger: Pick<Ledger, 'outbox' | 'documents'>;
  readonly transport: Transport;
  readonly settings: MailSettings;
  readonly now: () => string;
}

/** How a mail's turn ended. `lost`: another took it away in the meantime, and says what became of it. */
export interface Ended {
  readonly state: MailEnd['state'] | 'lost';
  /** Addresses are left out of it (`withoutAddresses`) where it goes to logs: servers name the recipient. */
  readonly response: string;
  /** It would be the same with every other mail now. */
  readonly everyMail: boolean;
}

/** Milliseconds that a mail is its sender's: longer than the longest silence that SMTP is given, thrice. */
export function leaseOf({ smtp, transport }: MailSettings): number {
  return 60_000 + (transport === 'smtp' ? 3000 * (smtp?.timeout ?? 0) : 0);
}

/** Sends a mail that was claimed, once, and notes what became of it. StoreError. */
export async function sendOne(mail: Mail, owner: string, sending: Sending): Promise<Ended> {
  const { ledger, settings, now } = sending;
  const fence = { mail: mail.id, owner, attempt: mail.attempt };
  let raw: RawMail | SendOutcome;
  try {
    raw = await rawOf(mail, sending);
  } catch (error) {
    // Nothing left: without this, the mail would end in doubt.
    await endWith(waiting(error), null, mail, fence, sending).catch(() => {});
    throw error;
  }
  if ('kind' in raw) return endWith(raw, null, mail, fence, sending);
  const lease = leaseOf(settings);
  const until = () => new Date(new Date(now()).getTime() + lease).toISOString();
  const left = new Date(mail.leaseUntil ?? 0).getTime() - new Date(now()).getTime();
  // Whoever was stopped for long, the machine asleep, may have lost the mail and must not send it any more.
  const fresh = left > lease / 2 && left <= lease;
  if (!fresh && !(await ledger.outbox.renew(fence, until()))) return { state: 'lost', response: '', everyMail: false };
  const renewing = setInterval(() => {
    // A renewal that fails may leave the mail in doubt; whether it is is told by its end.
    ledger.outbox.renew(fence, until()).catch(() => {});
  }, lease / 4);
  let outcome: SendOutcome;
  try {
    outcome = await sending.transport.send(raw);
  } finally {
    clearInterval(renewing);
  }
  return patiently(() => endWith(outcome, sha256(raw.bytes), mail, fence, sending));
}

/** The mail's bytes, or why it is not to leave. */
async function rawOf(mail: Mail, { ledger, settings }: Sending): Promise<RawMail | SendOutcome> {
  const { message, recipient } = mail;
  if (!inDomains(recipient, settings.domains)) return refused(forbidden(recipient));
  try {
    const bytes = await messageBytes(message, (digest) => ledger.documents.bytes(digest));
    const { address: from } = message.from;
    return { name: mailName(mail), from, to: recipient, messageId: message.messageId, bytes };
  } catch (error) {
    if (error instanceof WriteError) return refused(keptText(error.text));
    throw error;
  }
}

function waiting(error: unknown): SendOutcome {
  return { kind: 'later', response: error instanceof Error ? error.message : String(error), everyMail: true };
}

function refused(response: string): SendOutcome {
  return { kind: 'refused', response, everyMail: false };
}

function forbidden(recipient: string): string {
  const domain = recipient.slice(recipient.lastIndexOf('@') + 1);
  return keptText({
    'zh-CN': `收件域名 ${domain} 不在 mail.domains 之列，未寄出；确需寄往该处的，请先补入 mail.domains，再用 jianbao outbox resend 重发`,
    en: `the domain ${domain} is not in mail.domains, nothing was sent; add it there if mails may go to it, then use jianbao outbox resend`,
  });
}

async function endWith(
  outcome: SendOutcome,
  digest: string | null,
  mail: Mail,
  fence: MailFence,
  sending: Sending,
): Promise<Ended> {
  const { outbox } = sending.ledger;
  const { response, everyMail } = outcome;
  const end = { ...(await endOf(outcome, mail, sending)), response, sha256: digest };
  if (await outbox.end(fence, end, sending.now())) return { state: end.state, response, everyMail };
  // Another called the mail in doubt meanwhile. That it arrived is known here for certain; that it did not, of this try alone.
  if (end.state === 'sent') await outbox.resolve(mail.id, 'arrived', null, response, sending.now());
  return { state: 'lost', response, everyMail };
}

async function endOf(
  { kind, everyMail }: SendOutcome,
  { id }: Mail,
  { ledger, settings, now }: Sending,
): Promise<Pick<MailEnd, 'state' | 'nextAt'>> {
  if (kind === 'sent') return { state: 'sent', nextAt: null };
  if (kind === 'unclear') return { state: 'in-doubt', nextAt: null };
  if (kind === 'refused') return { state: 'dead', nextAt: null };
  const events = await ledger.outbox.events(id);
  const nextAt = everyMail ? nextTryOfAll(events, settings, now()) : nextTry(events, settings, now());
  return nextAt === null ? { state: 'dead', nextAt } : { state: 'retry', nextAt };
}
