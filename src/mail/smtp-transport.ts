import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Message } from '../model/language.ts';
import type { SmtpSettings } from '../model/mail-settings.ts';
import type { ImapProbe } from './imap-probe.ts';
import { failedOutcome, loginRefused, noSession, oneLine, type SmtpFailure } from './smtp-outcome.ts';
import { handOver, openSession, resetSession, type ServerSecrets } from './smtp-session.ts';
import type { Presence, RawMail, SendOutcome, Transport } from './transport.ts';

/**
 * Mails by SMTP. Connections are kept for the next mail, as many as mails were under way at once. nodemailer's own pool is not used: it queues a
 * mail again when its connection closes, and its errors do not say whether the mail's bytes had begun to leave.
 */
export class SmtpTransport implements Transport {
  readonly where: string;
  readonly certain = false;
  private readonly settings: SmtpSettings;
  private readonly secrets: ServerSecrets;
  private readonly mailbox: ImapProbe | null;
  private readonly free: SMTPConnection[] = [];

  constructor(settings: SmtpSettings, secrets: ServerSecrets, mailbox: ImapProbe | null) {
    this.settings = settings;
    this.secrets = secrets;
    this.mailbox = mailbox;
    this.where = `smtp://${settings.host}:${settings.port}`;
  }

  async send(mail: RawMail): Promise<SendOutcome> {
    const kept = this.keptConnection();
    if (kept !== undefined) {
      const { outcome, lost } = await this.sendBy(kept, mail);
      if (!lost) return outcome;
      // The server had closed the kept connection before it took anything: there was no try yet.
    }
    let connection: SMTPConnection;
    try {
      connection = await openSession(this.settings, this.secrets);
    } catch (failure) {
      return failedOutcome(failure as SmtpFailure, 'session');
    }
    return (await this.sendBy(connection, mail)).outcome;
  }

  private keptConnection(): SMTPConnection | undefined {
    while (this.free.length > 0) {
      const kept = this.free.pop();
      if (kept?.destroyed === false) return kept;
    }
    return undefined;
  }

  /** `lost`: the connection went before a byte of the mail did. */
  private async sendBy(connection: SMTPConnection, mail: RawMail): Promise<{ outcome: SendOutcome; lost: boolean }> {
    const handed = await handOver(connection, mail);
    if (handed.failure === null) {
      this.free.push(connection);
      return { outcome: { kind: 'sent', response: oneLine(handed.response), everyMail: false }, lost: false };
    }
    const { failure, begun } = handed;
    const { code = '', responseCode } = failure;
    // A refused envelope leaves the connection usable once it is reset; after anything else nobody knows what the server expects.
    const refused = !begun && code === 'EENVELOPE' && responseCode !== 421 && !connection.destroyed;
    if (refused && (await resetSession(connection))) this.free.push(connection);
    else connection.close();
    const gone = responseCode === 421 || (responseCode === undefined && goneBy.includes(code));
    return { outcome: failedOutcome(failure, begun ? 'data' : 'envelope'), lost: !begun && gone };
  }

  probe({ messageId }: Pick<RawMail, 'messageId'>): Promise<Presence> {
    return this.mailbox === null ? Promise.resolve('unknown') : this.mailbox.probe(messageId);
  }

  async check(): Promise<Message | null> {
    try {
      this.free.push(await openSession(this.settings, this.secrets));
    } catch (error) {
      const failure = error as SmtpFailure;
      return failure.code === 'EAUTH' ? loginRefused(failure) : noSession(failure);
    }
    return this.mailbox === null ? null : this.mailbox.check();
  }

  async close(): Promise<void> {
    for (const connection of this.free.splice(0)) connection.close();
    await this.mailbox?.close();
  }
}

const goneBy: readonly string[] = ['ECONNECTION', 'ESOCKET', 'ETIMEDOUT'];
