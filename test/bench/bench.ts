/**
 * `npm run bench`: how long a month and each kind of document take. Medians with the spread beside them; a machine
 * that does other work shows in the spread.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadResources, ownTemplates } from '../../src/house-style/house-style.ts';
import { loadMonth } from '../../src/month/pipeline.ts';
import { canVerify, verifyFile } from '../../src/verify/index.ts';
import { formats, loadWriter } from '../../src/writers/index.ts';
import { composed, composedNow } from '../support/composed.ts';
import { sampleMonth, sampleSources } from '../support/plan-2023.ts';
import { longDocument } from './long-document.ts';

const runs = Number(process.argv[2] ?? 5);
const print = (line: string) => process.stdout.write(`${line}\n`);

function row(label: string, values: readonly number[], unit: string): void {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.round((sorted.length - 1) * share)] ?? 0).toFixed(0).padStart(6);
  print(`${label.padEnd(36)} ${at(0)} ${at(0.5)} ${at(1)}  ${unit}`);
}

print(`${''.padEnd(36)}    min median    max`);

/** As the command does: compiled code is kept for the next run. */
const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') };

/** Figures of some runs of a script, each in a process of its own. */
function processes(times: number, script: string, ...args: string[]): Record<string, number>[] {
  const path = fileURLToPath(new URL(script, import.meta.url));
  return Array.from({ length: times }, () =>
    JSON.parse(spawnSync(process.execPath, [path, ...args], { encoding: 'utf8', env }).stdout),
  );
}

const months = processes(runs, './month.ts');
const of = (key: string) => months.map((month) => month[key] ?? Number.NaN);
row(`whole month, cold (${months[0]?.['files']} files)`, of('wallMs'), 'ms');
row('  processor time', of('cpuMs'), 'ms');
row('  peak memory', of('peakMb'), 'MB');

async function timed(times: number, work: () => unknown): Promise<number[]> {
  const values: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const started = performance.now();
    await work();
    values.push(performance.now() - started);
  }
  return values.slice(Math.floor(times / 3)); // the first third warms up
}

const sources = sampleSources('2023-06');
row('read, check and judge a month', await timed(12, () => loadMonth(sources)), 'ms');
const month = sampleMonth('2023-06');
row('compose a district (template included)', await timed(12, () => composedNow(month, '上城区')), 'ms');
for (const audience of ['上城区', '全市']) {
  const document = await composed(month, audience);
  for (const format of formats) {
    const writer = await loadWriter(format);
    const resources = await loadResources(ownTemplates);
    const times = await timed(15, () => writer.write(document, resources));
    row(`write ${audience} as ${format}`, times, 'ms');
    if (!canVerify(format)) continue;
    const file = { bytes: await writer.write(document, resources), format, name: audience };
    row(`read it back and compare`, await timed(15, () => verifyFile(file, document)), 'ms');
  }
}

for (const rows of [500, 1000, 2000]) {
  const measured = processes(3, './long-table.ts', String(rows));
  row(
    `19 columns × ${rows} rows as pdf (${measured[0]?.['pages']} pages)`,
    measured.map((m) => m['wallMs'] ?? 0),
    'ms',
  );
  row(
    '  peak memory',
    measured.map((m) => m['peakMb'] ?? 0),
    'MB',
  );
}

for (const rows of [1250, 2500, 5000]) {
  const measured = processes(3, './long-plan.ts', String(rows));
  row(
    `read and check a plan of ${rows} rows`,
    measured.map((m) => m['wallMs'] ?? 0),
    'ms',
  );
  row(
    '  peak memory',
    measured.map((m) => m['peakMb'] ?? 0),
    'MB',
  );
}

const stores = processes(3, './store.ts');
const works = {
  store: '3,000 returned forms: store',
  again: '  store again (nothing new)',
  load: '  load the month',
  backup: '  back up and read back',
};
for (const [key, label] of Object.entries(works))
  row(
    label,
    stores.map((m) => m[key] ?? 0),
    'ms',
  );
row(
  '  peak memory',
  stores.map((m) => m['peakMb'] ?? 0),
  'MB',
);

const folder = mkdtempSync(join(tmpdir(), 'jianbao-bench-'));
for (const format of ['docx', 'xlsx'] as const) {
  const path = join(folder, `long.${format}`);
  const writer = await loadWriter(format);
  writeFileSync(path, await writer.write(longDocument(5000), await loadResources(ownTemplates)));
  const measured = processes(runs, './read-file.ts', path);
  const all = (key: string) => measured.map((m) => m[key] ?? Number.NaN);
  row(`read 19 columns × ${measured[0]?.['rows']} rows from ${format}`, all('wallMs'), 'ms');
  row('  peak memory', all('peakMb'), 'MB');
  row('  of it before reading', all('startMb'), 'MB');
}
rmSync(folder, { recursive: true });

const returned = mkdtempSync(join(tmpdir(), 'jianbao-bench-'));
processes(1, './returned-forms.ts', 'make', returned);
const imported = processes(1, './returned-forms.ts', 'read', returned)[0] ?? {};
row(`import ${imported['files']} returned forms`, [imported['wallMs'] ?? Number.NaN], 'ms');
row('  of it reading and checking', [imported['readMs'] ?? Number.NaN], 'ms');
row('  peak memory', [imported['peakMb'] ?? Number.NaN], 'MB');
rmSync(returned, { recursive: true });

for (const people of [15, 150, 1500]) {
  const measured = processes(people > 1000 ? 1 : 3, './run-month.ts', String(people));
  const all = (key: string) => measured.map((m) => m[key] ?? Number.NaN);
  row(`a month to ${people} people (${measured[0]?.['megabytes']?.toFixed(0)} MB): draft, check`, all('draft'), 'ms');
  row('  sign, publish', all('sign'), 'ms');
  row('  pass the gates, into the outbox', all('deliver'), 'ms');
  row('  send by SMTP', all('send'), 'ms');
  row('  peak memory', all('peakMb'), 'MB');
}
