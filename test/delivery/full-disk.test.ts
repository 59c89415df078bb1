import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { officeTransport } from '../../src/delivery/office-transport.ts';
import { type SendTally, sendMails } from '../../src/delivery/send-mails.ts';
import { StoreError } from '../../src/model/errors/store-error.ts';
import { mailSettings } from '../../src/model/mail-settings.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { startMailServer } from '../mail/support/mail-server.ts';
import { newMail, packetDocument } from './support/mails.ts';
import { canMount, smallDisk } from './support/small-disk.ts';

const start = '2023-07-05T01:00:00.000Z';
const hoursOn = (hours: number) => new Date(new Date(start).getTime() + hours * 3_600_000).toISOString();

describe.skipIf(!canMount)('on a full disk (skipped where no file system can be mounted)', () => {
  async function round(store: Store, mail: object, office: string, hours: number): Promise<SendTally> {
    const from = { address: 'msss@city.example' };
    const settings = mailSettings.parse({ from, domains: ['city.example'], ...mail });
    const transport = await officeTransport(settings, office, { smtp: null, imap: null });
    try {
      return await sendMails({ ledger: store.ledger, transport, settings, owner: 'test', now: () => hoursOn(hours) });
    } finally {
      await transport.close();
    }
  }

  async function storeWith(path: string, count: number): Promise<Store> {
    const store = await openStore(path, { now: start });
    await store.ledger.documents.keep([packetDocument], start);
    await store.ledger.outbox.add(
      Array.from({ length: count }, (_, index) => newMail(`m${index}`)),
      start,
    );
    return store;
  }

  it('mails that do not fit into the folder wait, none is there in part, and all are once there is room', async () => {
    const [disk, office] = [smallDisk('256k'), mkdtempSync(join(tmpdir(), 'jianbao-office-'))];
    const store = await storeWith(join(office, 'jianbao.db'), 12);
    const folder = join(disk.folder, '发件箱');
    try {
      const tally = await round(store, { folder }, office, 0);
      expect(tally.stopped).toMatch(/ENOSPC.*磁盘空间/);
      expect(tally.sent).toBeGreaterThan(3);
      expect(tally).toMatchObject({ sent: readdirSync(folder).length, retry: 1, dead: 0, inDoubt: 0 });
      disk.grow('4m');
      expect(await round(store, { folder }, office, 1)).toMatchObject({ sent: 12 - tally.sent, stopped: null });
      const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
      expect([files.length, files.filter((text) => !/^--\S+--\r\n$/m.test(text)).length]).toEqual([12, 0]);
    } finally {
      await store.close();
      disk.remove();
      rmSync(office, { recursive: true });
    }
  });

  it('of the database no mail is lost or doubled: what left without a note of it is in doubt', async () => {
    const server = await startMailServer();
    const smtp = { host: '127.0.0.1', port: server.port, security: 'none', timeout: 5, perMinute: null };
    const mail = { transport: 'smtp', smtp };
    const faults: string[] = [];
    let doubts = 0;
    try {
      // Kilobytes that are left: each time it ends at another point of a mail's way.
      for (const room of [32, 80, 128, 176]) {
        server.taken.splice(0);
        const disk = smallDisk('4m');
        const path = join(disk.folder, 'jianbao.db');
        try {
          await (await storeWith(path, 6)).close();
          const store = await openStore(path, { now: start });
          fill(disk.folder, room * 1024);
          await round(store, mail, disk.folder, 0).catch((error) => {
            if (!(error instanceof StoreError)) throw error;
            faults.push(error.fault);
          });
          rmSync(join(disk.folder, 'filler'));
          doubts += (await round(store, mail, disk.folder, 1)).inDoubt;
          const states = Map.groupBy(await store.ledger.outbox.list({}), ({ state }) => state);
          await store.close();
          const to = server.taken.map((taken) => taken.to);
          expect(new Set(to).size).toBe(to.length);
          const names = (state: 'sent' | 'in-doubt') => (states.get(state) ?? []).map(({ recipient }) => recipient);
          expect(to).toEqual(expect.arrayContaining(names('sent')));
          expect([...names('sent'), ...names('in-doubt')].length).toBe(6);
        } finally {
          disk.remove();
        }
      }
    } finally {
      await server.close();
    }
    expect(new Set(faults)).toEqual(new Set(['full']));
    expect(doubts).toBeGreaterThan(0);
  });
});

/** Fills a disk but for so many bytes. */
function fill(folder: string, room: number): void {
  const path = join(folder, 'filler');
  const piece = Buffer.alloc(4096);
  let size = 0;
  try {
    for (;;) {
      writeFileSync(path, piece, { flag: 'a' });
      size += piece.length;
    }
  } catch {
    writeFileSync(path, Buffer.alloc(Math.max(0, size - room)));
  }
}
