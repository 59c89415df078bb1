import { z } from 'zod';
import { named } from './named.ts';

const address = z.email('不是邮箱地址 | is no e-mail address');
const port = z.number().int().min(1).max(65_535);
/** 密码不写在设置里: a file with the password alone, or the environment. */
const passwordFile = z.string().min(1).optional();
/** PEM file of the authority that signed the server's certificate, below the office's folder; for those that no system trusts. */
const authority = z.string().min(1).optional();

/** `tls` from the first byte, `starttls` on a plain connection, or `none` inside an office. */
const security = z.enum(['tls', 'starttls', 'none']).default('tls');
type Security = z.infer<typeof security>;

/** The usual port of each kind of connection stands where none is set. */
function portOr<T extends { port?: number | undefined; security: Security }>(
  usual: Readonly<Record<Security, number>>,
) {
  return (server: T) => ({ ...server, port: server.port ?? usual[server.security] });
}

const smtpServer = z.strictObject({
  host: z.string().min(1),
  /** Default: 465 with `tls`, 587 with `starttls`, 25 with `none`. */
  port: port.optional(),
  security,
  user: z.string().min(1).optional(),
  /** Below the office's folder; default: the environment's JIANBAO_SMTP_PASSWORD. */
  passwordFile,
  authority,
  connections: z.number().int().min(1).max(20).default(2),
  /** Mails a minute at most; null for no limit. */
  perMinute: z.number().int().min(1).nullable().default(60),
  /** Seconds without an answer after which it is unclear what became of a mail; servers look for viruses in it first (RFC 5321, 4.5.3.2). */
  timeout: z.number().int().min(1).default(300),
});

const imapServer = z.strictObject({
  host: z.string().min(1),
  /** Default: 993 with `tls`, otherwise 143. */
  port: port.optional(),
  security,
  user: z.string().min(1),
  /** Below the office's folder; default: the environment's JIANBAO_IMAP_PASSWORD. */
  passwordFile,
  authority,
  /** Folders in which mails that left, or came back, are found. */
  folders: z.array(z.string().min(1)).min(1).default(['INBOX', 'Sent']),
  /** Minutes after which a mail in doubt that is in no folder counts as not sent, if the mail sent last is in one. */
  grace: z.number().positive().default(60),
});

const smtp = smtpServer.transform(portOr({ tls: 465, starttls: 587, none: 25 }));
const imap = imapServer.transform(portOr({ tls: 993, starttls: 143, none: 143 }));
export type SmtpSettings = z.infer<typeof smtp>;
export type ImapSettings = z.infer<typeof imap>;

const mail = z.strictObject({
  from: z.strictObject({ name: z.string().default(''), address }),
  replyTo: address.optional(),
  /** `folder`: one `.eml` file a mail, for trying out and for offices that send by hand; `smtp`: a mail server. */
  transport: z.enum(['folder', 'smtp']).default('folder'),
  /** For `folder`; below the office's folder. */
  folder: z.string().min(1).default('发件箱'),
  smtp: smtp.optional(),
  imap: imap.optional(),
  /** Domains that mails may go to; nothing else is ever mailed. */
  domains: z
    .array(
      z
        .string()
        .regex(/^[^@\s]+\.[^@\s]+$/, '应写成 city.example 的样子，不带 @ | must look like city.example, without @'),
    )
    .min(1),
  /** The three files of a packet, or one zip. */
  packet: z.enum(['files', 'zip']).default('files'),
  /** MB (1,000,000 bytes) of one mail as it travels. */
  sizeLimit: z.number().positive().default(20),
  /** A packet above the limit goes as several mails, or as a link to where the office puts it. */
  tooLarge: z.enum(['split', 'link']).default('split'),
  /** For `link`; with all three parts, or a mail that was read long ago would lead to another edition. */
  link: z
    .string()
    .regex(
      /^https?:\/\/(?=.*\{month\})(?=.*\{audience\})(?=.*\{edition\})(?:[^{}]|\{(?:month|audience|edition)\})*$/,
      '应写成 https://…/{month}/{audience}/{edition} 的样子，三项都要有（月份、单位、原版或更正版） | must look like https://…/{month}/{audience}/{edition}, with all three parts',
    )
    .optional(),
  retry: z
    .strictObject({
      /** Minutes until the second try; each further wait is twice as long, up to `most`. */
      first: z.number().positive().default(5),
      most: z.number().positive().default(240),
      /** Hours after which a mail that is still refused for now is dead. */
      giveUp: z.number().positive().default(48),
    })
    .prefault({}),
});

/** `mail`: how mails leave. */
export const mailSettings = mail.superRefine(({ transport, smtp, tooLarge, link, retry }, context) => {
  const missing = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
  if (transport === 'smtp' && smtp === undefined)
    missing(
      ['smtp'],
      '没有填写，而 transport 为 smtp：请填写邮件服务器 | is missing, and transport is smtp: name the mail server',
    );
  if (tooLarge === 'link' && link === undefined)
    missing(
      ['link'],
      '没有填写，而 tooLarge 为 link：请填写下载地址 | is missing, and tooLarge is link: give the address to load packets from',
    );
  if (retry.most < retry.first)
    missing(
      ['retry', 'most'],
      '小于 first：最长间隔不能短于首次间隔 | is less than first: the longest wait cannot be shorter than the first',
    );
});

export type MailSettings = z.infer<typeof mailSettings>;

const addresses = z.array(address).default([]);

const reader = z.strictObject({
  /** Who gets the briefing. */
  to: addresses,
  cc: addresses,
  /** Who fills the form and is reminded; default: `to`. */
  liaisons: z.array(address).optional(),
});

/** `recipients`: addresses, by district, lead unit, 市本级 or 全市. */
export const recipientSettings = z.strictObject({
  /** The city office itself: told of what is missing, failed or in doubt. */
  office: z.strictObject({ to: addresses, cc: addresses }).prefault({}),
  /** Who is asked to sign. */
  signer: z.strictObject({ to: addresses }).prefault({}),
  readers: named(reader).default({}),
});

export type RecipientSettings = z.infer<typeof recipientSettings>;
