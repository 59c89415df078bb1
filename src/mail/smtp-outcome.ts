import { keptText, type Message } from '../model/language.ts';
import type { SendOutcome } from './transport.ts';

/** What nodemailer tells of a failure: its code, the command under way, and what the server replied, if it did. */
export interface SmtpFailure {
  readonly message: string;
  readonly code?: string | undefined;
  /** `ECONNREFUSED` and the like, where `code` is nodemailer's. */
  readonly originalCode?: string | undefined;
  readonly command?: string | undefined;
  readonly response?: string | undefined;
  readonly responseCode?: number | undefined;
}

/** How far a mail had come: no session yet, its envelope, or its first byte was handed over after DATA was let in. */
export type SmtpStage = 'session' | 'envelope' | 'data';

/**
 * A failed try → what became of the mail. A reply of 400 to 599 is definite at any stage. Without one a mail whose bytes had
 * begun to leave may have arrived: the server may have taken it, and its reply been lost. A refused login, session or sender is nobody's
 * recipient's fault: it concerns every mail, which waits, however final the server words it.
 */
export function failedOutcome(failure: SmtpFailure, stage: SmtpStage): SendOutcome {
  const { command = '', code } = failure;
  const reply = replyOf(failure);
  if (stage === 'data' && reply === null)
    return { kind: 'unclear', response: keptText(dropped(failure)), everyMail: true };
  if (code === 'EAUTH') return waiting(loginRefused(failure));
  if (stage === 'session') return waiting(noSession(failure));
  if (reply === null && command !== 'CONN' && isOurRefusal(failure))
    return { kind: 'refused', response: oneLine(failure.message), everyMail: false };
  if (reply === null || reply === 421) return waiting(noSession(failure));
  if (command === 'MAIL FROM' && reply !== 552 && reply >= 500) return waiting(senderRefused(failure));
  if (reply === 530 || reply === 535) return waiting(loginRefused(failure));
  // 503 says that the session was in the wrong state, not that the mail was refused.
  const final = reply >= 500 && reply !== 503;
  return { kind: final ? 'refused' : 'later', response: saidBy(failure), everyMail: false };
}

/** A refusal for now or for good; null for a reply that is none, or no reply. */
function replyOf({ responseCode }: SmtpFailure): number | null {
  return responseCode !== undefined && responseCode >= 400 && responseCode <= 599 ? responseCode : null;
}

/** What nodemailer found wrong before it said anything to the server: an address that is none, a mail above the server's SIZE. */
function isOurRefusal({ code }: SmtpFailure): boolean {
  return code === 'EENVELOPE' || code === 'EMESSAGE';
}

function waiting(message: Message): SendOutcome {
  return { kind: 'later', response: keptText(message), everyMail: true };
}

function saidBy({ response, message }: SmtpFailure): string {
  return oneLine(response ?? message);
}

export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, 500);
}

function causeOf({ originalCode, code = '', response, message }: SmtpFailure): string {
  if (response !== undefined) return oneLine(response);
  const name = originalCode ?? code;
  const said = oneLine(message);
  return said.includes(name) ? said : `${name} ${said}`;
}

function dropped(failure: SmtpFailure): Message {
  const cause = causeOf(failure);
  return {
    'zh-CN': `邮件内容发送中或发送后连接中断，未收到服务器答复，可能已送达（${cause}）`,
    en: `the connection broke while or after the mail was handed over, without a reply; it may have arrived (${cause})`,
  };
}

/** Also what a doctor says. */
export function loginRefused(failure: SmtpFailure): Message {
  const cause = causeOf(failure);
  return {
    'zh-CN': `邮件服务器拒绝登录（${cause}）：请核对 mail.smtp.user 和密码（许多邮箱须用“客户端授权码”），改正后待发邮件会自动寄出`,
    en: `the mail server refuses the login (${cause}): check mail.smtp.user and the password; waiting mails leave by themselves afterwards`,
  };
}

function senderRefused(failure: SmtpFailure): Message {
  const cause = causeOf(failure);
  return {
    'zh-CN': `邮件服务器不接受发件人（${cause}）：请核对 mail.from.address 与登录账号是否一致，改正后待发邮件会自动寄出`,
    en: `the mail server refuses the sender (${cause}): check mail.from.address against the account; waiting mails leave by themselves afterwards`,
  };
}

export function noSession(failure: SmtpFailure): Message {
  const cause = causeOf(failure);
  const untrusted = /certificate|self.signed|ALTNAME/i.test(`${failure.originalCode} ${failure.message}`);
  const remedy = untrusted
    ? {
        'zh-CN': '服务器证书不受信任或已过期，单位自签的请在 mail.smtp.authority 中填写根证书文件（PEM）',
        en: "the certificate is not trusted or has expired; for one of the office's own, name the PEM file of its authority in mail.smtp.authority",
      }
    : {
        'zh-CN': '请核对 mail.smtp 的 host、port、security 和网络，恢复后会自动续发',
        en: 'check host, port and security in mail.smtp, and the network; it goes on by itself afterwards',
      };
  return {
    'zh-CN': `邮件服务器暂时不能用（${cause}）：${remedy['zh-CN']}`,
    en: `the mail server cannot be used for now (${cause}): ${remedy.en}`,
  };
}
