import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTransport } from '../../src/mail/open-transport.ts';
import type { Transport } from '../../src/mail/transport.ts';
import { mailSettings } from '../../src/model/mail-settings.ts';
import { hasDovecot, type ImapServer, startDovecot } from './support/dovecot.ts';
import { rawMail } from './support/mail.ts';
import { type MailServer, startMailServer } from './support/mail-server.ts';

describe.skipIf(!hasDovecot)(
  'a mail in doubt is looked for by IMAP (skipped where Dovecot 2.3 is not installed, or not as root)',
  () => {
    let imap: ImapServer;
    let smtp: MailServer;
    beforeAll(async () => {
      imap = await startDovecot();
      smtp = await startMailServer();
    });
    afterAll(async () => {
      imap.stop();
      await smtp.close();
    });

    async function withMailbox<T>(more: object, work: (transport: Transport) => Promise<T>, password = imap.password) {
      const settings = mailSettings.parse({
        from: { address: imap.user },
        domains: ['city.example'],
        transport: 'smtp',
        smtp: { host: '127.0.0.1', port: smtp.port, security: 'none', timeout: 5 },
        imap: {
          host: '127.0.0.1',
          port: imap.port,
          security: 'none',
          user: imap.user,
          folders: ['INBOX', '已发送'],
          ...more,
        },
      });
      const none = { password: null, authority: null };
      const transport = openTransport(settings, { folder: '.', secrets: { smtp: none, imap: { ...none, password } } });
      try {
        return await work(transport);
      } finally {
        await transport.close();
      }
    }

    it('in every folder of the settings, again and again on one connection', async () => {
      const [there, sent, nowhere] = [await rawMail('1'), await rawMail('2'), await rawMail('3')];
      imap.deliver('INBOX', there.bytes);
      imap.deliver('已发送', sent.bytes);
      const found = await withMailbox({}, async (transport) => {
        const all = [];
        for (const mail of [there, sent, nowhere, there]) all.push(await transport.probe(mail));
        return all;
      });
      expect(found).toEqual(['arrived', 'arrived', 'absent', 'arrived']);
      expect(await withMailbox({}, (transport) => transport.check())).toBe(null);
    });

    it('and nothing is known where a folder is not there, or the login fails', async () => {
      const nowhere = await rawMail('3');
      const folders = ['INBOX', 'Sent'];
      expect(await withMailbox({ folders }, (transport) => transport.probe(nowhere))).toBe('unknown');
      expect((await withMailbox({ folders }, (transport) => transport.check()))?.['zh-CN']).toMatch(
        /没有文件夹 Sent（现有：.*已发送/,
      );
      expect(await withMailbox({}, (transport) => transport.probe(nowhere), 'wrong')).toBe('unknown');
      expect((await withMailbox({}, (transport) => transport.check(), 'wrong'))?.['zh-CN']).toMatch(/IMAP 邮箱不能用/);
      expect(await withMailbox({ port: 1 }, (transport) => transport.probe(nowhere))).toBe('unknown');
    });
  },
);
