import { describe, expect, it } from 'vitest';
import { sendMails } from '../../src/delivery/send-mails.ts';
import { openTransport } from '../../src/mail/open-transport.ts';
import type { RawMail, Transport } from '../../src/mail/transport.ts';
import { mailSettings } from '../../src/model/mail-settings.ts';
import { openStore } from '../../src/store/open-store.ts';
import { startMailServer } from '../mail/support/mail-server.ts';
import { hasPostgres, startPostgres } from '../support/postgres.ts';
import { newMail, packetDocument } from './support/mails.ts';

const now = '2023-07-05T01:00:00.000Z';

describe.skipIf(!hasPostgres)('a database server that restarts (skipped where initdb is not installed)', () => {
  it('while a mail is on its way leaves no doubt about that mail', async () => {
    const [postgres, server] = [startPostgres(), await startMailServer()];
    const store = await openStore(await postgres.newDatabase(), { now });
    const settings = mailSettings.parse({
      from: { address: 'msss@city.example' },
      domains: ['city.example'],
      transport: 'smtp',
      smtp: { host: '127.0.0.1', port: server.port, security: 'none', timeout: 5, connections: 1, perMinute: null },
    });
    const none = { password: null, authority: null };
    const transport = openTransport(settings, { folder: '.', secrets: { smtp: none, imap: none } });
    let restarted = false;
    const restarting: Transport = Object.assign(Object.create(transport), {
      async send(mail: RawMail) {
        const outcome = await transport.send(mail);
        if (!restarted) {
          restarted = true;
          postgres.pause();
          setTimeout(() => postgres.resume(), 500);
        }
        return outcome;
      },
    });
    try {
      await store.ledger.documents.keep([packetDocument], now);
      await store.ledger.outbox.add([newMail('a'), newMail('b')], now);
      const tally = await sendMails({
        ledger: store.ledger,
        transport: restarting,
        settings,
        owner: 'test',
        now: () => now,
      });
      expect(tally).toMatchObject({ sent: 2, inDoubt: 0 });
      expect(server.taken).toHaveLength(2);
    } finally {
      await transport.close();
      await store.close();
      await server.close();
      postgres.stop();
    }
  });
});
