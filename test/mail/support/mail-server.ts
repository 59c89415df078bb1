import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { Certificate } from './certificate.ts';

/** What befalls a mail on its way. The numbers are what the server replies, to the recipient or (`dot-…`) to the whole mail. */
export type Mishap =
  | '421'
  | '450'
  | '550'
  | 'dot-452'
  | 'dot-554'
  | 'drop-at-recipient'
  | 'drop-in-data'
  | 'drop-after-dot'
  | 'silent-at-recipient'
  | 'silent-after-dot';

/** A mail that the server took: whatever its sender heard of it, its recipient has it. */
export interface TakenMail {
  readonly to: string;
  readonly messageId: string;
  readonly bytes: Buffer;
}

export interface MailServer {
  readonly port: number;
  readonly taken: TakenMail[];
  /** Connections that were opened so far. */
  connections(): number;
  /** Ends every connection, as a firewall does with idle ones. */
  cut(): void;
  close(): Promise<void>;
}

export interface MailServerOptions {
  /** Asked for each mail at its recipient; null lets it pass. */
  readonly mishap?: (to: string) => Mishap | null;
  /** Who may log in; nobody has to where it is left out. */
  readonly login?: { readonly user: string; readonly password: string };
  /** Senders that it refuses with 553. */
  readonly refusedSender?: string;
  /** TLS from the first byte. */
  readonly certificate?: Certificate;
  readonly size?: number;
  readonly pipelining?: boolean;
  readonly port?: number;
}

/** A real SMTP server on a port of its own. */
export async function startMailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const { mishap = () => null, login, refusedSender, certificate, size } = options;
  const secure = certificate !== undefined;
  const taken: TakenMail[] = [];
  const planned = new Map<string, Mishap | null>();
  const sockets = new Map<string, Socket>();
  let opened = 0;
  const server = new SMTPServer({
    secure,
    authOptional: login === undefined,
    allowInsecureAuth: true,
    hidePIPELINING: options.pipelining === false,
    disableReverseLookup: true,
    disabledCommands: login === undefined ? ['AUTH', 'STARTTLS'] : ['STARTTLS'],
    ...certificate,
    ...(size === undefined ? {} : { size }),
    closeTimeout: 10,
    onConnect({ id }, done) {
      // Not in its types: how a test breaks a connection off.
      const connections = server.connections as unknown as Set<{ id: string; _socket: Socket }>;
      for (const connection of connections) if (connection.id === id) sockets.set(id, connection._socket);
      opened += 1;
      done();
    },
    onAuth: ({ username, password }, _, done) =>
      username === login?.user && password === login?.password
        ? done(null, { user: username })
        : done(reply(535, '5.7.8 Authentication failed')),
    onMailFrom: ({ address }, _, done) =>
      done(address === refusedSender ? reply(553, `<${address}> is not your address`) : null),
    onRcptTo({ address }, session, done) {
      const what = mishap(address);
      planned.set(session.id, what);
      if (what === 'drop-at-recipient') drop(session);
      else if (what === 'silent-at-recipient') return;
      else
        done(what === '421' || what === '450' || what === '550' ? reply(Number(what), `${what} at recipient`) : null);
    },
    onData(stream, session, done) {
      const what = planned.get(session.id) ?? null;
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => {
        pieces.push(piece);
        if (what === 'drop-in-data') drop(session);
      });
      stream.on('end', () => {
        // A mail that its client broke off ends here too.
        if (!sockets.has(session.id) || what === 'drop-in-data') return;
        if (what === 'dot-452' || what === 'dot-554') return done(reply(Number(what.slice(4)), 'not this one'));
        const bytes = Buffer.concat(pieces);
        const messageId = /^Message-ID: (<[^>]+>)/im.exec(bytes.toString('latin1'))?.[1] ?? '';
        for (const { address } of session.envelope.rcptTo) taken.push({ to: address, messageId, bytes });
        if (what === 'drop-after-dot') drop(session);
        else if (what !== 'silent-after-dot') done(null, 'taken');
      });
    },
    onClose: (session) => void sockets.delete(session.id),
  });
  const drop = ({ id }: SMTPServerSession) => sockets.get(id)?.destroy();
  server.on('error', () => {});
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    port: (server.server.address() as AddressInfo).port,
    taken,
    connections: () => opened,
    cut() {
      for (const socket of sockets.values()) socket.destroy();
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function reply(code: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode: code });
}
