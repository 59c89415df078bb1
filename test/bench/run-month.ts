import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { officeTransport } from '../../src/delivery/office-transport.ts';
import { importProgress } from '../../src/jobs/import-progress.ts';
import type { MailSettings } from '../../src/model/mail-settings.ts';
import type { Period } from '../../src/model/period.ts';
import { openOffice } from '../../src/office/office.ts';
import { usualLease } from '../../src/running/hold-lease.ts';
import { sendDue, tick } from '../../src/running/tick.ts';
import { publishSigned } from '../../src/signing/publish-signed.ts';
import { signEdition } from '../../src/signing/sign-edition.ts';
import { initOffice } from '../../src/starting/init.ts';
import type { Mail } from '../../src/store/ledger/outbox.ts';

/**
 * A month of the sample office as it runs by itself, from its returns to its last mail, by SMTP to a server in a process of its own. As many
 * people as the first argument says get a packet, shared out over all readers of the plan. Prints milliseconds of each stage, the
 * megabytes that travelled and this process's peak memory as JSON.
 */
const people = Number(process.argv[2]);
const work = mkdtempSync(join(tmpdir(), 'jianbao-bench-'));
const folder = join(work, 'office');
const period: Period = '2023-01';
const at = (time: string) => `2023-02-${time}:00.000Z`;

await initOffice({ folder, source: { kind: 'sample' }, databaseUrl: null, now: at('01T01:00') });
const server = spawn(process.execPath, [fileURLToPath(new URL('./mail-sink.ts', import.meta.url))], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
const [port] = await once(server.stdout, 'data');
configure(join(folder, 'jianbao.yaml'), Number(String(port)));

let now = at('07T09:00');
const office = await openOffice(folder, { databaseUrl: null, now });
const returned = await importProgress({
  paths: [join(folder, '样例月报', `${period}.csv`)],
  store: office.store,
  month: period,
  acceptPartial: false,
  now,
});
if (returned.saved === null) throw new Error('the sample returns were refused');
const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const worker = { owner: 'bench', now: () => now, log: quiet, stopping: () => false, leaseSeconds: usualLease };
const step = () => tick(office, { ...worker, transport: null });
const transport = await officeTransport(office.config.mail as MailSettings, folder, { smtp: null, imap: null });

const times: Record<string, number> = {};
async function timed<T>(name: string, stage: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await stage();
  times[name] = performance.now() - started;
  return result;
}

await timed('draft', step);
// The forms and the request to sign are no packets: they leave before the clock of the packets runs.
await sendDue(office, { ...worker, transport });
const about = { period, number: 0, now };
await timed('sign', async () => {
  await signEdition(office, { ...about, by: '督查室负责人' });
  await publishSigned(office, about);
});
now = at('08T01:00');
await timed('deliver', step);
const tally = await timed('send', () => sendDue(office, { ...worker, transport }));
const packets = await office.store.ledger.outbox.list({ period, kind: 'packet' });
if (packets.length !== people || packets.some(({ state }) => state !== 'sent'))
  throw new Error(`${packets.length} of ${people} packets, ${JSON.stringify(tally)}`);
const files = await Promise.all(
  packets.map(async ({ id }) => ((await office.store.ledger.outbox.mail(id)) as Mail).message),
);
const bytes = files.flatMap(({ attachments }) => attachments).reduce((sum, { size }) => sum + (size * 4) / 3, 0);
const peakMb = process.resourceUsage().maxRSS / 1024;
await transport.close();
await office.close();
server.stdin.end();
process.stdout.write(JSON.stringify({ ...times, megabytes: bytes / 1e6, peakMb }));
rmSync(work, { recursive: true });

/** Mails by SMTP without a limit to a minute, and addresses for as many people. */
function configure(path: string, smtpPort: number): void {
  const config = parse(readFileSync(path, 'utf8'), { stringKeys: true });
  config.mail = {
    ...config.mail,
    transport: 'smtp',
    smtp: { host: '127.0.0.1', port: smtpPort, security: 'none', perMinute: null },
  };
  const readers = Object.keys(config.recipients.readers).filter((name) => name !== '市本级');
  const addressed: Record<string, string[]> = Object.fromEntries(readers.map((name) => [name, []]));
  for (let person = 0; person < people; person += 1)
    addressed[readers[person % readers.length] as string]?.push(`person-${person}@city.example`);
  config.recipients.readers = Object.fromEntries(
    readers.filter((name) => addressed[name]?.length).map((name) => [name, { to: addressed[name], liaisons: [] }]),
  );
  writeFileSync(path, stringify(config));
}
