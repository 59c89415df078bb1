import { messageIdOf } from '../model/message-id.ts';
import type { Office } from '../office/office.ts';
import type { Mail, NewAddress } from '../store/ledger/outbox.ts';

/**
 * Where a dead mail goes now, if the settings do not name its address any more: to the first address of its reader that has no such mail.
 * Null where its address stands, or its reader has none; `none` where all others have theirs.
 */
export async function newAddressOf(mail: Mail, { config, store }: Office): Promise<NewAddress | null | 'none'> {
  const { message, key, recipient } = mail;
  const addresses = addressesOf(mail, config);
  const old = recipient.toLowerCase();
  const stands = addresses.length === 0 || addresses.some((one) => one.toLowerCase() === old);
  // As `mailsOf` makes keys: the address at the end.
  if (stands || !key.endsWith(`/${old}`)) return null;
  const letter = key.slice(0, key.length - old.length);
  const keyOf = (address: string) => letter + address.toLowerCase();
  const { period, kind, audience } = mail;
  const there = new Set((await store.ledger.outbox.list({ period, kind, audience })).map((one) => one.key));
  const address = addresses.find((one) => !there.has(keyOf(one)));
  if (address === undefined) return 'none';
  const { from } = message;
  const renamed = (one: Mail['message']['to'][number]) =>
    one.address.toLowerCase() === old ? { ...one, address } : one;
  return {
    key: keyOf(address),
    recipient: address,
    message: {
      ...message,
      to: message.to.map(renamed),
      cc: message.cc.map(renamed),
      messageId: messageIdOf(keyOf(address), from.address.slice(from.address.lastIndexOf('@') + 1)),
    },
  };
}

/** Every address that letters of the mail's kind go to by the settings of now. */
function addressesOf({ kind, audience }: Mail, { recipients }: Office['config']): readonly string[] {
  const { office, signer, readers } = recipients;
  if (kind === 'sign-request') return signer.to;
  if (kind === 'escalation' || kind === 'trouble') return [...office.to, ...office.cc];
  const reader = readers[audience];
  if (reader === undefined) return [];
  return kind === 'packet' ? [...reader.to, ...reader.cc] : (reader.liaisons ?? reader.to);
}
