import { join } from 'node:path';
import { isExposed, readBytes } from '../disk/files.ts';
import { openTransport } from '../mail/open-transport.ts';
import type { ServerSecrets } from '../mail/smtp-session.ts';
import type { Transport } from '../mail/transport.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import type { MailSettings } from '../model/mail-settings.ts';

/** Passwords of the environment, JIANBAO_SMTP_PASSWORD and JIANBAO_IMAP_PASSWORD; null where they are not set. */
export interface MailPasswords {
  readonly smtp: string | null;
  readonly imap: string | null;
}

interface Server {
  readonly user?: string | undefined;
  readonly passwordFile?: string | undefined;
  readonly authority?: string | undefined;
}

/** The office's way for mails to leave. UsageError where a password is missing or in a file of several lines; FileError. */
export async function officeTransport(
  settings: MailSettings,
  folder: string,
  passwords: MailPasswords,
): Promise<Transport> {
  const server = (name: 'smtp' | 'imap') =>
    secretsOf(name, settings.transport === 'smtp' ? settings[name] : undefined, folder, passwords);
  return openTransport(settings, { folder, secrets: { smtp: await server('smtp'), imap: await server('imap') } });
}

/** Password files that others than their owner can read, by their names in the settings; always none on Windows. */
export async function exposedPasswords({ smtp, imap }: MailSettings, folder: string): Promise<string[]> {
  const files = [smtp?.passwordFile, imap?.passwordFile].filter((file) => file !== undefined);
  const exposed = await Promise.all(files.map((file) => isExposed(join(folder, file))));
  return files.filter((_, index) => exposed[index]);
}

async function secretsOf(
  name: 'smtp' | 'imap',
  server: Server | undefined,
  folder: string,
  passwords: MailPasswords,
): Promise<ServerSecrets> {
  if (server === undefined) return { password: null, authority: null };
  const authority = server.authority === undefined ? null : await textOf(join(folder, server.authority));
  if (server.user === undefined) return { password: null, authority };
  const password =
    server.passwordFile === undefined
      ? passwords[name]
      : onlyLine(await textOf(join(folder, server.passwordFile)), server.passwordFile);
  if (password === null || password === '') throw noPassword(name);
  return { password, authority };
}

async function textOf(path: string): Promise<string> {
  return new TextDecoder().decode(await readBytes(path));
}

function onlyLine(text: string, file: string): string {
  const [line = '', ...more] = text
    .replace(/^\ufeff/, '')
    .replace(/(\r?\n)+$/, '')
    .split(/\r?\n/);
  if (more.length > 0)
    throw new UsageError({
      'zh-CN': `密码文件 ${file} 应只有一行，即密码本身`,
      en: `the password file ${file} must have one line, the password itself`,
    });
  return line;
}

function noPassword(name: 'smtp' | 'imap'): UsageError {
  const variable = `JIANBAO_${name.toUpperCase()}_PASSWORD`;
  return new UsageError({
    'zh-CN': `没有 mail.${name} 的密码：请把密码单独写入一个文件并填写 mail.${name}.passwordFile，或设置环境变量 ${variable}`,
    en: `there is no password for mail.${name}: put it into a file of its own and name that in mail.${name}.passwordFile, or set ${variable}`,
  });
}
