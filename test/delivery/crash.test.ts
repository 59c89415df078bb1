import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Ledger } from '../../src/store/ledger/ledger.ts';
import type { MailState } from '../../src/store/ledger/outbox.ts';
import { openStore } from '../../src/store/open-store.ts';
import { type MailServer, type Mishap, startMailServer } from '../mail/support/mail-server.ts';
import { onEachDatabase } from '../store/support/databases.ts';
import { newMail, packetDocument } from './support/mails.ts';
import { startSender } from './support/senders.ts';

/** Senders killed on each kind of database and each way for mails to leave; two send at a time. */
const kills = Number(process.env['JIANBAO_KILLS'] ?? 2);
const atOnce = 2;
/** New mails for each pair of senders. */
const perRound = 16;
const hour = 3_600_000;

const mishaps: readonly Mishap[] = [
  '421',
  '450',
  '550',
  'dot-452',
  'dot-554',
  'drop-at-recipient',
  'drop-in-data',
  'drop-after-dot',
  'silent-at-recipient',
  'silent-after-dot',
];

/** Whether no mail meets with a mishap any more. */
let calm = false;

/** Some mails meet with one; which is left to chance. */
function anyMishap(): Mishap | null {
  if (calm || Math.random() > 0.15) return null;
  return mishaps[Math.floor(Math.random() * mishaps.length)] ?? null;
}

onEachDatabase('sending', (fresh, { kind }) => {
  let office: string;
  beforeAll(() => {
    office = mkdtempSync(join(tmpdir(), 'jianbao-sending-'));
  });
  afterAll(() => rmSync(office, { recursive: true, force: true }));

  /** Kills senders until enough were killed, then sends the rest in peace; the senders' clocks jump back and forth all the while. */
  async function killSenders(url: string, mail: object): Promise<void> {
    calm = false;
    const store = await openStore(url, { now: new Date().toISOString() });
    await store.ledger.documents.keep([packetDocument], new Date().toISOString());
    for (let round = 0; round < kills / atOnce; round += 1) {
      const mails = Array.from({ length: perRound }, (_, index) => newMail(`m${round}-${index}`));
      await store.ledger.outbox.add(mails, new Date(Date.now() - 3 * hour).toISOString());
      const senders = Array.from({ length: atOnce }, () => {
        const ahead = Math.round((Math.random() - 0.5) * 4 * hour);
        return startSender({ url, folder: office, mail, ahead, ends: false });
      });
      for (const { process, ready, ended } of senders) {
        await ready;
        await pause(Math.random() * 250);
        process.kill('SIGKILL');
        await ended;
      }
    }
    calm = true;
    for (let day = 1; (await waiting(store.ledger)) > 0; day += 1) {
      expect(day).toBeLessThan(20);
      const { ended } = startSender({ url, folder: office, mail, ahead: day * 24 * hour, ends: true });
      await ended;
    }
    await store.close();
  }

  it(
    `by SMTP with ${kills} kills, refusals and drops loses no mail, doubles none, and lists each that is in doubt`,
    async () => {
      const [url, server] = [await fresh(), await startMailServer({ mishap: anyMishap })];
      try {
        await killSenders(url, overSmtp(server));
        const { states, taken } = await outcome(url, server);
        expect(Math.max(...taken.values())).toBe(1);
        for (const [messageId, state] of states) {
          const arrived = taken.get(messageId) ?? 0;
          if (state === 'sent') expect(arrived).toBe(1);
          else if (state === 'dead') expect(arrived).toBe(0);
          else expect(state).toBe('in-doubt');
        }
        expect([...taken.keys()].filter((messageId) => !states.has(messageId))).toEqual([]);
        report('SMTP', states, taken);
      } finally {
        await server.close();
      }
    },
    60_000 + kills * 3_000,
  );

  // A folder knows nothing of databases: one kind shows it.
  if (kind === 'sqlite')
    it(
      `into a folder with ${kills} kills makes one whole file of each mail, none in doubt`,
      async () => {
        const url = await fresh();
        const folder = join(office, `out-${Math.random()}`);
        await killSenders(url, intoFolder(folder));
        const store = await openStore(url, { now: new Date().toISOString() });
        const mails = await store.ledger.outbox.list({});
        await store.close();
        expect(mails.filter(({ state }) => state !== 'sent')).toEqual([]);
        const names = readdirSync(folder).filter((name) => name.endsWith('.eml'));
        const files = names.map((name) => readFileSync(join(folder, name), 'utf8'));
        const ids = files.map((text) => /^Message-ID: (\S+)/m.exec(text)?.[1]);
        expect([ids.length, new Set(ids).size]).toEqual([mails.length, mails.length]);
        const last = /^--(\S+)--\r\n$/m;
        expect(files.filter((text) => !last.test(text))).toEqual([]);
      },
      60_000 + kills * 3_000,
    );
});

function overSmtp({ port }: MailServer): object {
  return {
    from: { address: 'msss@city.example' },
    domains: ['city.example'],
    transport: 'smtp',
    smtp: { host: '127.0.0.1', port, security: 'none', timeout: 2, perMinute: null },
  };
}

function intoFolder(folder: string): object {
  return { from: { address: 'msss@city.example' }, domains: ['city.example'], folder };
}

async function waiting({ outbox }: Ledger): Promise<number> {
  const { pending, retry, sending } = await outbox.counts({});
  return pending + retry + sending;
}

/** The state of each mail, and how often the server took it, by Message-ID. */
async function outcome(url: string, { taken }: MailServer) {
  const store = await openStore(url, { now: new Date().toISOString() });
  const states = new Map<string, MailState>();
  for (const { id, state } of await store.ledger.outbox.list({})) {
    const mail = await store.ledger.outbox.mail(id);
    if (mail !== null) states.set(mail.message.messageId, state);
  }
  await store.close();
  const arrived = new Map<string, number>();
  for (const { messageId } of taken) arrived.set(messageId, (arrived.get(messageId) ?? 0) + 1);
  return { states, taken: arrived };
}

/** With many kills, what became of the mails, for whoever reads the log. */
function report(way: string, states: ReadonlyMap<string, MailState>, taken: ReadonlyMap<string, number>): void {
  if (kills < 20) return;
  const count = (state: MailState) => [...states.values()].filter((one) => one === state).length;
  const figures = `${states.size} mails, ${taken.size} taken, ${count('sent')} sent, ${count('dead')} dead, ${count('in-doubt')} in doubt`;
  process.stderr.write(`${way}, ${kills} kills: ${figures}\n`);
}
