import { z } from 'zod';

const address = z.email('不是邮箱地址 | is no e-mail address');
const port = z.number().int().min(1).max(65_535);
/** 密码不写在设置里: a file with the password alone, or the environment. */
const passwordFile = z.string().min(1).optional();

const smtp = z.strictObject({
  host: z.string().min(1),
  port: port.default(465),
  /** `tls` from the first byte (465), `starttls` on a plain connection (587), or `none` inside an office. */
  security: z.enum(['tls', 'starttls', 'none']).default('tls'),
  user: z.string().min(1).optional(),
  /** Below the office's folder; default: the environment's JIANBAO_SMTP_PASSWORD. */
  passwordFile,
  connections: z.number().int().min(1).max(20).default(2),
  /** Mails a minute at most; null for no limit. */
  perMinute: z.number().int().min(1).nullable().default(60),
  /** Seconds without an answer after which it is unclear what became of a mail. */
  timeout: z.number().int().min(1).default(60),
});

const imap = z.strictObject({
  host: z.string().min(1),
  port: port.default(993),
  security: z.enum(['tls', 'starttls', 'none']).default('tls'),
  user: z.string().min(1),
  /** Below the office's folder; default: the environment's JIANBAO_IMAP_PASSWORD. */
  passwordFile,
  /** Folders in which mails that left, or came back, are found. */
  folders: z.array(z.string().min(1)).min(1).default(['INBOX', 'Sent']),
});

/** `mail`: how mails leave. */
export const mailSettings = z.strictObject({
  from: z.strictObject({ name: z.string().default(''), address }),
  replyTo: address.optional(),
  /** `folder`: one `.eml` file a mail, for trying out and for offices that send by hand; `smtp`: a mail server. */
  transport: z.enum(['folder', 'smtp']).default('folder'),
  /** For `folder`; below the office's folder. */
  folder: z.string().min(1).default('发件箱'),
  smtp: smtp.optional(),
  imap: imap.optional(),
  /** Domains that mails may go to; nothing else is ever mailed. */
  domains: z.array(z.string().min(1)).min(1),
  /** The three files of a packet, or one zip. */
  packet: z.enum(['files', 'zip']).default('files'),
  /** MB (1,000,000 bytes) of one mail as it travels. */
  sizeLimit: z.number().positive().default(20),
  /** A packet above the limit goes as several mails, or as a link to where the office puts it. */
  tooLarge: z.enum(['split', 'link']).default('split'),
  /** For `link`: `https://…/{month}/{audience}`. */
  link: z.string().min(1).optional(),
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
  readers: z.record(z.string().min(1), reader).default({}),
});

export type RecipientSettings = z.infer<typeof recipientSettings>;
