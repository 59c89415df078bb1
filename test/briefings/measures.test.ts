import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/analysis/assess.ts';
import { briefings } from '../../src/briefings/index.ts';
import type { Month } from '../../src/briefings/month.ts';
import { markedLights } from '../../src/model/settings.ts';
import { type AnyYear, anyYear } from '../support/any-year.ts';
import { composed } from '../support/composed.ts';
import { monthOf } from '../support/months.ts';
import { theme } from '../support/theme.ts';
import { outlineOf } from './outline.ts';

const plan = [
  '2023年民生实事项目任务分解表\n序号\t项目名称\t量化目标\t牵头单位\t甲区\t乙县',
  '1\t建桥12座\t12座\t甲局\t8座\t4座',
  '2\t投诉率控制在5%以内\t5%以内\t乙局\t5%\t4%',
  '3\t修路6公里\t6公里\t甲局\t6公里\t0公里',
].join('\n');
const rows = [
  '甲区,1,,1.1,2,座,',
  '甲区,1,,2.1,5,%,',
  '甲区,1,,3.1,1,公里,',
  '乙县,1,,1.1,2,座,',
  '乙县,1,,2.1,4.5,%,',
  '乙县,1,,3.1,0,公里,',
];
const quarters = { nodes: { 3: '20%', 6: '50%', 9: '80%', 12: '100%' } };

async function outline(
  audience: string,
  settings: object = {},
  text = plan,
  returned: readonly string[] = rows,
): Promise<string> {
  const { month, diagnostics } = monthOf(returned, { plan: text, settings });
  if (month === null) throw new Error(diagnostics.map(({ message }) => message['zh-CN']).join('\n'));
  return outlineOf(await composed(month, audience));
}

describe('what a briefing says of paces', () => {
  const settings = {
    pace: {
      default: { deadlineMonth: 11 },
      targets: { '1.1': quarters, '2.1': { deadlineMonth: 10 }, '3.1': { startMonth: 4 } },
    },
  };

  it('has the pace of each task beside its rate, and in the formula of its gap', async () => {
    const text = await outline('甲区', settings);
    expect(text).toContain(
      '1.1 | 建桥12座 | 甲局 | 8座 | 2座 | 25.0% {=[,done]/[,task]} | 50.0% | — | -25.0 {=ROUND(([,done]/[,task]-1/2)*100,1)} | ▲滞后',
    );
    // 4月至11月: three of eight months.
    expect(text).toContain(
      '3.1 | 修路6公里 | 甲局 | 6公里 | 1公里 | 16.7% {=[,done]/[,task]} | 37.5% | — | -20.8 {=ROUND(([,done]/[,task]-3/8)*100,1)} | ▲滞后',
    );
    expect(text).toContain('2.1 | 投诉率控制在5%以内 | 乙局 | 5% | 5% | — | — | — | — | ○未超限');
    expect(text).toContain('部分目标另有规定，甲区各项任务平均为43.8%');
    expect(text).toContain('综合完成率20.8%，低于序时进度22.9个百分点');
  });

  it('states every rule on the last page', async () => {
    const text = await outline('全市', settings);
    expect(text).toContain('序时进度按全年任务于11月底前完成、逐月平均计算，本月为54.5%。另有规定的：');
    expect(text).toContain('1.1 建桥12座，按节点计算：3月底前20%、6月底前50%、9月底前80%、12月底前100%，本月为50.0%；');
    expect(text).toContain('2.1 投诉率控制在5%以内，10月底未超限为完成；');
    expect(text).toContain('3.1 修路6公里，自4月起，按全年任务于11月底前完成、逐月平均计算，本月为37.5%。');
    expect(text).toContain('数据截至2023年6月30日，报送期限7月3日，7月5日印发。');
  });

  it('names the year of the other dates where it is another one', async () => {
    const december = rows.map((row) => `2023-12,${row}`);
    const { month } = monthOf(december, { plan, period: '2023-12' });
    if (month === null) throw new Error('no month');
    expect(outlineOf(await composed(month, '全市'))).toContain(
      '数据截至2023年12月31日，报送期限2024年1月3日，2024年1月5日印发。',
    );
  });

  it('has no column and no word of it where one rule holds for all', async () => {
    const text = await outline('甲区');
    expect(text).not.toMatch(/另有规定|完成率 \| 序时进度/);
    expect(await outline('甲区', { pace: { default: quarters } })).toContain(
      '序时进度按节点计算：3月底前20%、6月底前50%、9月底前80%、12月底前100%，本月为50.0%。',
    );
  });
});

