import { resolve } from 'node:path';
import { UsageError } from '../model/errors/usage-error.ts';
import type { MailSettings } from '../model/mail-settings.ts';
import { FolderTransport } from './folder-transport.ts';
import { ImapProbe } from './imap-probe.ts';
import type { ServerSecrets } from './smtp-session.ts';
import { SmtpTransport } from './smtp-transport.ts';
import type { Transport } from './transport.ts';

/** What the settings only point to. */
export interface MailSecrets {
  readonly smtp: ServerSecrets;
  readonly imap: ServerSecrets;
}

/** The office's way for mails to leave; connects to nothing yet. `folder` is the office's. UsageError where a mail server is asked for and none named. */
export function openTransport(
  settings: MailSettings,
  { folder, secrets }: { readonly folder: string; readonly secrets: MailSecrets },
): Transport {
  if (settings.transport === 'folder') return new FolderTransport(resolve(folder, settings.folder));
  const { smtp, imap } = settings;
  if (smtp === undefined) throw noServer();
  const probe = imap === undefined ? null : new ImapProbe(imap, secrets.imap, smtp.timeout * 1000);
  return new SmtpTransport(smtp, secrets.smtp, probe);
}

function noServer(): UsageError {
  return new UsageError({
    'zh-CN': 'mail.transport 为 smtp，但没有 mail.smtp：请填写邮件服务器，或改为 folder',
    en: 'mail.transport is smtp, and there is no mail.smtp: name the mail server, or use folder',
  });
}
