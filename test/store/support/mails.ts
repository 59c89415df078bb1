import type { MailMessage } from '../../../src/model/mail-message.ts';
import { messageIdOf } from '../../../src/model/message-id.ts';
import type { NewMail } from '../../../src/model/new-mail.ts';
import { now } from './samples.ts';

/** A packet for 甲区 in 2023-06 under this key. */
export function mailOf(key: string, message: Partial<MailMessage> = {}, more: Partial<NewMail> = {}): NewMail {
  return {
    key,
    period: '2023-06',
    edition: 0,
    kind: 'packet',
    audience: '甲区',
    recipient: 'jq@city.example',
    message: {
      from: { name: '民生实事办', address: 'msss@city.example' },
      replyTo: null,
      to: [{ name: '', address: 'jq@city.example' }],
      cc: [],
      subject: '6月简报',
      text: '见附件。',
      html: '<p>见附件。</p>',
      date: now,
      messageId: messageIdOf(key, 'city.example'),
      attachments: [],
      ...message,
    },
    ...more,
  };
}
