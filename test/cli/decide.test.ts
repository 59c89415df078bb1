import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Period } from '../../src/model/period.ts';
import { openOffice } from '../../src/office/office.ts';
import { monthReturns } from '../../src/running/steps/month-returns.ts';
import { onEachDatabase } from '../store/support/databases.ts';
import { typed } from '../support/command.ts';
import { copySeeds, planFile, seedsFolder } from '../support/plan-2023.ts';

const cli = fileURLToPath(new URL('../../src/launch.ts', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'jianbao-decide-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const run = (args: readonly string[], databaseUrl = '') => typed(args, work, databaseUrl);

const signed = ['--by', '督查室督查室联络员', '--because', '临平区来函更正', '--on', '2023-09-04'];
const slip = ['decide', 'return-unit', '16.1', '--column', '临平区', '--month', '2023-08'];
const august = (from: string, out: string) => [
  ...['report', '--month', '2023-08', '--from', from, '--district', '临平区', '全市', '--format', 'html'],
  ...['--out', join(work, out)],
];
const briefing = (out: string, name: string) =>
  readFileSync(join(work, out, name, `${name}-2023年8月民生实事简报.html`), 'utf8').replaceAll(/<[^>]*>/g, '');
const inputsIn = (out: string): string[] => {
  const { inputs } = JSON.parse(readFileSync(join(work, out, 'manifest.json'), 'utf8'));
  return Object.values(inputs as Record<string, { path: string }[]>).flatMap((files) => files.map(({ path }) => path));
};
const told =
  '临平区2023年8月目标16.1累计完成按处理意见由52000平方米更正为5.2万平方米：临平区来函更正（督查室督查室联络员，2023年9月4日）';

describe('decisions in a folder of files', () => {
  const folder = join(work, 'folder');
  const file = join(folder, 'decisions.yaml');
  const decide = (...args: string[]) => run(['decide', ...args, '--from', folder]);
  beforeAll(() => copySeeds(folder, ['2023-07', '2023-08']));

  it.each([
    ['nobody’s', ['allocation-sum', '6.3', '--because', '理由'], '须有处理人和理由'],
    ['no reason', ['allocation-sum', '6.3', '--by', '督查室联络员', '--because', ' '], '须有处理人和理由'],
    ['two answers', ['allocation-sum', '6.3', ...signed, '--correct', '1', '--until', '2023-09-30'], '只能选一个'],
    ['no problem', ['allocation-sum', '9.1', ...signed], 'jianbao decide allocation-sum 6.3\n'],
    ['several problems', ['allocation-sum', ...signed], '有 3 个问题，请指明一个'],
    ['a problem of a month', ['return-unit', '16.1', ...signed], '各月的问题请加 --month'],
    ['a term that is past', ['allocation-sum', '6.3', ...signed, '--until', '2023-09-03'], '早于处理日期'],
    [
      'a month without returns',
      ['month-without-returns', '-', '--month', '2022-06', ...signed],
      '不能按原样列示，也不能暂缓。已有月报的月份',
    ],
    ['a day that is none', ['allocation-sum', '6.3', ...signed, '--until', '2023-09-31'], '不是日期'],
    ['what is no figure', ['allocation-sum', '6.3', ...signed, '--correct', '约100'], '不是一个数'],
    ['another unit', ['allocation-sum', '6.3', ...signed, '--correct', '148个'], '单位应为“处”'],
    ['the same figure', ['allocation-sum', '6.3', ...signed, '--correct', '138'], '已经是138处'],
    [
      'no such column',
      ['allocation-sum', '6.3', ...signed, '--correct', '9', '--column', '丙区'],
      '没有目标6.3丙区任务数',
    ],
    ['what cannot be judged', [...slip.slice(1), ...signed], '不能按原样列示，也不能暂缓。请用 --correct'],
    ['a number without unit', [...slip.slice(1), ...signed, '--correct', '5.2'], '请写成“5.2万平方米”的样子'],
    [
      'a decision that is none',
      ['revoke', '2023-1', '--by', '督查室负责人', '--because', '误填'],
      '没有处理意见 2023-1',
    ],
  ])('cannot be made on %s, and nothing is written', async (_, args, words) => {
    const { status, said } = await decide(...args);
    expect([status, said]).toEqual([2, expect.stringContaining(words)]);
    expect(() => readFileSync(file)).toThrow(/ENOENT/);
  });

  it('are told to who mistypes, as what to type', async () => {
    const { said } = await decide('return-unit', '16.9', '--month', '2023-08', ...signed);
    expect(said).toContain('jianbao decide return-unit 16.1 --column 临平区 --month 2023-08\n');
    const { error, message } = JSON.parse((await decide('none', ...signed, '--json')).stdout);
    expect([error, message]).toEqual([
      'UsageError',
      expect.stringMatching(/可以处理的有：\n {2}jianbao decide plan-row-shifted -\n/),
    ]);
  });

  it('publish a month that was stopped, and are shown in what they touch', async () => {
    const stopped = await run(august(folder, 'stopped'));
    expect([stopped.status, stopped.said]).toEqual([
      1,
      expect.stringContaining(
        '\n  jianbao decide return-unit 16.1 --column 临平区 --month 2023-08 --correct 正确的数和单位 --by 姓名 --because 理由\n',
      ),
    ]);
    const { status, stdout, said } = await run([...slip, ...signed, '--correct', '5.2万平方米', '--from', folder]);
    expect(status).toBe(0);
    expect(stdout).toContain(
      '已记录处理意见 2023-1：由52000平方米更正为5.2万平方米（临平区来函更正；督查室督查室联络员，2023年9月4日）',
    );
    expect([said, stdout]).toEqual([expect.stringContaining(told), expect.stringContaining('可以生成简报')]);
    for (const target of ['6.3', '12.1', '13.3'])
      expect(
        (
          await decide(
            'allocation-sum',
            target,
            '--by',
            '督查室负责人',
            '--because',
            '经牵头单位核实',
            '--on',
            '2023-03-01',
          )
        ).status,
      ).toBe(0);
    const report = await run(august(folder, 'published'));
    expect([report.status, report.said]).toEqual([
      0,
      expect.stringContaining('→ 处理意见 2023-2：按原表列示（经牵头单位核实；督查室负责人，2023年3月1日）'),
    ]);
    for (const name of ['临平区', '全市']) {
      const text = briefing('published', name);
      expect(text).toContain(told);
      expect(text.split('处理意见：按原表列示（经牵头单位核实；督查室负责人，2023年3月1日）。')).toHaveLength(4);
    }
    expect(inputsIn('published')).toContain('decisions.yaml');
    expect(inputsIn('published')).toHaveLength(6);
  });

  it('are listed with how they stand, under both names, and shown by plan check', async () => {
    const table = (await decide('list')).stdout.trimEnd().split('\n');
    expect(table[0]).toMatch(/^编号 +状态 +问题 +针对 +处理意见$/);
    expect(table.slice(2).map((line) => line.split(/ {2,}/).slice(0, 4))).toEqual([
      ['2023-1', '有效', 'return-unit', '2023-08 16.1 临平区'],
      ['2023-2', '有效', 'allocation-sum', '6.3'],
      ['2023-3', '有效', 'allocation-sum', '12.1'],
      ['2023-4', '有效', 'allocation-sum', '13.3'],
    ]);
    expect((await run(['decisions', '--from', folder])).stdout).toBe((await decide('list')).stdout);
    expect((await run(['plan', 'check', join(folder, planFile.name)])).said).toContain('→ 处理意见 2023-4：按原表列示');
  });

  it('die when the file is changed', async () => {
    const progress = join(folder, 'progress/2023-08.csv');
    const before = readFileSync(progress, 'utf8');
    writeFileSync(progress, before.replace('52000,平方米', '53000,平方米'));
    const { status, said } = await run(august(folder, 'changed'));
    expect([status, said]).toEqual([
      1,
      expect.stringMatching(/处理意见已失效（督查室督查室联络员，.*52000.*现为.*53000/),
    ]);
    expect(
      JSON.parse((await decide('list', '--json')).stdout).decisions.map(({ state }: { state: string }) => state),
    ).toEqual(['dead', 'in-force', 'in-force', 'in-force']);
    writeFileSync(progress, before);
  });

  it('are revoked, which stops the month again and deletes nothing', async () => {
    const kept = readFileSync(file, 'utf8');
    const { status, stdout } = await decide(
      'revoke',
      '2023-1',
      '--by',
      '督查室负责人',
      '--because',
      '来函撤回',
      '--on',
      '2023-09-05',
    );
    expect([status, stdout]).toEqual([0, expect.stringContaining('已撤销处理意见 2023-1，原件保留')]);
    expect(readFileSync(file, 'utf8').startsWith(kept)).toBe(true);
    expect((await decide('list')).stdout).toMatch(/2023-1 +已撤销 .*；已由督查室负责人于2023年9月5日撤销：来函撤回\n/);
    expect((await run(august(folder, 'stopped'))).status).toBe(1);
    expect((await decide('revoke', '2023-1', '--by', '督查室负责人', '--because', '来函撤回')).said).toContain(
      '已经撤销',
    );
  });

  it('of several programs at once are all kept, each with a number of its own', async () => {
    const args = ['decide', 'plan-name-joined', '-', ...signed, '--from', folder];
    const children = ['1', '2', '1', '2'].map((nth) =>
      spawn(process.execPath, [cli, ...args, '--nth', nth], { cwd: work, stdio: 'ignore' }),
    );
    const codes = await Promise.all(children.map(async (child) => (await once(child, 'close'))[0]));
    expect(codes).toEqual([0, 0, 0, 0]);
    const { decisions } = JSON.parse((await decide('list', '--json')).stdout);
    expect(decisions.map(({ id }: { id: string }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => `2023-${n}`));
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('are refused as a whole where the file was spoilt by hand, with the line', async () => {
    appendFileSync(file, '\n- revokes: 2023-77\n  by: 督查室负责人\n  because: x\n  revoked: 2023-09-05\n');
    const line = readFileSync(file, 'utf8').split('\n').indexOf('- revokes: 2023-77') + 1;
    const words = expect.stringContaining(`decisions.yaml 第${line}行有误：前面没有编号为“2023-77”的处理意见`);
    for (const args of [
      august(folder, 'spoilt'),
      ['decide', 'list', '--from', folder],
      ['plan', 'check', join(folder, planFile.name)],
    ]) {
      const { status, said } = await run(args);
      expect([status, said]).toEqual([2, words]);
    }
  });
});

onEachDatabase('decisions', (fresh, { kind }) => {
  let place: string;
  let databaseUrl: string;
  beforeAll(async () => {
    const url = await fresh();
    place = kind === 'sqlite' ? join(url, '..') : join(work, 'office');
    databaseUrl = kind === 'sqlite' ? '' : url;
    mkdirSync(place, { recursive: true });
    const year = ['07', '08'].map((month) => join(seedsFolder, 'progress', `2023-${month}.csv`));
    expect((await run(['plan', 'import', join(seedsFolder, planFile.name), '--to', place], databaseUrl)).status).toBe(
      0,
    );
    expect((await run(['progress', 'import', ...year, '--to', place], databaseUrl)).status).toBe(1);
    expect((await run(['progress', 'import', ...year, '--to', place, '--accept-partial'], databaseUrl)).status).toBe(0);
  });

  /** What 临平区 is still asked for in August. */
  const owed = async () => {
    const given = { databaseUrl: databaseUrl === '' ? null : databaseUrl, now: '2023-09-04T01:00:00.000Z' };
    const office = await openOffice(place, given);
    try {
      const all = (await monthReturns(office, '2023-08' as Period)).owed;
      return all
        .filter(({ reporter }) => reporter.name === '临平区')
        .map(({ targets }) => targets?.map(({ id }) => id));
    } finally {
      await office.close();
    }
  };

  it('fill in what was not let in, until the return is sent again', async () => {
    const out = `${kind}-august`;
    expect(await owed()).toEqual([['16.1']]);
    const decided = await run([...slip, ...signed, '--correct', '5.2万平方米', '--from', place], databaseUrl);
    expect([decided.status, decided.said]).toEqual([0, expect.stringContaining(told)]);
    // Nobody is reminded of a figure that is there.
    expect(await owed()).toEqual([]);
    // The same file is still refused as it is, with what was decided on it.
    const file = join(seedsFolder, 'progress/2023-08.csv');
    const repeated = await run(['progress', 'import', file, '--to', place], databaseUrl);
    const answer = expect.stringContaining('→ 处理意见 2023-1：由52000平方米更正为5.2万平方米（临平区来函更正');
    expect([repeated.status, repeated.said]).toEqual([1, answer]);
    const report = await run(august(place, out), databaseUrl);
    expect([report.status, report.said]).toEqual([0, expect.not.stringContaining('return-unit')]);
    expect(report.said).not.toContain('return-incomplete');
    for (const name of ['临平区', '全市']) expect(briefing(out, name)).toContain(told);
    expect(inputsIn(out)).toContain('decisions.json');

    const resent = join(work, `${kind}-resent.csv`);
    const [head = '', ...rows] = readFileSync(join(seedsFolder, 'progress/2023-08.csv'), 'utf8').split('\n');
    const own = rows.filter((row) => row.startsWith('2023-08,临平区,')).map((row) => row.replace('区,1,', '区,2,'));
    writeFileSync(resent, [head, ...own].join('\n').replace('52000,平方米', '5.3,万平方米'));
    expect((await run(['progress', 'import', resent, '--to', place], databaseUrl)).said).toContain('更正 1 份');
    const again = await run(august(place, out), databaseUrl);
    expect([again.status, again.said]).toEqual([0, expect.not.stringMatching(/return-unit|decision-dead/)]);
    expect(briefing(out, '临平区')).not.toContain(told);
    expect(briefing(out, '临平区')).toContain('5.3万平方米');
  });

  it('on the plan are kept, listed and revoked there', async () => {
    const sum = ['decide', 'allocation-sum', '6.3', '--from', place, '--month', '2023-08'];
    expect((await run([...sum, ...signed], databaseUrl)).stdout).toContain('已记录处理意见 2023-2：按原表列示');
    const revoked = await run(['decide', 'revoke', '2023-2', '--from', place, ...signed], databaseUrl);
    expect(revoked.status).toBe(0);
    const { decisions } = JSON.parse((await run(['decisions', '--from', place, '--json'], databaseUrl)).stdout);
    expect(decisions.map(({ id, state }: Record<string, string>) => [id, state])).toEqual([
      ['2023-1', 'gone'],
      ['2023-2', 'revoked'],
    ]);
    expect((await run(['decide', 'revoke', '2023-9', '--from', place, ...signed], databaseUrl)).said).toContain(
      '没有处理意见',
    );
  });
});
