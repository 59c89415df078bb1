import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Client } from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { asStoreError } from '../../src/store/failures.ts';
import { openStore } from '../../src/store/open-store.ts';
import { hasPostgres, startPostgres } from '../support/postgres.ts';
import { nameOf, returnsPerBatch } from './support/batches.ts';
import { childScript } from './support/children.ts';
import { now, returnOf, returnsIn } from './support/samples.ts';

const work = mkdtempSync(join(tmpdir(), 'jianbao-failures-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
let count = 0;
const newPlace = () => join(work, `${++count}`, 'jianbao.db');

/** Runs a script in which `store TASK PLACE …` is a program that works on a store; what it mounts nobody else sees. */
function runWithMounts(script: string) {
  const lines = [`store() { "${process.execPath}" "${childScript}" "$@"; }`, script];
  return spawnSync('unshare', ['--mount', '--map-root-user', 'sh', '-ec', lines.join('\n')], { encoding: 'utf8' });
}
const canMount = runWithMounts(`mount -t tmpfs -o size=64k tmpfs "${work}"`).status === 0;

describe('SQLite', () => {
  it.each([
    ['a folder that is a file', () => join(writtenFile(), 'jianbao.db'), 'no-access'],
    ['a database that is a folder', () => join(newPlace(), '..', '..'), 'no-access'],
    ['a file that is no database', () => writtenFile('附件2\n'.repeat(400)), 'broken'],
  ])('names %s', async (_, place, fault) => {
    await expect(openStore(place(), { now })).rejects.toMatchObject({ name: 'StoreError', fault });
  });

  it('waits for another writer, and says so when it waited in vain', async () => {
    const url = newPlace();
    const store = await openStore(url, { now });
    const other = new DatabaseSync(url);
    other.exec('BEGIN IMMEDIATE');
    const saving = store.saveReturns([returnsIn('一.csv', returnOf('甲区', '3'))], now);
    setTimeout(() => other.exec('COMMIT'), 300);
    expect((await saving)[0]?.outcome).toBe('stored');
    await store.close();
    other.exec('BEGIN IMMEDIATE');
    const impatient = new DatabaseSync(url, { timeout: 0 });
    const busy = thrownBy(() => impatient.exec('BEGIN IMMEDIATE'));
    expect(asStoreError(busy, url)).toMatchObject({
      fault: 'busy',
      text: { 'zh-CN': expect.stringContaining('请稍后重试') },
    });
    impatient.close();
    other.close();
  });

  describe.skipIf(!canMount)('on a file system of its own (skipped where none can be mounted)', () => {
    it('that is full: loses nothing, names it, and goes on when there is room', () => {
      const { stdout, stderr } = runWithMounts(`
        mount -t tmpfs -o size=700k tmpfs "${work}"
        store import "${work}/jianbao.db" 甲
        store import "${work}/jianbao.db" 乙
        mount -o remount,size=1400k "${work}"
        store list "${work}/jianbao.db"
        store import "${work}/jianbao.db" 丙`);
      const said = stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      const full = { fault: 'full', text: expect.stringContaining('请腾出空间后重试') };
      const first = said.findIndex((line) => line.fault === 'full');
      const second = said.findIndex((line, index) => index > first && line.fault === 'full');
      expect([first > 1, second > first, stderr]).toEqual([true, true, '']);
      expect([said[first], said[second]]).toEqual([full, full]);
      // Where the log of the first was taken over, there may be a little room for the second.
      const counts = { 甲: first, 乙: second - first - 1 };
      const names = Object.entries(counts).flatMap(([writer, count]) =>
        Array.from({ length: count }, (_, number) => nameOf(writer, number)),
      );
      expect(said[second + 1]).toEqual({ files: Object.fromEntries(names.map((name) => [name, returnsPerBatch])) });
      expect(said.slice(second + 2, second + 4)).toEqual([{ stored: 0 }, { stored: 1 }]);
    });

    it('that became read-only: names it', () => {
      const { stdout } = runWithMounts(`
        mount -t tmpfs tmpfs "${work}"
        store open "${work}/jianbao.db"
        mount -o remount,ro "${work}"
        store open "${work}/jianbao.db"
        store open "${work}/new/jianbao.db"`);
      const said = stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(said).toEqual([
        { opened: true },
        { fault: 'read-only', text: expect.stringContaining('写权限') },
        { fault: 'read-only', text: expect.stringContaining('写权限') },
      ]);
    });
  });
});

describe('PostgreSQL', () => {
  it.each([
    ['a server that is not there', 'postgresql://user:secret@127.0.0.1:1/jianbao', 'unreachable'],
    ['a name that is none', 'postgresql://user:secret@nowhere.invalid/jianbao', 'unreachable'],
    ['a socket that is not there', 'postgresql://user:secret@/jianbao?host=/nowhere', 'unreachable'],
  ])('names %s, and keeps the password to itself', async (_, url, fault) => {
    const error = await openStore(url, { now }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'StoreError', fault });
    expect(String(error)).not.toContain('secret');
    expect(String(error)).toContain('DATABASE_URL');
  });

  describe.skipIf(!hasPostgres)('installed (skipped where initdb is not)', () => {
    const server = hasPostgres ? startPostgres() : null;
    afterAll(() => server?.stop());

    it('names a database that does not exist', async () => {
      const url = (await server?.newDatabase())?.replace(/store_\w+/, 'other') ?? '';
      await expect(openStore(url, { now })).rejects.toMatchObject({ fault: 'no-access' });
    });

    it('names a database in another encoding', async () => {
      const url = await server?.newDatabase("encoding 'LATIN1' template template0");
      await expect(openStore(url ?? '', { now })).rejects.toThrow(/LATIN1/);
    });

    it('lets a user who may only read do so, and names it where he stores', async () => {
      const url = (await server?.newDatabase()) ?? '';
      await (await openStore(url, { now })).close();
      const client = new Client({ connectionString: url });
      await client.connect();
      await client.query('create role reader login; grant select on all tables in schema public to reader');
      await client.end();
      const store = await openStore(url.replace('jianbao@', 'reader@'), { now });
      expect(await store.returns({})).toEqual([]);
      const file = returnsIn('一.csv', returnOf('甲区', '3'));
      await expect(store.saveReturns([file], now)).rejects.toMatchObject({ fault: 'no-access' });
      await store.close();
    });

    it('names a server that goes away, and goes on when it is back', async () => {
      const store = await openStore((await server?.newDatabase()) ?? '', { now });
      server?.pause();
      await expect(store.returns({})).rejects.toMatchObject({ fault: 'unreachable' });
      server?.resume();
      const file = returnsIn('一.csv', returnOf('甲区', '3'));
      expect((await store.saveReturns([file], now))[0]?.outcome).toBe('stored');
      await store.close();
    });
  });
});

function thrownBy(work: () => void): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

function writtenFile(text = ''): string {
  const path = join(work, `${++count}.db`);
  writeFileSync(path, text);
  return path;
}