describe('what a briefing says of tasks without a rate', () => {
  it('reads 未超限 and 超限, and says what that counts as', async () => {
    const text = await outline('乙县');
    expect(text).toContain('2.1 | 投诉率控制在5%以内 | 乙局 | 4% | 4.5% | — | — | — | ■超限');
    expect(text).toContain('规定上限的目标不计完成率，○未超限计入按序时（到期计入已完成），■超限计入严重滞后');
    // Beyond its limit it stands before whatever is behind its pace.
    expect(text).toMatch(/2\.1 投诉率控制在5%以内（乙局）：上限4%，实际4\.5%，超限（本月起滞后）。/);
  });

  it('stands before all that lag behind a pace, these furthest behind first', async () => {
    const lines = (await outline('全市')).split('\n');
    const head = lines.findIndex((line) => line.startsWith('表 滞后项目'));
    expect(lines.slice(head + 2, head + 5).map((line) => line.split(' | ').slice(0, 2).join(' '))).toEqual([
      '| 2.1 乙县',
      '| 3.1 甲区',
      '| 1.1 甲区',
    ]);
  });

  it('has a column for what cannot be judged only where there is some, and its counts add up', async () => {
    const lines = (await outline('全市')).split('\n');
    const head = lines.find((line) => line.includes('位次 | 区、县（市）'));
    expect(head).toContain('滞后 | 不计序时 | 未报送');
    expect(lines.find((line) => line.includes(' | 乙县 | '))).toContain(
      '3 {=SUM([,done:unreported])} | 0 | 1 | 1 | 1 | 0',
    );
    expect(lines.join('\n')).toContain('—不计序时：任务数为0等不能计算完成率的');
    expect(lines.findLast((line) => line.includes('| 投诉率控制在5%以内 |'))).toMatch(/\| 2 \| 1 \| 0 \| —不计序时$/);
    const judged = await outline('全市', {}, plan.replace('6公里\t0公里', '5公里\t1公里'));
    expect(judged).not.toContain('不计序时 |');
    expect(judged).not.toContain('任务数为0');
  });
});

describe('what a briefing says of 综合完成率', () => {
  it('is how the office weighs and caps it', async () => {
    const text = await outline('全市', { composite: { cap: 120, weights: { '1.1': 2, '3.1': 0 } } });
    expect(text).toContain(
      '综合完成率为所承担各项任务完成率的加权平均，单项最高按120%计，目标1.1权重为2，目标3.1不计入，其余权重为1',
    );
  });
});

describe('any month', () => {
  const monthFor = (given: AnyYear): Month => {
    const { plan, returns, period, settings } = given;
    return {
      period,
      plan,
      returns,
      planOrigin: null,
      assessment: assess(plan, returns, period, settings),
      diagnostics: [],
      settings,
      lights: markedLights(settings, theme.marks),
      cutoff: `${period}-28`,
      due: `${period}-28`,
      issued: `${period}-28`,
      sample: false,
      snapshot: null,
      correction: null,
      approval: null,
    };
  };

  it('can be told: every briefing of it has each formula’s parts and each sentence’s words', async () => {
    await fc.assert(
      fc.asyncProperty(anyYear, async (given) => {
        const month = monthFor(given);
        for (const briefing of briefings)
          for (const audience of briefing.audiences(month))
            expect(outlineOf(await composed(month, audience))).not.toMatch(/undefined|null|NaN/);
      }),
      { numRuns: 8 },
    );
  });
});
