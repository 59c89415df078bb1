import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SmtpSettings } from '../model/mail-settings.ts';
import type { SmtpFailure } from './smtp-outcome.ts';
import type { RawMail } from './transport.ts';

/** What a server needs besides its settings. */
export interface ServerSecrets {
  readonly password: string | null;
  /** Certificates, PEM, that are trusted besides those of the system; null for none. */
  readonly authority: string | null;
}

/** Milliseconds; a server that is there answers sooner. */
export const longestConnecting = 30_000;

/** Opens a connection and logs in. Throws an SmtpFailure. */
export async function openSession(settings: SmtpSettings, { password, authority }: ServerSecrets) {
  const timeout = settings.timeout * 1000;
  const patience = Math.min(timeout, longestConnecting);
  const connection = new SMTPConnection({
    host: settings.host,
    port: settings.port,
    secure: settings.security === 'tls',
    requireTLS: settings.security === 'starttls',
    ignoreTLS: settings.security === 'none',
    ...(authority === null ? {} : { tls: { ca: authority } }),
    connectionTimeout: patience,
    greetingTimeout: patience,
    dnsTimeout: patience,
    socketTimeout: timeout,
  });
  try {
    await new Promise<void>((resolve, reject) => {
      // Both stay for good: an error that nobody listens to would end the program.
      connection.on('error', reject);
      connection.on('end', () => reject(Object.assign(new Error('Connection closed'), { code: 'ECONNECTION' })));
      const logIn = (user: string) =>
        connection.login({ user, pass: password ?? '' }, (error) => (error ? reject(error) : resolve()));
      connection.connect((error) => {
        if (error) reject(error);
        else if (settings.user === undefined) resolve();
        else logIn(settings.user);
      });
    });
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

export type Handed =
  | { readonly failure: null; readonly response: string }
  /** `begun`: the server had let the mail in, and its bytes had begun to leave. */
  | { readonly failure: SmtpFailure; readonly begun: boolean };

/** Hands one mail over on an open connection. */
export function handOver(connection: SMTPConnection, mail: RawMail): Promise<Handed> {
  let begun = false;
  const content = new Readable({
    read() {
      begun = true;
      this.push(mail.bytes);
      this.push(null);
    },
  });
  const envelope = { from: mail.from, to: mail.to, size: mail.bytes.length };
  return new Promise((resolve) => {
    connection.send(envelope, content, (failure, info) => {
      resolve(failure ? { failure, begun } : { failure: null, response: info?.response ?? '' });
    });
  });
}

/** Makes a connection ready for another mail after it refused one; false where it is lost. */
export function resetSession(connection: SMTPConnection): Promise<boolean> {
  return new Promise((resolve) => {
    const lost = () => resolve(false);
    connection.once('end', lost);
    connection.reset((error) => {
      connection.removeListener('end', lost);
      resolve(error === null);
    });
  });
}
