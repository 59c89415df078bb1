import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { typed } from '../support/command.ts';
import { seedsFolder } from '../support/plan-2023.ts';

const work = mkdtempSync(join(tmpdir(), 'jianbao-plan-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const run = (...args: string[]) => typed(args, work);

/** A folder with a table whose rows are districts, and a registry beside it. */
function folderWith(name: string, district: string, registry: string): string {
  const folder = join(work, name);
  mkdirSync(folder);
  const lines = ['2023年任务分解表', '区、县（市）|1.新增托位（个）', '全市|9', `${district}|5`, '临平区|4'];
  writeFileSync(join(folder, '附件2.txt'), lines.join('\n').replaceAll('|', '\t'));
  writeFileSync(join(folder, 'columns.yaml'), registry);
  return join(folder, '附件2.txt');
}

const hangzhou = readFileSync(join(seedsFolder, 'columns.yaml'), 'utf8');

describe('jianbao plan', () => {
  it('reads a table with districts down, under the names of the registry beside it', async () => {
    const file = folderWith('alias', '上城', hangzhou);
    const { status, said } = await run('plan', 'check', file);
    expect([status, said]).toEqual([0, expect.stringContaining('“上城”按“上城区”读取')]);
    expect(said).toContain('1 个项目，1 项量化目标，2 列，2 个分解数');
    const out = join(work, 'plan.json');
    expect((await run('plan', 'export', file, '--format', 'json', '--out', out)).status).toBe(0);
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({
      columns: [
        { name: '上城区', kind: 'district' },
        { name: '临平区', kind: 'district' },
      ],
      projects: [{ no: 1, name: '新增托位', targets: [{ id: '1.1', text: '9个' }] }],
    });
  });

  it('asks whose a dissolved district is, and writes nothing', async () => {
    const { status, said } = await run('plan', 'check', folderWith('question', '江干区', hangzhou));
    expect([status, said]).toEqual([1, expect.stringContaining('可能归属：上城区、钱塘区')]);
  });

  it('says what is wrong with a registry', async () => {
    const { status, said } = await run(
      '--lang',
      'en',
      'plan',
      'check',
      folderWith('wrong', '上城区', 'city: 杭州市\n'),
    );
    expect(status).toBe(2);
    expect(said).toMatch(/columns\.yaml is wrong: "columns"/);
  });
});
