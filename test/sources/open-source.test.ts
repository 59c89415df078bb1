import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { databaseAt, databaseToFill, openSource } from '../../src/sources/open-source.ts';
import { openStore } from '../../src/store/open-store.ts';
import { planOf } from '../store/support/plan.ts';
import { fileOf, now, returnOf, returnsIn } from '../store/support/samples.ts';
import { planFile, seedsFolder } from '../support/plan-2023.ts';

const work = mkdtempSync(join(tmpdir(), 'jianbao-sources-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
const nowhere = 'postgresql://127.0.0.1:1/none';
let count = 0;

/** A folder with some of a `jianbao.yaml`, an allocation table and a database. */
async function folderWith(things: { config?: object; table?: boolean; database?: boolean }): Promise<string> {
  const folder = join(work, `${++count}`);
  mkdirSync(folder);
  if (things.config) writeFileSync(join(folder, 'jianbao.yaml'), JSON.stringify(things.config));
  if (things.table) writeFileSync(join(folder, '附件2.txt'), planFile.bytes);
  if (things.database) {
    const store = await openStore(join(folder, 'jianbao.db'), { now });
    const file = fileOf('存入的附件2.txt');
    await store.savePlan({ plan: planOf('2023年计划'), file, effective: '2023-01', documentNumber: null }, now);
    await store.saveReturns([returnsIn('存入的六月.csv', returnOf('甲区', '3'))], now);
    await store.close();
  }
  return folder;
}

async function load(from: string, databaseUrl: string | null) {
  return (await openSource(from, { databaseUrl, now })).load('2023-06');
}

const planOfInputs = async (...asked: Parameters<typeof load>) => (await load(...asked)).inputs[0]?.path;

describe('months come', () => {
  it('from the files of a folder that names or holds a plan, whatever DATABASE_URL says', async () => {
    expect(await planOfInputs(seedsFolder, nowhere)).toBe('附件2-2023.txt');
    expect(await planOfInputs(await folderWith({ table: true }), nowhere)).toBe('附件2.txt');
    const config = { plan: '附件2.txt' };
    expect(await planOfInputs(await folderWith({ config, table: true, database: true }), null)).toBe('附件2.txt');
  });

  it('from the database in a folder, with the settings beside it', async () => {
    const config = { templates: '模板', settings: { issuer: '某市督查室' } };
    const folder = await folderWith({ config, table: true, database: true });
    for (const from of [folder, join(folder, 'jianbao.db')]) {
      const { inputs, settings, templates, readings } = await load(from, null);
      expect(inputs.map(({ path }) => path)).toEqual(['存入的附件2.txt', '存入的六月.csv', 'jianbao.yaml']);
      expect([settings.issuer, templates]).toEqual(['某市督查室', join(folder, '模板')]);
      expect(readings.returns).toHaveLength(1);
    }
  });

  it('from DATABASE_URL rather than from a file that was left behind', async () => {
    for (const things of [{}, { config: {} }, { database: true }])
      await expect(load(await folderWith(things), nowhere)).rejects.toMatchObject({ fault: 'unreachable' });
    await expect(load(join(work, 'absent'), nowhere)).rejects.toMatchObject({ fault: 'unreachable' });
    await expect(load(nowhere, null)).rejects.toMatchObject({ fault: 'unreachable' });
  });

  it('from nowhere else', async () => {
    await expect(load(join(work, 'absent'), null)).rejects.toThrow('没有文件夹');
    await expect(load(await folderWith({}), null)).rejects.toThrow('没有表格文件');
    const folder = await folderWith({ config: { settings: {} }, table: true });
    cpSync(join(folder, '附件2.txt'), join(folder, '另一份.txt'));
    await expect(load(folder, null)).rejects.toThrow('有多个表格文件');
  });
});

it('the database of a place is a URL, a file, or that of a folder', async () => {
  expect(await databaseAt(nowhere, null)).toBe(nowhere);
  expect(await databaseAt('other.db', nowhere)).toBe('other.db');
  const file = join(work, 'other.sqlite');
  writeFileSync(file, '');
  expect(await databaseAt(file, nowhere)).toBe(file);
  expect(await databaseAt('data', nowhere)).toBe(nowhere);
  expect(await databaseAt('data', null)).toBe(join('data', 'jianbao.db'));
});

it('nothing is stored beside files from which the months are made', async () => {
  const named = { config: { plan: '附件2.txt', returns: '月报' }, table: true };
  for (const things of [named, { ...named, database: true }]) {
    const folder = await folderWith(things);
    const put = `请把月报放入 ${join(folder, '月报')}；要改用数据库，请先删去 jianbao.yaml 中的 plan`;
    for (const url of [null, nowhere]) await expect(databaseToFill(folder, url, 'returns')).rejects.toThrow(put);
    await expect(databaseToFill(folder, null, 'plan')).rejects.toThrow('删去 jianbao.yaml 中的 plan');
  }
  const table = await folderWith({ table: true });
  await expect(databaseToFill(table, null, 'returns')).rejects.toThrow(
    `请把月报放入 ${join(table, 'progress')}；要改用数据库，请先用 jianbao plan import 存入任务分解表`,
  );
  await expect(databaseToFill(table, nowhere, 'returns')).rejects.toThrow('移走其中的表格文件');
  expect(await databaseToFill(table, null, 'plan')).toBe(join(table, 'jianbao.db'));
});

it('whatever is stored makes the months of its place', async () => {
  for (const things of [{}, { database: true }, { config: {} }, { table: true, database: true }])
    for (const what of ['plan', 'returns'] as const) {
      const folder = await folderWith(things);
      expect(await databaseToFill(folder, null, what)).toBe(join(folder, 'jianbao.db'));
    }
  expect(await databaseToFill(await folderWith({ config: {} }), nowhere, 'returns')).toBe(nowhere);
  expect(await databaseToFill(nowhere, null, 'returns')).toBe(nowhere);
  expect(await databaseToFill(join(work, 'absent'), null, 'plan')).toBe(join(work, 'absent', 'jianbao.db'));
});
