import type { ImapFlow } from 'imapflow';
import type { Message } from '../model/language.ts';
import type { ImapSettings } from '../model/mail-settings.ts';
import { oneLine } from './smtp-outcome.ts';
import { longestConnecting, type ServerSecrets } from './smtp-session.ts';
import type { Presence } from './transport.ts';

/** Looks by Message-ID whether a mail is in a folder of the office's own mailbox: sent mails that the server keeps, copies, bounces. Changes nothing there. */
export class ImapProbe {
  private readonly settings: ImapSettings;
  private readonly secrets: ServerSecrets;
  private readonly timeout: number;
  private client: ImapFlow | null = null;

  /** `timeout` in milliseconds. */
  constructor(settings: ImapSettings, secrets: ServerSecrets, timeout: number) {
    this.settings = settings;
    this.secrets = secrets;
    this.timeout = timeout;
  }

  /** `absent` where every folder was searched and none has it. */
  async probe(messageId: string): Promise<Presence> {
    try {
      const client = await this.connected();
      let searched = true;
      for (const folder of this.settings.folders) {
        const found = await search(client, folder, messageId);
        if (found === true) return 'arrived';
        if (found === null) searched = false;
      }
      return searched ? 'absent' : 'unknown';
    } catch {
      await this.close();
      return 'unknown';
    }
  }

  async check(): Promise<Message | null> {
    try {
      const client = await this.connected();
      const there = (await client.list()).map(({ path }) => path);
      const missing = this.settings.folders.filter((folder) => folder !== 'INBOX' && !there.includes(folder));
      return missing.length === 0 ? null : noFolder(missing, there);
    } catch (error) {
      await this.close();
      return noMailbox(error);
    }
  }

  async close(): Promise<void> {
    this.client?.close();
    this.client = null;
  }

  private async connected(): Promise<ImapFlow> {
    if (this.client?.usable) return this.client;
    const { host, port, security, user } = this.settings;
    const { password, authority } = this.secrets;
    // Loaded where a mailbox is looked into alone, which is seldom.
    const { ImapFlow: Client } = await import('imapflow');
    const client = new Client({
      host,
      port,
      secure: security === 'tls',
      ...(security === 'tls' ? {} : { doSTARTTLS: security === 'starttls' }),
      auth: { user, pass: password ?? '' },
      logger: false,
      disableAutoIdle: true,
      ...(authority === null ? {} : { tls: { ca: authority } }),
      connectionTimeout: Math.min(this.timeout, longestConnecting),
      greetingTimeout: Math.min(this.timeout, longestConnecting),
      socketTimeout: this.timeout,
    });
    // An error that nobody listens to would end the program; the call under way fails by itself.
    client.on('error', () => {});
    await client.connect();
    this.client = client;
    return client;
  }
}

/** Null where the folder cannot be searched. */
async function search(client: ImapFlow, folder: string, messageId: string): Promise<boolean | null> {
  let lock: Awaited<ReturnType<ImapFlow['getMailboxLock']>>;
  try {
    lock = await client.getMailboxLock(folder, { readOnly: true });
  } catch (error) {
    if (client.usable) return null;
    throw error;
  }
  try {
    const found = await client.search({ header: { 'Message-ID': messageId } }, { uid: true });
    return Array.isArray(found) ? found.length > 0 : null;
  } finally {
    lock.release();
  }
}

function noFolder(missing: readonly string[], there: readonly string[]): Message {
  return {
    'zh-CN': `邮箱中没有文件夹 ${missing.join('、')}（现有：${there.join('、')}）：请改 mail.imap.folders`,
    en: `the mailbox has no folder ${missing.join(', ')} (it has ${there.join(', ')}): change mail.imap.folders`,
  };
}

function noMailbox(error: unknown): Message {
  const { responseText, message } = error as { responseText?: string; message: string };
  const cause = oneLine(responseText ?? message);
  return {
    'zh-CN': `IMAP 邮箱不能用（${cause}）：请核对 mail.imap 的 host、port、security、user 和密码`,
    en: `the IMAP mailbox cannot be used (${cause}): check host, port, security, user and password of mail.imap`,
  };
}
