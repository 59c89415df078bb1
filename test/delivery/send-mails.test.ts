import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mailName } from '../../src/delivery/mail-name.ts';
import { exposedPasswords, officeTransport } from '../../src/delivery/office-transport.ts';
import { type SendOptions, sendMails } from '../../src/delivery/send-mails.ts';
import { FolderTransport } from '../../src/mail/folder-transport.ts';
import { messageBytes } from '../../src/mail/message-bytes.ts';
import type { RawMail, Transport } from '../../src/mail/transport.ts';
import { mailSettings } from '../../src/model/mail-settings.ts';
import type { NewMail } from '../../src/model/new-mail.ts';
import type { MailSummary } from '../../src/store/ledger/outbox.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { hasDovecot, startDovecot } from '../mail/support/dovecot.ts';
import { type MailServer, type MailServerOptions, startMailServer } from '../mail/support/mail-server.ts';
import { newMail, packetDocument } from './support/mails.ts';

const least = { from: { name: '市民生实事办', address: 'msss@city.example' }, domains: ['city.example'] };
const start = '2023-07-05T01:00:00.000Z';

/** So many minutes after the beginning. */
const minutesOn = (minutes: number) => new Date(new Date(start).getTime() + minutes * 60_000).toISOString();

describe('a round of sending', () => {
  let office: string;
  let store: Store;
  const open: { close(): Promise<void> }[] = [];
  beforeEach(async () => {
    office = mkdtempSync(join(tmpdir(), 'jianbao-round-'));
    store = await openStore(join(office, 'jianbao.db'), { now: start });
    await store.ledger.documents.keep([packetDocument], start);
  });
  afterEach(async () => {
    for (const one of open.splice(0).reverse()) await one.close();
    await store.close();
    rmSync(office, { recursive: true });
  });

  async function serverWith(options: MailServerOptions = {}): Promise<MailServer> {
    const server = await startMailServer(options);
    open.push(server);
    return server;
  }

  const over = ({ port }: { port: number }, more: object = {}) => ({
    transport: 'smtp',
    smtp: { host: '127.0.0.1', port, security: 'none', timeout: 1, connections: 1, perMinute: null, ...more },
  });

  async function round(mail: object, minutes = 0, more: Partial<SendOptions> = {}, imap: string | null = null) {
    const settings = mailSettings.parse({ ...least, ...mail });
    const transport = await officeTransport(settings, office, { smtp: null, imap });
    const { ledger } = store;
    try {
      return await sendMails({ ledger, transport, settings, owner: 'test', now: () => minutesOn(minutes), ...more });
    } finally {
      await transport.close();
    }
  }

  async function put(...mails: NewMail[]): Promise<void> {
    await store.ledger.outbox.add(mails, start);
  }

  async function mails(): Promise<Record<string, MailSummary>> {
    const all = await store.ledger.outbox.list({});
    return Object.fromEntries(all.map((mail) => [mail.recipient.slice(0, mail.recipient.indexOf('@')), mail]));
  }

  async function states(): Promise<Record<string, string>> {
    return Object.fromEntries(Object.entries(await mails()).map(([name, { state }]) => [name, state]));
  }

  it('sends what is due and keeps what the server said and the digest of what it got', async () => {
    const server = await serverWith();
    await put(newMail('a'), newMail('b'));
    const ended: string[] = [];
    const tally = await round(over(server), 0, {
      onEnd: ({ id, kind }, { state }) => ended.push(`${id} ${kind} ${state}`),
    });
    expect(tally).toEqual({ sent: 2, retry: 0, dead: 0, inDoubt: 0, settled: 0, stopped: null });
    expect(ended).toEqual(['1 packet sent', '2 packet sent']);
    expect((await mails())['a']).toMatchObject({ state: 'sent', response: '250 taken', endedAt: start, attempt: 1 });
    expect((await mails())['a']?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(await round(over(server), 60)).toMatchObject({ sent: 0 });
    expect(server.taken.map(({ to }) => to)).toEqual(['a@city.example', 'b@city.example']);
  });

  it('tries again what is refused for now, each time later, and gives up in the end; refusals for good are dead at once', async () => {
    const server = await serverWith({
      mishap: (to) => (to.startsWith('full') ? '450' : to.startsWith('gone') ? '550' : null),
    });
    await put(newMail('full'), newMail('gone'), newMail('well'));
    const retry = { first: 5, most: 12, giveUp: 1 };
    expect(await round({ ...over(server), retry })).toMatchObject({ sent: 1, retry: 1, dead: 1, stopped: null });
    expect((await mails())['gone']).toMatchObject({ state: 'dead', response: '550 550 at recipient' });
    const waits = [];
    for (const minutes of [0, 4, 5, 14, 15, 27]) {
      if (minutes > 0) await round({ ...over(server), retry }, minutes);
      const { state, attempt, nextAt } = (await mails())['full'] as MailSummary;
      waits.push([minutes, state, attempt, nextAt]);
    }
    expect(waits).toEqual([
      [0, 'retry', 1, minutesOn(5)],
      [4, 'retry', 1, minutesOn(5)],
      [5, 'retry', 2, minutesOn(15)],
      [14, 'retry', 2, minutesOn(15)],
      [15, 'retry', 3, minutesOn(27)],
      [27, 'retry', 4, minutesOn(39)],
    ]);
    await round({ ...over(server), retry }, 61);
    expect((await mails())['full']).toMatchObject({ state: 'dead', response: '450 450 at recipient' });
    // Sent again by a person, it has all its tries anew.
    await store.ledger.outbox.resend([1], '督查室负责人', '邮箱已清理', minutesOn(100));
    await round({ ...over(server), retry }, 100);
    expect((await mails())['full']).toMatchObject({ state: 'retry', nextAt: minutesOn(105) });
  });

  it('ends where the server fails, with the other mails untried, and gives none of them up', async () => {
    const server = await serverWith();
    await server.close();
    open.splice(0);
    await put(...['a', 'b', 'c'].map((name) => newMail(name)));
    const tally = await round(over(server));
    expect(tally).toMatchObject({ sent: 0, retry: 1 });
    expect(tally.stopped).toMatch(/ECONNREFUSED/);
    expect(await states()).toEqual({ a: 'retry', b: 'pending', c: 'pending' });
    const days = 20 * 24 * 60;
    await round(over(server), days);
    await round(over(server), days + 600);
    expect(Object.values(await states()).filter((state) => state === 'dead')).toEqual([]);
    expect((await mails())['a']?.nextAt).not.toBe(null);
  });

  it('ends where ten mails one after another are refused for now, as by a server that has enough', async () => {
    const server = await serverWith({ mishap: () => '450' });
    await put(...Array.from({ length: 12 }, (_, index) => newMail(`m${index}`)));
    expect(await round(over(server))).toMatchObject({ sent: 0, retry: 10, stopped: '450 450 at recipient' });
    expect(Object.values(await states()).filter((state) => state === 'pending')).toHaveLength(2);
  });

  it('names nobody where it says why it ended early', async () => {
    const server = await serverWith({ refusedSender: 'msss@city.example' });
    await put(newMail('a'));
    const told: string[] = [];
    const { stopped } = await round(over(server), 0, { onEnd: (_, { response }) => told.push(response) });
    expect(told).toEqual([stopped]);
    expect(stopped).toMatch(/553 <\[…\]> is not your address.*mail\.from\.address/);
    expect((await mails())['a']).toMatchObject({
      state: 'retry',
      response: expect.stringContaining('msss@city.example'),
    });
  });

  it('never mails outside of the domains of the settings, whatever is in the outbox', async () => {
    const server = await serverWith();
    await put(newMail('a'), newMail('b', { recipient: 'b@elsewhere.example' }));
    expect(await round(over(server))).toMatchObject({ sent: 1, dead: 1 });
    expect((await mails())['b']).toMatchObject({ state: 'dead', sha256: null });
    expect((await mails())['b']?.response).toMatch(/elsewhere\.example.*mail\.domains/);
    expect(server.taken.map(({ to }) => to)).toEqual(['a@city.example']);
  });

  it('keeps to the mails a minute, two programs together, and its end does not wait for the next minute', async () => {
    const server = await serverWith();
    await put(...['a', 'b', 'c'].map((name) => newMail(name)));
    const paced = over(server, { perMinute: 2 });
    const stop = new AbortController();
    const onEnd = () => {
      if (server.taken.length === 2) setTimeout(() => stop.abort(), 50);
    };
    const program = (owner: string) => round(paced, 0, { owner, signal: stop.signal, onEnd });
    const tallies = await Promise.all([program('serve'), program('outbox-send')]);
    expect(tallies.reduce((sum, { sent }) => sum + sent, 0)).toBe(2);
    expect((await mails())['c']).toMatchObject({ state: 'pending', attempt: 0 });
    expect(await round(paced, 1)).toMatchObject({ sent: 1 });
  });

  it('lets the mail under way end when it is to stop', async () => {
    const server = await serverWith();
    await put(newMail('a'), newMail('b'));
    const stop = new AbortController();
    expect(await round(over(server), 0, { signal: stop.signal, onEnd: () => stop.abort() })).toMatchObject({ sent: 1 });
    expect(await states()).toEqual({ a: 'sent', b: 'pending' });
  });

  it('holds a mail in doubt where nothing can tell, and never sends it again by itself', async () => {
    const server = await serverWith({ mishap: (to) => (to.startsWith('a') ? 'drop-after-dot' : null) });
    await put(newMail('a'), newMail('b'));
    const tally = await round(over(server));
    // The round ends: whether the whole server went is not known yet.
    expect(tally).toMatchObject({ sent: 0, inDoubt: 1 });
    for (const minutes of [1, 600, 6000]) expect(await round(over(server), minutes)).toMatchObject({ inDoubt: 1 });
    expect(await states()).toEqual({ a: 'in-doubt', b: 'sent' });
    // Nor where the office mails in another way by now: a folder knows nothing of what went by SMTP.
    expect(await round({ transport: 'folder' }, 6001)).toMatchObject({ inDoubt: 1, settled: 0 });
    expect(server.taken.map(({ to }) => to)).toEqual(['a@city.example', 'b@city.example']);
  });

  it('settles by the folder itself what a sender left behind there', async () => {
    await put(newMail('a'), newMail('b'));
    await round({ transport: 'folder' }, 0, { signal: AbortSignal.abort() });
    const { outbox } = store.ledger;
    // Two senders went away: one before it wrote its file, one after.
    const owner = `gone → ${join(office, '发件箱')}`;
    for (let count = 0; count < 2; count += 1) await outbox.claim({ owner, leaseUntil: minutesOn(1), now: start });
    const b = await outbox.mail(2);
    if (b === null) throw new Error('no mail');
    const bytes = await messageBytes(b.message, (digest) => store.ledger.documents.bytes(digest));
    const raw = { name: mailName(b), from: '', to: '', messageId: b.message.messageId, bytes };
    await new FolderTransport(join(office, '发件箱')).send(raw);
    expect(await round({ transport: 'folder' }, 0)).toMatchObject({ sent: 0, settled: 0 });
    expect(await round({ transport: 'folder' }, 2)).toMatchObject({ sent: 1, settled: 2, inDoubt: 0 });
    expect(await states()).toEqual({ a: 'sent', b: 'sent' });
    expect([(await mails())['a']?.attempt, (await mails())['b']?.attempt]).toEqual([2, 1]);
    const names = readdirSync(join(office, '发件箱'));
    expect(names).toHaveLength(2);
    expect(names[0]).toMatch(/^2023-07-05 0001 上城区 简报 [0-9a-f]{8}\.eml$/);
  });

  it('is one of several at the same moment, and each mail leaves by one of them', async () => {
    const server = await serverWith();
    await put(...Array.from({ length: 20 }, (_, index) => newMail(`m${index}`)));
    const rounds = await Promise.all(
      ['甲', '乙'].map((owner) => round(over(server, { connections: 2 }), 0, { owner })),
    );
    expect(rounds.reduce((sum, { sent }) => sum + sent, 0)).toBe(20);
    expect(new Set(server.taken.map(({ to }) => to)).size).toBe(20);
    expect(server.taken).toHaveLength(20);
  });

  it('keeps a mail that takes long as its own', async () => {
    const server = await serverWith({ mishap: () => 'silent-after-dot' });
    await put(newMail('a'));
    // The timer of renewals is the test's; everything else goes on as ever.
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    let minutes = 0;
    try {
      const sending = round(over(server), 0, { now: () => minutesOn(minutes) });
      await vi.waitFor(() => expect(server.taken).toHaveLength(1));
      const lease = (await mails())['a']?.leaseUntil ?? '';
      minutes = 1;
      vi.advanceTimersByTime(30_000);
      await vi.waitFor(async () =>
        expect((await mails())['a']?.leaseUntil).toBe(new Date(new Date(lease).getTime() + 60_000).toISOString()),
      );
      expect(await sending).toMatchObject({ inDoubt: 1 });
    } finally {
      vi.useRealTimers();
    }
  });

  it('keeps a result that comes after its mail was called in doubt', async () => {
    const server = await serverWith();
    await put(newMail('a'), newMail('b'));
    // The clock of another program is ahead, and it finds the lease over while the mail is on its way.
    const settings = mailSettings.parse({ ...least, ...over(server) });
    const transport = await officeTransport(settings, office, { smtp: null, imap: null });
    const slow: Transport = Object.assign(Object.create(transport), {
      async send(mail: RawMail) {
        const outcome = await transport.send(mail);
        await store.ledger.outbox.lapse(minutesOn(1000));
        return outcome;
      },
    });
    const tally = await sendMails({ ledger: store.ledger, transport: slow, settings, owner: 'test', now: () => start });
    await transport.close();
    expect(tally).toMatchObject({ sent: 0, inDoubt: 0 });
    expect(await states()).toEqual({ a: 'sent', b: 'sent' });
    expect((await store.ledger.outbox.events(1)).map(({ to }) => to)).toEqual([
      'pending',
      'sending',
      'in-doubt',
      'sent',
    ]);
  });

  it.skipIf(!hasDovecot)(
    'looks into the mailbox for what is in doubt, and believes it only where it knows of other mails (skipped where Dovecot 2.3 is not installed, or not as root)',
    async () => {
      const imap = await startDovecot();
      const server = await serverWith({ mishap: (to) => (/^(found|lost)/.test(to) ? 'drop-after-dot' : null) });
      const mail = {
        ...over(server),
        imap: { host: '127.0.0.1', port: imap.port, security: 'none', user: imap.user, folders: ['已发送'], grace: 30 },
      };
      const look = (minutes: number) => round(mail, minutes, {}, imap.password);
      try {
        await put(newMail('found'), newMail('lost'), newMail('well'));
        for (const minutes of [0, 1, 2]) await look(minutes);
        expect(await states()).toEqual({ found: 'in-doubt', lost: 'in-doubt', well: 'sent' });
        const kept = (name: string) => server.taken.find(({ to }) => to.startsWith(name))?.bytes ?? Buffer.alloc(0);
        imap.deliver('已发送', kept('found'));
        expect(await look(10)).toMatchObject({ settled: 1, inDoubt: 1 });
        // The mail that was sent last is not in the folder: it may be the wrong one.
        expect(await look(40)).toMatchObject({ settled: 0, inDoubt: 1 });
        imap.deliver('已发送', kept('well'));
        // The mail leaves once more, and the server breaks off as before.
        expect(await look(41)).toMatchObject({ settled: 1, inDoubt: 1 });
        expect(await states()).toEqual({ found: 'sent', lost: 'in-doubt', well: 'sent' });
        expect((await mails())['lost']?.attempt).toBe(2);
      } finally {
        imap.stop();
      }
    },
  );

  it('needs a password where a user is named, from a file of one line or the environment', async () => {
    const server = await serverWith({ login: { user: 'msss', password: 'right' } });
    await put(newMail('a'));
    await expect(round(over(server, { user: 'msss' }))).rejects.toThrow(
      /没有 mail\.smtp 的密码.*JIANBAO_SMTP_PASSWORD/,
    );
    writeFileSync(join(office, '密码.txt'), 'right\nmore\n');
    await expect(round(over(server, { user: 'msss', passwordFile: '密码.txt' }))).rejects.toThrow(/只有一行/);
    writeFileSync(join(office, '密码.txt'), '\ufeffright\r\n');
    const named = over(server, { user: 'msss', passwordFile: '密码.txt' });
    expect(await round(named)).toMatchObject({ sent: 1 });
    const exposed = () => exposedPasswords(mailSettings.parse({ ...least, ...named }), office);
    chmodSync(join(office, '密码.txt'), 0o644);
    expect(await exposed()).toEqual(['密码.txt']);
    chmodSync(join(office, '密码.txt'), 0o600);
    expect(await exposed()).toEqual([]);
  });
});
