import type { Transport } from '../mail/transport.ts';
import { keptText, type Message } from '../model/language.ts';
import type { Mail } from '../store/ledger/outbox.ts';
import { mailName } from './mail-name.ts';
import type { Sending } from './send-one.ts';

const minute = 60_000;
/** A mailbox is not asked for ever: what it does not know after a day is a person's to say. */
const longestLook = 24 * 60 * minute;

/**
 * Calls mails in doubt whose sender went away in mid-sending, and looks for all that are in doubt: what is found was sent, what is certainly
 * nowhere is sent again, everything else is held for a person. Returns how many were settled. StoreError.
 */
export async function settleDoubts(sending: Sending): Promise<number> {
  const { ledger, transport, now } = sending;
  let settled = 0;
  await ledger.outbox.lapse(now());
  for (const { id } of await ledger.outbox.list({ states: ['in-doubt'] })) {
    const mail = await ledger.outbox.mail(id);
    if (mail === null) continue;
    const what = await becameOf(mail, sending);
    if (what === null) continue;
    if (await ledger.outbox.resolve(id, what, null, keptText(foundBy(what, transport)), now())) settled += 1;
  }
  return settled;
}

/** The owner of a mail under way, with the way that it takes: what is in doubt is looked for where it went. */
export function ownerBy(owner: string, { where }: Transport): string {
  return `${owner} → ${where}`;
}

async function becameOf(mail: Mail, sending: Sending): Promise<'arrived' | 'absent' | null> {
  const { ledger, transport, settings, now } = sending;
  const events = await ledger.outbox.events(mail.id);
  const tried = events.findLast(({ to }) => to === 'sending');
  // The office mails in another way now, which can tell nothing of the one before.
  if (tried !== undefined && !tried.detail.includes(`${ownerBy('', transport)} `)) return null;
  const since = events.findLast(({ to }) => to === 'in-doubt')?.at ?? mail.createdAt;
  const age = new Date(now()).getTime() - new Date(since).getTime();
  if (!transport.certain && age > longestLook) return null;
  const presence = await look(transport, mail);
  if (presence === 'unknown') return null;
  if (presence === 'arrived' || transport.certain) return presence;
  const grace = (settings.imap?.grace ?? Number.POSITIVE_INFINITY) * minute;
  return age >= grace && (await looksInTheRightPlace(mail, sending)) ? 'absent' : null;
}

function look(transport: Transport, mail: Mail) {
  return transport.probe({ name: mailName(mail), messageId: mail.message.messageId });
}

/**
 * That a mail is not in the mailbox tells something only where mails that were sent are: the last one of the month that the server
 * itself said it took must be there. One that was found there before says nothing of others.
 */
async function looksInTheRightPlace({ period }: Mail, { ledger, transport }: Sending): Promise<boolean> {
  const sent = await ledger.outbox.list({ period, states: ['sent'] });
  for (const { id } of sent.sort((one, other) => ((one.endedAt ?? '') < (other.endedAt ?? '') ? 1 : -1))) {
    const events = await ledger.outbox.events(id);
    if (events.findLast(({ to }) => to === 'sent')?.from !== 'sending') continue;
    const witness = await ledger.outbox.mail(id);
    return witness !== null && (await look(transport, witness)) === 'arrived';
  }
  return false;
}

function foundBy(what: 'arrived' | 'absent', { where }: Transport): Message {
  return what === 'arrived'
    ? { 'zh-CN': `已在 ${where} 查到该邮件`, en: `the mail was found at ${where}` }
    : { 'zh-CN': `在 ${where} 未查到该邮件，重新寄出`, en: `the mail is not at ${where} and is sent again` };
}
