import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { officeTransport } from '../../src/delivery/office-transport.ts';
import { sendMails } from '../../src/delivery/send-mails.ts';
import { messageBytes } from '../../src/mail/message-bytes.ts';
import { mailSettings } from '../../src/model/mail-settings.ts';
import { messageIdOf } from '../../src/model/message-id.ts';
import type { NewMail } from '../../src/model/new-mail.ts';
import { sha256 } from '../../src/model/sha256.ts';
import { openStore } from '../../src/store/open-store.ts';

/**
 * A month's packets to as many recipients as the first argument says, a hundred at most of each of 15 audiences, over SMTP to a server in
 * a process of its own: three files of 150, 280 and 400 KB a mail. Prints times, sizes and this process's peak memory as JSON.
 */
const count = Number(process.argv[2]);
const folder = mkdtempSync(join(tmpdir(), 'jianbao-bench-'));
const now = () => new Date().toISOString();

/** Bytes that nothing makes smaller, as those of finished files. */
function fileOf(seed: number, kilobytes: number): Uint8Array {
  let state = seed + 1;
  return new Uint8Array(kilobytes * 1000).map(() => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state >> 16;
  });
}

const sizes = { pdf: 280, docx: 150, xlsx: 400 };
const audiences = Array.from({ length: Math.min(15, count) }, (_, index) => {
  const name = `第${index + 1}区`;
  const files = Object.entries(sizes).map(([format, kilobytes], at) => {
    const bytes = fileOf(index * 3 + at, kilobytes);
    return { name: `${name}2023年6月简报.${format}`, type: 'application/octet-stream', sha256: sha256(bytes), bytes };
  });
  return { name, files };
});

const mails = Array.from({ length: count }, (_, index): NewMail => {
  const audience = audiences[index % audiences.length] ?? { name: '', files: [] };
  const recipient = `r${index}@city.example`;
  const key = `2023-06/packet/0/${audience.name}/${recipient}`;
  const message = {
    from: { name: '市民生实事办', address: 'msss@city.example' },
    replyTo: null,
    to: [{ name: '', address: recipient }],
    cc: [],
    subject: `2023年6月民生实事项目进展情况简报（${audience.name}）`,
    text: '附上6月简报。\n'.repeat(20),
    html: '<p>附上6月简报。</p>\n'.repeat(20),
    date: '2023-07-05T01:00:00.000Z',
    messageId: messageIdOf(key, 'city.example'),
    attachments: audience.files.map(({ name, type, sha256: digest, bytes }) => ({
      name,
      type,
      sha256: digest,
      size: bytes.length,
    })),
  };
  return { key, period: '2023-06', edition: 0, kind: 'packet', audience: audience.name, recipient, message };
});

const times: Record<string, number> = {};
async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work();
  times[name] = performance.now() - started;
  return result;
}

const server = spawn(process.execPath, [fileURLToPath(new URL('./mail-sink.ts', import.meta.url))], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
const [port] = await once(server.stdout, 'data');
const settings = mailSettings.parse({
  from: { address: 'msss@city.example' },
  domains: ['city.example'],
  transport: 'smtp',
  smtp: { host: '127.0.0.1', port: Number(String(port)), security: 'none', perMinute: null },
});
const store = await openStore(join(folder, 'jianbao.db'), { now: now() });
const { ledger } = store;
const files = audiences.flatMap((audience) => audience.files);
await timed('keep', () => ledger.documents.keep(files, now()));
await timed('add', () => ledger.outbox.add(mails, now()));
const beforeMb = process.resourceUsage().maxRSS / 1024;
const transport = await officeTransport(settings, folder, { smtp: null, imap: null });
const { sent } = await timed('send', () => sendMails({ ledger, transport, settings, owner: 'bench', now }));
if (sent !== count) throw new Error(`${sent} of ${count} mails were sent`);
const peakMb = process.resourceUsage().maxRSS / 1024;
// The same once more without a server: what of it is making the bytes.
let bytes = 0;
await timed('compose', async () => {
  for (const { message } of mails)
    bytes += (await messageBytes(message, (digest) => ledger.documents.bytes(digest))).length;
});
await transport.close();
await store.close();
server.stdin.end();
process.stdout.write(JSON.stringify({ ...times, megabytes: bytes / 1e6, beforeMb, peakMb }));
rmSync(folder, { recursive: true });
