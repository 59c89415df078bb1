import MailComposer from 'nodemailer/lib/mail-composer';
import { WriteError } from '../model/errors/write-error.ts';
import type { Mailbox, MailMessage } from '../model/mail-message.ts';
import { sha256 } from '../model/sha256.ts';

/**
 * A message as it travels: MIME with CRLF, text and HTML as alternatives, the same bytes for the same message. File names stand there twice:
 * as `filename*` (RFC 2231), and as encoded words in `name` (against RFC 2047, but what Foxmail and QQ read). WriteError for a line break or
 * another control character in a header, and for an attachment whose bytes are missing or are others.
 */
export async function messageBytes(
  message: MailMessage,
  bytesOf: (sha256: string) => Promise<Uint8Array | null>,
): Promise<Uint8Array> {
  refuseControlCharacters(message);
  const attachments = [];
  for (const { name, type, sha256: digest } of message.attachments) {
    const bytes = await bytesOf(digest);
    if (bytes === null || sha256(bytes) !== digest) throw lost(name);
    attachments.push({
      filename: name,
      contentType: type,
      content: Buffer.from(bytes),
      contentTransferEncoding: 'base64',
    });
  }
  const composer = new MailComposer({
    from: message.from,
    ...(message.replyTo === null ? {} : { replyTo: message.replyTo }),
    to: [...message.to],
    cc: [...message.cc],
    subject: message.subject,
    messageId: message.messageId,
    date: new Date(message.date),
    text: canonical(message.text),
    html: canonical(message.html),
    attachments,
    // RFC 3834: no absence notice answers a program.
    headers: { 'Auto-Submitted': 'auto-generated' },
    textEncoding: 'base64',
    boundaryPrefix: 'jianbao',
    // Never random: the part's number comes behind it.
    baseBoundary: sha256(message.messageId).slice(0, 24),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** RFC 2045, 6.8: lines of text end in CRLF before they become base64. */
function canonical(text: string): string {
  return text.replaceAll(/\r?\n/g, '\r\n');
}

function refuseControlCharacters(message: MailMessage): void {
  const boxes: Mailbox[] = [message.from, ...message.to, ...message.cc];
  if (message.replyTo !== null) boxes.push(message.replyTo);
  const lines = [
    message.subject,
    message.messageId,
    ...boxes.flatMap(({ name, address }) => [name, address]),
    ...message.attachments.flatMap(({ name, type }) => [name, type]),
  ];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
  const broken = lines.find((line) => /[\u0000-\u001f\u007f\u0085\u2028\u2029]/.test(line));
  if (broken === undefined) return;
  const shown = JSON.stringify(broken);
  throw new WriteError({
    'zh-CN': `邮件的主题、姓名、地址或附件名 ${shown} 中有换行或控制字符，不能寄出；请改正后重新生成`,
    en: `the mail has a line break or a control character in a subject, name, address or file name: ${shown}`,
  });
}

function lost(name: string): WriteError {
  return new WriteError({
    'zh-CN': `附件“${name}”的内容在数据库中缺失或已改变，邮件不能寄出；请恢复备份后用 jianbao outbox resend 重发`,
    en: `the content of the attachment "${name}" is missing or changed in the database; restore a backup and use jianbao outbox resend`,
  });
}
