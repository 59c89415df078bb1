import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/model/sha256.ts';
import { restoreStore } from '../../src/store/backup/restore.ts';
import { backupStore } from '../../src/store/backup/write-backup.ts';
import { connect } from '../../src/store/connect.ts';
import type { Ledger } from '../../src/store/ledger/ledger.ts';
import { schemaVersion } from '../../src/store/migrations/index.ts';
import { openStore } from '../../src/store/open-store.ts';
import { decisionOn } from '../support/decisions.ts';
import { schema1 } from './fixtures/schema-1.ts';
import { returnsPerBatch } from './support/batches.ts';
import { startChild } from './support/children.ts';
import { onEachDatabase } from './support/databases.ts';
import { mailOf } from './support/mails.ts';
import { planOf } from './support/plan.ts';
import { bytesOf, fileOf, now, returnOf, returnsIn } from './support/samples.ts';
import { writtenBackup } from './support/written-backup.ts';

const work = mkdtempSync(join(tmpdir(), 'jianbao-backup-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
let count = 0;
const newFile = () => join(work, `${++count}.gz`);
const stamp = '20230703T010203000Z';

/** A store with a plan and returns; its name is in them. */
async function fill(url: string, name: string): Promise<void> {
  const store = await openStore(url, { now });
  const file = fileOf(`${name}.txt`, `${name}\u2028\0\xff`);
  await store.savePlan({ plan: planOf(`2023年${name}`), file, effective: '2023-01', documentNumber: null }, now);
  await store.saveReturns([returnsIn(`${name}.csv`, returnOf('甲区', '3'), returnOf('乙县', null))], now);
  const slip = { by: '督查室联络员', because: name, withdrawn: '2023-07-03' };
  await store.withdrawReturn({ period: '2023-06', reporter: '乙县', revision: 1 }, slip, now);
  const sum = decisionOn({ code: 'allocation-sum', about: { target: '1.1' }, data: { stated: '10座' } });
  const { id } = await store.saveDecision({ ...sum, because: name }, now);
  await store.revokeDecision(id, { by: '督查室负责人', because: name, revoked: '2023-07-03' }, now);
  const made = [{ path: `${name}.pdf`, audience: name, sha256: name, bytes: 3 }];
  const snapshot = { hash: sha256(name), edition: 0, program: '0.1.0', bytes: Uint8Array.of(0, 255), made };
  await store.saveSnapshot({ ...snapshot, period: '2023-06' }, now);
  await fillLedger(store.ledger, name);
  await store.close();
}

/** A run with a task that made a mail, and an edition; nothing of it is still to be done. */
async function fillLedger({ runs, editions, outbox }: Ledger, name: string): Promise<void> {
  const lease = { owner: name, leaseUntil: '2023-07-03T02:00:00.000Z', now };
  const run = { run: `2023-06/${name}`, owner: name, attempt: 1 };
  await runs.begin({ period: '2023-06', step: name, due: now, late: false, by: null }, lease);
  await runs.plan(run, [name], now);
  const file = { sha256: sha256(bytesOf(name)), bytes: bytesOf(name) };
  const attachments = [{ name: `${name}.pdf`, type: 'application/pdf', sha256: file.sha256, size: file.bytes.length }];
  const mails = [mailOf(name, { attachments })];
  await runs.endTask(run, { key: name, state: 'done', reason: null, mails, documents: [file] }, now);
  await runs.end(run, { state: 'done', reason: null }, now);
  const { id: mail = 0 } = (await outbox.claim(lease)) ?? {};
  await outbox.end(
    { mail, owner: name, attempt: 1 },
    { state: 'sent', response: '250', nextAt: null, sha256: name },
    now,
  );
  await editions.draft({ period: '2023-06', number: name.length }, name, now);
}

async function contentsOf(url: string) {
  const store = await openStore(url, { now, create: false });
  const month = await store.month('2023-06');
  const documents = await Promise.all(month.documents.map(({ sha256 }) => store.document(sha256)));
  const withdrawn = await store.returns({ withdrawn: true });
  const snapshots = await Promise.all((await store.snapshotsLike('')).map((hash) => store.snapshot(hash)));
  const { runs, editions, outbox, audit, documents: kept } = store.ledger;
  const [ran, tasks, drafts] = [await runs.list({}), await runs.tasks('2023-06/甲'), await editions.list()];
  const mails = await Promise.all((await outbox.list({})).map(({ id }) => outbox.mail(id)));
  const carried = await Promise.all(
    mails.flatMap((mail) => mail?.message.attachments ?? []).map((file) => kept.bytes(file.sha256)),
  );
  // What restoring itself notes stands at the end.
  const log = (await audit.list({})).filter(({ subject }) => !['store', 'schedule/*'].includes(subject));
  expect(await audit.firstChanged()).toBeNull();
  await store.close();
  return { month, withdrawn, documents, snapshots, ran, tasks, drafts, mails, carried, log };
}

onEachDatabase('a backup', (fresh, { kind }) => {
  it('restores into an empty store, from and into either kind of database', async () => {
    const [url, file, again] = [await fresh(), newFile(), newFile()];
    await fill(url, '甲');
    const counts = await backupStore(url, file, { now, force: false });
    expect(counts).toEqual({
      ...{ source_document: 2, reading: 2, plan_version: 1, return_revision: 2, figure: 2, return_withdrawal: 1 },
      ...{ decision: 1, decision_revocation: 1, snapshot: 1, snapshot_file: 1 },
      ...{ run: 1, task: 1, pause: 0, edition: 1, document: 1, mail: 1, mail_message: 1 },
      ...{ audit_line: 7, audit_end: 1 },
    });
    // The same contents make the same bytes, so what goes from one kind into the other goes back as well.
    const restored = [await fresh(), join(work, `${++count}`, 'jianbao.db')];
    const bytes: Buffer[] = [];
    for (const target of restored) {
      expect(await restoreStore(target, file, now)).toEqual({ counts, doubtful: 0, kept: null });
      expect(await contentsOf(target)).toEqual(await contentsOf(url));
      await backupStore(target, again, { now, force: true });
      bytes.push(readFileSync(again));
    }
    expect(bytes[0]?.equals(bytes[1] as Buffer)).toBe(true);
  });

  it('replaces what is there, which is kept beside', async () => {
    const [url, file] = [await fresh(), newFile()];
    await fill(url, '旧');
    const old = await contentsOf(url);
    await backupStore(url, file, { now, force: false });
    await fill(url, '新');
    const current = await contentsOf(url);
    const { kept } = await restoreStore(url, file, now);
    expect(await contentsOf(url)).toEqual(old);
    expect(kept).toBe(`${kind === 'sqlite' ? url : file}.before-restore-${stamp}.gz`);
    await restoreStore(url, kept ?? '', '2023-07-03T01:02:04.000Z');
    expect(await contentsOf(url)).toEqual(current);
  });

  it('is not written over another file unless that is asked for', async () => {
    const [url, file] = [await fresh(), newFile()];
    await fill(url, '甲');
    writeFileSync(file, 'other');
    await expect(backupStore(url, file, { now, force: false })).rejects.toMatchObject({ fault: 'file-exists' });
    expect(readFileSync(file, 'utf8')).toBe('other');
    await backupStore(url, file, { now, force: true });
    expect(gunzipSync(readFileSync(file)).toString().split('\n')[0]).toContain('jianbao-backup');
  });

  it('that cannot be written says so and leaves nothing', async () => {
    const [url, taken] = [await fresh(), join(work, `taken-${kind}`)];
    await fill(url, '甲');
    writeFileSync(taken, '');
    await expect(backupStore(url, join(taken, '1.gz'), { now, force: false })).rejects.toMatchObject({
      name: 'FileError',
      text: { 'zh-CN': expect.stringContaining('无法写入') },
    });
    expect(readdirSync(work).filter((name) => name.startsWith('.jianbao-'))).toEqual([]);
  });

  it.each<[string, (bytes: Buffer) => Uint8Array]>([
    ['that is empty', () => Buffer.alloc(0)],
    ['that is none', () => Buffer.from('附件2')],
    ['that is cut off', (bytes) => bytes.subarray(0, bytes.length - 9)],
    [
      'with a changed byte',
      (bytes) => bytes.with(Math.floor(bytes.length / 2), (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 4),
    ],
    ['without its end', (bytes) => repacked(bytes, (lines) => lines.slice(0, -1))],
    [
      'with a changed figure',
      (bytes) => repacked(bytes, (lines) => lines.map((line) => line.replace('"value":"3"', '"value":"4"'))),
    ],
    [
      'without one of its rows',
      (bytes) => repacked(bytes, (lines) => lines.filter((line) => !line.startsWith('["figure"'))),
    ],
    ['with text after the end', (bytes) => repacked(bytes, (lines) => [...lines, '{}'])],
  ])('%s is refused, and the store stays as it was', async (_, damage) => {
    const [url, file] = [await fresh(), newFile()];
    await fill(url, '甲');
    await backupStore(url, file, { now, force: false });
    const before = await contentsOf(url);
    writeFileSync(file, damage(readFileSync(file)));
    await expect(restoreStore(url, file, now)).rejects.toMatchObject({ name: 'StoreError', fault: 'backup-broken' });
    expect(await contentsOf(url)).toEqual(before);
    expect(leftovers(url)).toEqual([]);
  });

  it('whose rows do not hold together is refused', async () => {
    const [url, file] = [await fresh(), newFile()];
    await fill(url, '甲');
    await writtenBackup(
      file,
      schemaVersion,
      schema1.rows.filter(([table]) => table === 'plan_version'),
    );
    await expect(restoreStore(url, file, now)).rejects.toMatchObject({ fault: 'backup-broken' });
    await writtenBackup(file, schemaVersion, [['sqlite_master', { name: 'x' }]]);
    await expect(restoreStore(url, file, now)).rejects.toMatchObject({ fault: 'backup-broken' });
  });

  it('of a newer program is refused, of an older one is brought up to date', async () => {
    const [url, file] = [await fresh(), newFile()];
    const { rows } = schema1;
    await writtenBackup(file, schemaVersion + 1, rows);
    await expect(restoreStore(url, file, now)).rejects.toMatchObject({ fault: 'backup-newer' });
    await writtenBackup(file, 1, rows);
    await restoreStore(url, file, now);
    expect((await contentsOf(url)).month.plan?.plan).toEqual(planOf('2023年计划'));
  });

  it('taken while others write holds one state', async () => {
    const [url, file] = [await fresh(), newFile()];
    const children = ['一', '二'].map((writer) => startChild(['import', url, writer]));
    await Promise.all(children.map((child) => child.saidAtLeast(1)));
    const counts = await backupStore(url, file, { now, force: false });
    const progress = children.map((child) => child.said().length + 1);
    await Promise.all(children.map((child, index) => child.saidAtLeast(progress[index] ?? 0)));
    for (const child of children) child.process.kill('SIGKILL');
    await Promise.all(children.map(({ ended }) => ended));
    const target = join(work, `${++count}`, 'jianbao.db');
    expect((await restoreStore(target, file, now)).counts).toEqual(counts);
    const store = await openStore(target, { now });
    const perFile = Map.groupBy(await store.revisions({}), ({ source }) => source.name);
    await store.close();
    expect(new Set([...perFile.values()].map((all) => all.length))).toEqual(new Set([returnsPerBatch]));
  });

  it('that is being restored when the program is killed leaves the one contents or the other', async () => {
    const [url, file] = [await fresh(), newFile()];
    await fill(url, '备份');
    await backupStore(url, file, { now, force: false });
    const restored = await contentsOf(url);
    await fill(url, '后来');
    const later = await contentsOf(url);
    for (let delay = 0; delay < 5; delay += 1) {
      const child = startChild(['restore', url, file], work);
      await child.saidAtLeast(1);
      await pause(delay * 40);
      child.process.kill('SIGKILL');
      await child.ended;
      const contents = await contentsOf(url);
      const which = JSON.stringify(contents) === JSON.stringify(restored) ? 'restored' : 'later';
      expect(contents).toEqual(which === 'restored' ? restored : later);
      if (which === 'restored') await fill(url, '后来');
    }
  });
});

describe('a damaged SQLite file', () => {
  it.each([
    ['header', 0],
    ['middle', 3 * 4096],
  ])('(%s) is named, is not backed up, and is moved aside by a restore', async (_, at) => {
    const url = join(work, `${++count}`, 'jianbao.db');
    const file = newFile();
    await fill(url, '甲');
    const contents = await contentsOf(url);
    await backupStore(url, file, { now, force: false });
    const damaged = readFileSync(url);
    damaged.fill(0x5a, at, at + 4096);
    writeFileSync(url, damaged);
    await expect(backupStore(url, newFile(), { now, force: false })).rejects.toMatchObject({ fault: 'broken' });
    await expect(backupStore(url, newFile(), { now, force: false })).rejects.toThrow(/已损坏.*jianbao restore/);
    const { kept } = await restoreStore(url, file, now);
    expect(kept).toBe(`${url}.broken-${stamp}`);
    expect(readFileSync(kept ?? '').equals(damaged)).toBe(true);
    expect(await contentsOf(url)).toEqual(contents);
  });

  it('is not made where there is none to back up', async () => {
    const url = join(work, 'nowhere', 'jianbao.db');
    await expect(backupStore(url, newFile(), { now, force: false })).rejects.toMatchObject({ fault: 'missing' });
    expect(existsSync(url)).toBe(false);
  });

  it('whose plan was changed on the disk is noticed when the plan is read', async () => {
    const url = join(work, `${++count}`, 'jianbao.db');
    await fill(url, '甲');
    const database = await connect(url, false);
    await database.write((db) => db.updateTable('plan_version').set({ plan: '{}' }).execute());
    await database.close();
    await expect(contentsOf(url)).rejects.toMatchObject({ fault: 'broken' });
  });
});

/** Whatever lies beside a SQLite database but belongs to no database. */
function leftovers(url: string): string[] {
  if (!url.endsWith('.db')) return [];
  return readdirSync(dirname(url)).filter((name) => !/^jianbao\.db(-wal|-shm)?$/.test(name));
}

function repacked(bytes: Buffer, change: (lines: string[]) => string[]): Buffer {
  const lines = gunzipSync(bytes).toString().trimEnd().split('\n');
  return gzipSync(`${change(lines).join('\n')}\n`);
}
