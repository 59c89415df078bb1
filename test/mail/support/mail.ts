import { messageBytes } from '../../../src/mail/message-bytes.ts';
import type { RawMail } from '../../../src/mail/transport.ts';
import type { MailMessage } from '../../../src/model/mail-message.ts';
import { messageIdOf } from '../../../src/model/message-id.ts';
import { sha256 } from '../../../src/model/sha256.ts';

export interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A packet's mail as the office sends it, with these attachments. */
export function packetMessage(files: readonly File[], more: Partial<MailMessage> = {}): MailMessage {
  return {
    from: { name: '市民生实事办', address: 'msss@city.example' },
    replyTo: { name: '', address: 'duty@city.example' },
    to: [{ name: '上城区联络员', address: 'sc-lly@city.example' }],
    cc: [{ name: '上城区督查室', address: 'sc@city.example' }],
    subject: '2023年6月市十大民生实事项目进展情况简报（上城区）：请于7月10日前对照附件核对本地区各项任务完成数并反馈',
    text: '上城区：\n\n附上6月简报。\n',
    html: '<p>上城区：</p>\n<p>附上<b>6月</b>简报。</p>\n',
    date: '2023-07-05T01:00:00.000Z',
    messageId: messageIdOf('2023-06/packet/0/上城区/sc-lly@city.example', 'city.example'),
    attachments: files.map(({ name, bytes }) => ({
      name,
      type: 'application/pdf',
      sha256: sha256(bytes),
      size: bytes.length,
    })),
    ...more,
  };
}

/** The bytes of a message with its files. */
export function bytesOfMail(message: MailMessage, files: readonly File[]): Promise<Uint8Array> {
  const kept = new Map(files.map(({ bytes }) => [sha256(bytes), bytes]));
  return messageBytes(message, async (digest) => kept.get(digest) ?? null);
}

/** A small mail to one recipient; `key` tells mails apart. */
export async function rawMail(key: string, to = 'sc@city.example'): Promise<RawMail> {
  const messageId = messageIdOf(key, 'city.example');
  const bytes = await bytesOfMail(packetMessage([], { messageId }), []);
  return { name: `2023-07-05 ${key}`, from: 'msss@city.example', to, messageId, bytes };
}
