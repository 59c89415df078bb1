import { afterEach, describe, expect, it } from 'vitest';
import { openTransport } from '../../src/mail/open-transport.ts';
import type { ServerSecrets } from '../../src/mail/smtp-session.ts';
import type { SendOutcome, Transport } from '../../src/mail/transport.ts';
import { mailSettings } from '../../src/model/mail-settings.ts';
import { hasOpenssl, selfSigned } from './support/certificate.ts';
import { rawMail } from './support/mail.ts';
import { type MailServer, type MailServerOptions, type Mishap, startMailServer } from './support/mail-server.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

async function serverWith(options: MailServerOptions = {}): Promise<MailServer> {
  const server = await startMailServer(options);
  open.push(server);
  return server;
}

function transportTo(port: number, more: object = {}, own: Partial<ServerSecrets> = {}): Transport {
  const settings = mailSettings.parse({
    from: { address: 'msss@city.example' },
    domains: ['city.example'],
    transport: 'smtp',
    smtp: { host: '127.0.0.1', port, security: 'none', timeout: 1, ...more },
  });
  const secrets = { password: null, authority: null, ...own };
  const transport = openTransport(settings, { folder: '.', secrets: { smtp: secrets, imap: secrets } });
  open.push(transport);
  return transport;
}

type Expected = readonly [Mishap, SendOutcome['kind'], everyMail: boolean, taken: number];

const fates: readonly Expected[] = [
  ['421', 'later', true, 0],
  ['450', 'later', false, 0],
  ['550', 'refused', false, 0],
  ['dot-452', 'later', false, 0],
  ['dot-554', 'refused', false, 0],
  ['drop-at-recipient', 'later', true, 0],
  ['silent-at-recipient', 'later', true, 0],
  ['drop-in-data', 'unclear', true, 0],
  ['drop-after-dot', 'unclear', true, 1],
  ['silent-after-dot', 'unclear', true, 1],
];

describe.each([true, false])('an SMTP server (pipelining: %s)', (pipelining) => {
  it('refuses for now or for good, or breaks off before or after it had the mail', async () => {
    const found = fates.map(async ([mishap]): Promise<Expected> => {
      const server = await serverWith({ mishap: () => mishap, pipelining });
      const { kind, everyMail, response } = await transportTo(server.port).send(await rawMail('1'));
      expect(response).not.toBe('');
      return [mishap, kind, everyMail, server.taken.length];
    });
    expect(await Promise.all(found)).toEqual(fates);
  });

  it('keeps one connection for mails one after another, refused ones too', async () => {
    const server = await serverWith({ pipelining, mishap: (to) => (to === 'gone@city.example' ? '550' : null) });
    const transport = transportTo(server.port);
    const kinds = [];
    for (const to of ['a@city.example', 'gone@city.example', 'b@city.example'])
      kinds.push((await transport.send(await rawMail(to, to))).kind);
    expect(kinds).toEqual(['sent', 'refused', 'sent']);
    expect(server.connections()).toBe(1);
    expect(server.taken.map(({ to }) => to)).toEqual(['a@city.example', 'b@city.example']);
  });
});

describe('mails by SMTP', () => {
  it('arrive byte for byte, with the reply of the server', async () => {
    const server = await serverWith();
    const mail = await rawMail('1');
    const outcome = await transportTo(server.port).send(mail);
    expect(outcome).toEqual({ kind: 'sent', response: '250 taken', everyMail: false });
    expect(server.taken.map(({ messageId, to }) => ({ messageId, to }))).toEqual([
      { messageId: mail.messageId, to: mail.to },
    ]);
    expect(server.taken[0]?.bytes.equals(mail.bytes)).toBe(true);
  });

  it('are handed over once, on a new connection where the server had closed the kept one', async () => {
    const server = await serverWith();
    const transport = transportTo(server.port);
    await transport.send(await rawMail('1'));
    server.cut();
    expect((await transport.send(await rawMail('2'))).kind).toBe('sent');
    expect([server.connections(), server.taken.length]).toEqual([2, 2]);
  });

  it('wait where no server answers, or none is there, and say what to check', async () => {
    const server = await serverWith();
    await server.close();
    const outcome = await transportTo(server.port).send(await rawMail('1'));
    expect(outcome).toMatchObject({ kind: 'later', everyMail: true });
    expect(outcome.response).toMatch(/ECONNREFUSED.*请核对 mail\.smtp/);
    const nowhere = await transportTo(25, { host: 'mail.invalid' }).send(await rawMail('1'));
    expect(nowhere).toMatchObject({ kind: 'later', everyMail: true });
  });

  it('wait where login or sender are refused for good: that is not their recipients’ fault', async () => {
    const login = { user: 'msss', password: 'right' };
    const server = await serverWith({ login });
    const wrong = transportTo(server.port, { user: 'msss' }, { password: 'wrong' });
    expect(await wrong.send(await rawMail('1'))).toMatchObject({ kind: 'later', everyMail: true });
    expect((await wrong.check())?.['zh-CN']).toMatch(/拒绝登录.*535.*授权码/);
    const right = transportTo(server.port, { user: 'msss' }, { password: 'right' });
    expect([await right.check(), (await right.send(await rawMail('1'))).kind]).toEqual([null, 'sent']);
    const strict = await serverWith({ refusedSender: 'msss@city.example' });
    const outcome = await transportTo(strict.port).send(await rawMail('1'));
    expect(outcome).toMatchObject({ kind: 'later', everyMail: true });
    expect(outcome.response).toMatch(/mail\.from\.address/);
  });

  it('are refused by themselves where they are larger than the server takes', async () => {
    const server = await serverWith({ size: 100 });
    expect(await transportTo(server.port).send(await rawMail('1'))).toMatchObject({
      kind: 'refused',
      everyMail: false,
    });
  });

  it.skipIf(!hasOpenssl)(
    'travel by TLS only where the certificate is trusted (skipped where openssl is not installed)',
    async () => {
      const certificate = selfSigned();
      const server = await serverWith({ certificate });
      const outcome = await transportTo(server.port, { security: 'tls' }).send(await rawMail('1'));
      expect(outcome).toMatchObject({ kind: 'later', everyMail: true });
      expect(outcome.response).toMatch(/mail\.smtp\.authority/);
      const trusted = transportTo(server.port, { security: 'tls' }, { authority: certificate.cert });
      expect([await trusted.check(), (await trusted.send(await rawMail('2'))).kind]).toEqual([null, 'sent']);
      expect(server.taken).toHaveLength(1);
    },
  );

  it('stay where encryption is asked for and the server offers none', async () => {
    const server = await serverWith();
    const outcome = await transportTo(server.port, { security: 'starttls' }).send(await rawMail('1'));
    expect(outcome).toMatchObject({ kind: 'later', everyMail: true });
    expect(server.taken).toEqual([]);
  });

  it('are in doubt for good where there is no mailbox to look into', async () => {
    const server = await serverWith();
    expect(await transportTo(server.port).probe(await rawMail('1'))).toBe('unknown');
  });
});
