import type { MailState } from '../store/ledger/outbox.ts';

/** States of mails as an officer reads them. */
export const mailStateNames: Readonly<Record<MailState, string>> = {
  pending: '待发',
  sending: '发送中',
  sent: '已发送',
  retry: '待重试',
  dead: '发送失败',
  'in-doubt': '存疑',
};
