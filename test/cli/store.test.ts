import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readPlanFile, readReturnFile } from '../../src/month/pipeline.ts';
import { openStore } from '../../src/store/open-store.ts';
import { onEachDatabase } from '../store/support/databases.ts';
import { typed } from '../support/command.ts';
import { planFile, sampleSources, seedsFolder } from '../support/plan-2023.ts';

const work = mkdtempSync(join(tmpdir(), 'jianbao-cli-store-'));
const now = '2023-07-03T00:00:00.000Z';
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** The office's settings are those of the folder that it is compared with. */
const { settings } = parse(readFileSync(join(seedsFolder, 'jianbao.yaml'), 'utf8'));

const run = (args: readonly string[], databaseUrl = '') => typed(args, work, databaseUrl);

/** The sample year, as importing its files stores it. */
async function importSamples(url: string): Promise<void> {
  const store = await openStore(url, { now });
  const { plan, diagnostics } = readPlanFile(planFile);
  if (plan === null) throw new Error('the sample plan cannot be read');
  await store.savePlan({ plan, file: { ...planFile, diagnostics }, effective: '2023-01', documentNumber: null }, now);
  const files = sampleSources('2023-06').returns.map((file) => {
    const { returns, diagnostics: found } = readReturnFile(file, plan);
    return { file: { ...file, diagnostics: found }, returns };
  });
  await store.saveReturns(files, now);
  await store.close();
}

const report = (from: string, out: string) => [
  ...['report', '--month', '2023-06', '--from', from, '--district', '富阳区', '全市'],
  ...['--format', 'html', '--out', out, '--json'],
];

onEachDatabase('jianbao', (fresh, { kind }) => {
  let url: string;
  /** What `--from` and `--to` name, and `DATABASE_URL`. */
  let place: string;
  let databaseUrl: string;
  beforeAll(async () => {
    url = await fresh();
    const isFile = kind === 'sqlite';
    place = isFile ? join(url, '..') : join(work, 'office');
    databaseUrl = isFile ? '' : url;
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'jianbao.yaml'), JSON.stringify({ settings }));
    await importSamples(url);
  });

  it('report makes of the store the same files as of the folder, with the same findings', async () => {
    const [fromFolder, fromStore] = [join(work, `${kind}-folder`), join(work, `${kind}-store`)];
    const folder = await run(report(seedsFolder, fromFolder));
    const stored = await run(report(place, fromStore), databaseUrl);
    expect([folder.status, stored.status, stored.said]).toEqual([0, 0, expect.stringContaining('"ok": true')]);
    const { files, diagnostics } = JSON.parse(folder.stdout);
    expect(JSON.parse(stored.stdout)).toMatchObject({ files, diagnostics });
    expect(diagnostics.length).toBeGreaterThan(5);
    // But for the snapshot: the store freezes what it knows besides, such as the version of the plan.
    const pageOf = (path: string) => readFileSync(path, 'utf8').replace(/数据快照：[0-9a-f]{16}/, '');
    for (const file of files) expect(pageOf(join(fromStore, file))).toBe(pageOf(join(fromFolder, file)));
    const inputsOf = (out: string) => {
      const { inputs, packets } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
      return inputs[packets[0].madeFrom].map(({ path, sha256 }: { path: string; sha256: string }) => [path, sha256]);
    };
    // The folder's manifest names its later months and its own settings too.
    const own = inputsOf(fromStore);
    expect(own.map(([path]: string[]) => path)).toEqual([
      '附件2-2023.txt',
      ...['01', '02', '03', '04', '05', '06'].map((month) => `progress/2023-${month}.csv`),
      'jianbao.yaml',
    ]);
    expect(inputsOf(fromFolder)).toEqual(expect.arrayContaining(own.slice(0, -1)));
  });

  it('report renders a month again from the snapshot that the store keeps, wherever its files are', async () => {
    const out = join(work, `${kind}-kept`);
    const made = JSON.parse((await run(report(place, out), databaseUrl)).stdout);
    const bytes = made.files.map((file: string) => readFileSync(join(out, file)));
    rmSync(out, { recursive: true });
    const again = join(work, `${kind}-again`);
    const asked = ['report', '--snapshot', made.snapshot.slice(0, 16), '--from', place, '--out', again];
    const { status, said } = await run(asked, databaseUrl);
    expect([status, said]).toEqual([0, expect.stringContaining('与当时生成的文件逐字节一致')]);
    expect(made.files.map((file: string) => readFileSync(join(again, file)))).toEqual(bytes);
    const elsewhere = await run(asked.with(-1, join(work, 'other')).with(4, work));
    expect([elsewhere.status, elsewhere.said]).toEqual([2, expect.stringContaining('没有找到快照')]);
  });

  it('backup and restore say what they did, and bring everything back', async () => {
    const file = join(work, `${kind}.gz`);
    const backup = await run(['backup', file, '--from', place], databaseUrl);
    expect([backup.status, backup.said]).toEqual([
      0,
      expect.stringContaining('任务分解表 1 个版本，月报 180 份，原始文件 13 个'),
    ]);
    const again = await run(['backup', file, '--from', place], databaseUrl);
    expect([again.status, again.said]).toEqual([3, expect.stringContaining('--force')]);
    const restored = await run(['restore', file, '--to', place], databaseUrl);
    expect([restored.status, restored.said]).toEqual([0, expect.stringContaining('恢复前的内容保留在')]);
    expect(restored.said).toContain('自动运行已全部暂停，0 封当时未发完的邮件列为存疑');
    const elsewhere = join(work, `${kind}-elsewhere`, 'other.db');
    const moved = await run(['--lang', 'en', 'restore', file, '--to', elsewhere]);
    expect([moved.status, moved.said]).toEqual([0, expect.stringMatching(/^restored: 1 plan versions, 180 returns/)]);
    expect(await returnsIn(elsewhere)).toEqual(await returnsIn(url));
  });

  it('report names a month without a plan', async () => {
    const { status, said } = await run(['report', '--month', '2022-06', '--from', place], databaseUrl);
    expect([status, said]).toEqual([2, expect.stringContaining('没有2022年6月施行的任务分解表')]);
  });
});

async function returnsIn(url: string) {
  const store = await openStore(url, { now, create: false });
  const returns = await store.returns({});
  await store.close();
  return returns;
}

it('jianbao backup and restore make no database where something is missing', async () => {
  const missing = await run(['backup', join(work, 'none.gz'), '--from', join(work, 'nowhere')]);
  expect([missing.status, missing.said]).toEqual([3, expect.stringContaining('jianbao.db 不存在')]);
  const broken = await run(['restore', join(work, 'none.gz'), '--to', join(work, 'nowhere')]);
  expect([broken.status, broken.said]).toEqual([3, expect.stringContaining('无法读取文件')]);
  expect(readdirSync(work)).not.toContain('nowhere');
});
