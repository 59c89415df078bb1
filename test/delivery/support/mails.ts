import { messageIdOf } from '../../../src/model/message-id.ts';
import type { NewMail } from '../../../src/model/new-mail.ts';
import { sha256 } from '../../../src/model/sha256.ts';
import { packetMessage } from '../../mail/support/mail.ts';

/** The one file that the mails of these tests carry. */
export const packetFile = {
  name: '上城区2023年6月简报.pdf',
  bytes: new Uint8Array(20_000).map((_, index) => index % 251),
};

/** The document behind it. */
export const packetDocument = { sha256: sha256(packetFile.bytes), bytes: packetFile.bytes };

/** A mail to a recipient of its own; the name tells mails apart. */
export function newMail(name: string, more: Partial<NewMail> = {}): NewMail {
  const recipient = `${name}@city.example`;
  const key = `2023-06/packet/0/上城区/${recipient}`;
  const message = packetMessage([packetFile], {
    messageId: messageIdOf(key, 'city.example'),
    to: [{ name: '', address: recipient }],
    cc: [],
  });
  return { key, period: '2023-06', edition: 0, kind: 'packet', audience: '上城区', recipient, message, ...more };
}
