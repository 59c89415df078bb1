import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { openOffice } from '../../src/office/office.ts';
import { initOffice } from '../../src/starting/init.ts';
import { typed } from '../support/command.ts';
import { planFile, seedsFolder } from '../support/plan-2023.ts';
import { hasPostgres } from '../support/postgres.ts';
import { sharedPostgres } from '../support/shared-postgres.ts';

const work = mkdtempSync(join(tmpdir(), 'jianbao-init-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
const run = (...args: string[]) => typed(args, work);
const now = '2023-01-20T01:00:00.000Z';
const surroundings = { databaseUrl: null, now };
const tree = (folder: string) => readdirSync(join(work, folder), { recursive: true, encoding: 'utf8' }).sort();

const months = Array.from({ length: 12 }, (_, index) => `样例月报/2023-${String(index + 1).padStart(2, '0')}.csv`);
const officeTree = ['jianbao.db', 'jianbao.yaml', 'output', '发件箱', '工作日.yaml'];
const sampleTree = [...officeTree, '样例月报', ...months].sort();

describe('jianbao init', () => {
  it('makes an office that can be opened, with the plan in force and a month’s returns to import', async () => {
    const { status, stdout } = await run('init');
    expect([status, stdout]).toEqual([0, expect.stringContaining('收件人 30 个')]);
    expect(tree('data')).toEqual(sampleTree);
    const office = await openOffice(join(work, 'data'), surroundings);
    try {
      expect((await office.store.plan('2023-06'))?.plan.projects).toHaveLength(22);
      expect(office.config.schedule?.since).toBe('2023-01');
      expect(office.output).toBe(join(work, 'data', 'output'));
    } finally {
      await office.close();
    }
    const next = stdout.split('\n').filter((line) => line.startsWith('  jianbao '));
    expect(next).toHaveLength(3);
    expect(next[0]).toBe('  jianbao doctor');
    const returns = await run('progress', 'import', 'data/样例月报/2023-01.csv', '--month', '2023-01');
    expect([returns.status, returns.stdout]).toEqual([0, expect.stringContaining('新存入 15 份')]);
  });

  it('touches nothing that is there', async () => {
    mkdirSync(join(work, 'full'));
    writeFileSync(join(work, 'full', '.hidden'), 'mine');
    writeFileSync(join(work, 'plain'), 'mine');
    for (const folder of ['full', 'plain', 'data']) {
      const before = folder === 'plain' ? null : tree(folder);
      const { status, stderr } = await run('init', folder);
      expect([status, stderr]).toEqual([2, expect.stringContaining('请')]);
      if (before !== null) expect(tree(folder)).toEqual(before);
    }
    expect(readFileSync(join(work, 'plain'), 'utf8')).toBe('mine');
  });

  it('carries on what was broken off, and keeps what was written into it since', async () => {
    const folder = join(work, 'killed');
    const child = fileURLToPath(new URL('../../src/launch.ts', import.meta.url));
    const program = spawn(process.execPath, [child, 'init', folder], {
      cwd: work,
      env: { ...process.env, DATABASE_URL: '' },
    });
    while (program.exitCode === null && !readdirSync(work).includes('killed'))
      await new Promise((go) => setTimeout(go, 1));
    program.kill('SIGKILL');
    await once(program, 'exit');
    // However far it came, a marker is there until all is.
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, '.jianbao-init'), 'sample');
    writeFileSync(join(folder, '工作日.yaml'), '# 已改\n');
    const other = await run('init', folder, '--empty');
    expect([other.status, other.stderr]).toEqual([2, expect.stringContaining('没有完成')]);
    const { status, stdout } = await run('init', folder);
    expect([status, stdout]).toEqual([0, expect.stringContaining('接着上次')]);
    expect(tree('killed')).toEqual(sampleTree);
    expect(readFileSync(join(folder, '工作日.yaml'), 'utf8')).toBe('# 已改\n');
    const office = await openOffice(folder, surroundings);
    expect(await office.store.planVersions(2023)).toHaveLength(1);
    await office.close();
  });

  it('begins with the office’s own plan, or with none', async () => {
    const own = await run('init', 'own', '--plan', join(seedsFolder, planFile.name), '--json');
    const { readers, next } = JSON.parse(own.stdout);
    expect([own.status, readers]).toEqual([0, expect.arrayContaining(['全市', '上城区', '市教育局'])]);
    expect(next[0]).toBe('jianbao doctor --from own');
    expect(tree('own')).toEqual(officeTree.sort());
    const { stdout } = await run('init', 'none', '--empty');
    expect(stdout).toContain('jianbao plan import 附件2.docx --to none');
    expect(tree('none')).toEqual(officeTree.sort());
    const stored = await run('plan', 'import', join(seedsFolder, planFile.name), '--to', 'none');
    expect([stored.status, stored.stdout]).toEqual([0, expect.stringContaining('没有邮箱地址：全市、上城区')]);
    expect((await run('init', 'both', '--empty', '--plan', 'x')).status).toBe(2);
    expect(readdirSync(work)).not.toContain('both');
  });

  it('makes the same files again', async () => {
    const make = (folder: string) =>
      initOffice({ folder: join(work, folder), source: { kind: 'sample' }, databaseUrl: null, now });
    const [a, b] = [await make('a'), await make('b')];
    expect(a).toEqual(b);
    for (const path of a.files)
      expect(readFileSync(join(work, 'a', path)).equals(readFileSync(join(work, 'b', path)))).toBe(true);
  });

  it.skipIf(!hasPostgres)(
    'fills an empty PostgreSQL database, and touches none that holds a plan (skipped without initdb)',
    async () => {
      const server = await sharedPostgres();
      try {
        const databaseUrl = await server.newDatabase();
        const make = (folder: string) =>
          initOffice({ folder: join(work, folder), source: { kind: 'sample' }, databaseUrl, now });
        await make('server');
        expect(tree('server')).toEqual(sampleTree.filter((name) => name !== 'jianbao.db'));
        const office = await openOffice(join(work, 'server'), { databaseUrl, now });
        expect((await office.store.plan('2023-06'))?.version).toBe(1);
        await office.close();
        await expect(make('second')).rejects.toMatchObject({
          name: 'UsageError',
          message: expect.stringContaining('2023'),
        });
        expect(readdirSync(work)).not.toContain('second');
      } finally {
        await server.dropDatabases();
      }
    },
  );
});
