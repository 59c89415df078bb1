import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { settingsSchema } from '../../src/model/settings.ts';
import { judgeMonth } from '../../src/month/pipeline.ts';
import { folderSource } from '../../src/sources/data-folder.ts';
import { theme } from '../support/theme.ts';

const work = mkdtempSync(join(tmpdir(), 'jianbao-last-year-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
let count = 0;

const head = '序号\t项目名称\t量化目标\t牵头单位\t甲区\t乙县';
const table = (year: number, ...rows: string[]) => [`${year}年民生实事项目任务分解表`, head, ...rows].join('\n');
const list = (...rows: string[]) => ['月份,填报单位,版次,截止日期,目标编号,累计完成,单位,数据性质', ...rows].join('\n');
const then = {
  // Renumbered the year after, with other figures, beside a project that is no more.
  plan: table(2022, '1\t新增路灯40盏\t40盏\t乙局\t20盏\t20盏', '2\t新增托位100个\t100个\t乙局\t60个\t40个'),
  returns: list(
    '2022-06,甲区,1,,2.1,45,个,',
    '2022-06,乙县,1,,2.1,,,未报送',
    '2022-06,甲区,1,,1.1,20,盏,',
    '2022-12,甲区,1,,2.1,60,个,',
  ),
};
const now = {
  plan: table(2023, '1\t新增托位200个\t200个\t乙局\t150个\t50个', '2\t改造厕所8座\t8座\t甲局\t4座\t4座'),
  returns: list(
    '2023-06,甲区,1,,1.1,90,个,',
    '2023-06,甲区,1,,2.1,2,座,',
    '2023-06,乙县,1,,1.1,30,个,',
    '2023-06,乙县,1,,2.1,2,座,',
  ),
};

async function judged(before: { plan: string; returns: string } | null, lastYear = '../2022') {
  const root = join(work, String(++count));
  for (const [year, files] of [
    ['2022', before],
    ['2023', now],
  ] as const) {
    if (files === null) continue;
    mkdirSync(join(root, year, 'progress'), { recursive: true });
    writeFileSync(join(root, year, '附件2.txt'), files.plan);
    writeFileSync(join(root, year, 'progress', '月报.csv'), files.returns);
  }
  writeFileSync(join(root, '2023', 'jianbao.yaml'), `plan: 附件2.txt\nlastYear: ${lastYear}\n`);
  const { readings, inputs } = await folderSource(join(root, '2023')).load('2023-06');
  return {
    inputs,
    ...judgeMonth(readings, {
      period: '2023-06',
      settings: settingsSchema.parse({}),
      marks: theme.marks,
      issued: null,
    }),
  };
}

const lastYearOf = ({ month }: Awaited<ReturnType<typeof judged>>) =>
  month?.assessment.tasks.map(({ target, column, lastYear }) => [
    target.id,
    column,
    lastYear && [
      lastYear.period,
      lastYear.done.value,
      lastYear.completion?.toFraction(),
      lastYear.change?.toFraction(),
    ],
  ]);

describe('the same month of the year before', () => {
  it('is compared with by the words of the targets, each year by its own task', async () => {
    const found = await judged(then);
    expect(lastYearOf(found)).toEqual([
      // 90 of 150 after 45 of 60.
      ['1.1', '甲区', ['2022-06', '45', '3/4', '-3/20']],
      ['1.1', '乙县', null],
      ['2.1', '甲区', null],
      ['2.1', '乙县', null],
    ]);
    expect(found.inputs.map(({ path }) => path)).toEqual([
      '附件2.txt',
      'jianbao.yaml',
      'progress/月报.csv',
      '../2022/附件2.txt',
      '../2022/progress/月报.csv',
    ]);
  });

  it('is left out, and told, where its plan cannot be used', async () => {
    const broken = await judged({ ...then, plan: '没有表' });
    expect(lastYearOf(broken)?.map(([, , figures]) => figures)).toEqual([null, null, null, null]);
    expect(
      broken.diagnostics.filter(({ code }) => code === 'last-year-unusable').map(({ message }) => message['zh-CN']),
    ).toEqual([expect.stringMatching(/^上年任务分解表\.\.\/2022\/附件2\.txt读不出来（.+），本期不作同比$/)]);
    const older = await judged({ ...then, plan: then.plan.replace('2022年', '2021年') });
    expect(older.diagnostics.map(({ message }) => message['zh-CN'])).toContain(
      '上年任务分解表../2022/附件2.txt是2021年的，不是2022年的，本期不作同比',
    );
    expect(older.month).not.toBeNull();
  });

  it('is told where its returns cannot be read', async () => {
    const found = await judged({ ...then, returns: then.returns.replace(',45,', ',四十五,') });
    expect(found.diagnostics.find(({ code }) => code === 'last-year-incomplete')).toMatchObject({
      severity: 'info',
      data: { count: '1' },
    });
    expect(lastYearOf(found)?.[0]?.[2]).toBeNull();
  });

  it('is wrong usage where the folder does not exist', async () => {
    await expect(judged(null, '../2021/')).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining('lastYear'),
    });
  });
});
