import { describe, expect, it } from 'vitest';
import type { LineChart } from '../../src/model/document.ts';
import type { Period } from '../../src/model/period.ts';
import { plainText } from '../../src/model/text.ts';
import { loadMonth } from '../../src/month/pipeline.ts';
import { composed } from '../support/composed.ts';
import { full, monthOf } from '../support/months.ts';
import { sampleMonth, sampleSources } from '../support/plan-2023.ts';

interface Course {
  readonly caption: string;
  readonly chart: LineChart;
}

/** The line chart of a briefing and the paragraph above it; null where it has none. */
async function courseOf(rows: Readonly<Record<string, readonly string[]>>, audience: string): Promise<Course | null> {
  const period = (Object.keys(rows).at(-1) ?? '') as Period;
  const lines = Object.entries(rows).flatMap(([month, each]) => each.map((row) => `${month},${row}`));
  const { month, diagnostics } = monthOf(lines, { period });
  if (month === null) throw new Error(diagnostics[0]?.message.en);
  return read(await composed(month, audience));
}

function read({ sections }: Awaited<ReturnType<typeof composed>>): Course | null {
  const blocks = sections[0]?.blocks ?? [];
  const at = blocks.findIndex((block) => block.kind === 'line-chart');
  const [caption, chart] = blocks.slice(at - 1, at + 1);
  if (at < 0) return null;
  if (caption?.kind !== 'paragraph' || chart?.kind !== 'line-chart') throw new Error('no caption above the chart');
  return { caption: plainText(caption.content), chart };
}

const numbers = (chart: LineChart | undefined) =>
  chart?.series.map(({ label, line, values }) => [label, line, ...values.map((value) => value?.number ?? null)]);

describe('the lines of a district', () => {
  it('show its score against the mean of the districts and the pace, and say so', async () => {
    const course = await courseOf(
      { '2023-04': full('0', '1', '2'), '2023-05': full('1', '2', '2'), '2023-06': full('1', '2', '1') },
      '甲区',
    );
    expect(course?.chart).toMatchObject({
      title: '甲区综合完成率逐月走势',
      format: '0%',
      categories: ['4月', '5月', '6月'],
    });
    expect(numbers(course?.chart)).toEqual([
      ['甲区', 'solid', '0.25', '0.5', '0.5'],
      ['区、县（市）平均', 'dashed', '0.375', '0.5', '0.375'],
      ['序时进度', 'dotted', '0.333333333333333', '0.416666666666667', '0.5'],
    ]);
    expect(course?.caption).toBe(
      '甲区综合完成率由4月的25.0%升至6月的50.0%，其中4月低于序时进度；6月高于区、县（市）平均12.5个百分点。',
    );
    expect(course?.chart.alt).toBe(
      '甲区综合完成率逐月走势。甲区：4月25.0%，5月50.0%，6月50.0%；区、县（市）平均：4月37.5%，5月50.0%，6月37.5%；序时进度：4月33.3%，5月41.7%，6月50.0%。',
    );
  });

  it('have the colour that the ranking gives the latest score', async () => {
    const rows = { '2023-05': full('0', '1', '2'), '2023-06': full('1', '2', '1') };
    const tones = await Promise.all(
      ['甲区', '乙县'].map(async (name) => (await courseOf(rows, name))?.chart.series[0]?.tone),
    );
    expect(tones).toEqual(['onpace', 'slow']);
  });

  it.each<[string, Record<string, readonly string[]>, string]>([
    [
      'a month left out',
      { '2023-04': full('0', '1', '1'), '2023-05': full('0', '', '1'), '2023-06': full('1', '1', '1') },
      '甲区综合完成率4月、6月均为25.0%，有数据的各月均低于序时进度；6月与区、县（市）平均持平。5月数据不全，图中空缺。',
    ],
    [
      'the latest month left out, and another',
      {
        '2023-02': full('0', '1', '1'),
        '2023-03': full('0', '', '1'),
        '2023-04': full('0', '2', '1'),
        '2023-05': full('0', '', '1'),
        '2023-06': full('1', '', '1'),
      },
      '甲区综合完成率由2月的25.0%升至4月的50.0%，有数据的各月均达到序时进度；4月高于区、县（市）平均12.5个百分点。3月、5月至6月数据不全，图中空缺。',
    ],
    [
      'a figure that falls',
      { '2023-05': full('0', '3', '4'), '2023-06': full('1', '2', '4') },
      '甲区综合完成率由5月的75.0%降至6月的50.0%，各月均达到序时进度；6月低于区、县（市）平均25.0个百分点。',
    ],
    [
      'months below the pace that are not one after the other',
      {
        '2023-01': full('0', '0', '0'),
        '2023-02': full('0', '0', '0'),
        '2023-03': full('0', '1', '1'),
        '2023-04': full('0', '1', '1'),
        '2023-05': full('0', '4', '4'),
      },
      '甲区综合完成率由1月的0.0%升至5月的100.0%，其中1月至2月、4月低于序时进度；5月与区、县（市）平均持平。',
    ],
  ])('say of %s', async (_, rows, caption) => {
    expect((await courseOf(rows, '甲区'))?.caption).toBe(caption);
  });

  it('are not drawn in January, nor for whoever reported but once', async () => {
    expect(await courseOf({ '2023-01': full('0', '1', '1') }, '甲区')).toBeNull();
    expect(await courseOf({ '2023-05': full('0', '', '1'), '2023-06': full('1', '2', '1') }, '甲区')).toBeNull();
    const january = await composed(sampleMonth('2023-01'), '上城区');
    expect(read(january)).toBeNull();
    expect(
      january.sections[0]?.blocks.some(
        (block) => block.kind === 'paragraph' && plainText(block.content).includes('平均为'),
      ),
    ).toBe(false);
  });
});

describe('the lines of the city', () => {
  it('show mean and extremes against the pace, and say how far apart districts are', async () => {
    const course = await courseOf({ '2023-05': full('0', '1', '2'), '2023-06': full('1', '2', '4') }, '全市');
    expect(numbers(course?.chart)).toEqual([
      ['平均', 'solid', '0.375', '0.75'],
      ['最高', 'dashed', '0.5', '1'],
      ['最低', 'long-dashed', '0.25', '0.5'],
      ['序时进度', 'dotted', '0.416666666666667', '0.5'],
    ]);
    expect(course?.caption).toBe(
      '参加排名的区、县（市）综合完成率平均由5月的37.5%升至6月的75.0%，其中5月低于序时进度；最高与最低5月相差25.0个百分点，6月相差50.0个百分点。',
    );
  });

  it('have a gap in a month in which no district reported in full', async () => {
    const rows = { '2023-04': full('0', '1', '2'), '2023-05': full('0', '', ''), '2023-06': full('1', '2', '2') };
    const course = await courseOf(rows, '全市');
    expect(course?.chart.series[0]?.values.map((value) => value?.number ?? null)).toEqual(['0.375', null, '0.5']);
    expect(course?.caption).toContain('5月没有单位数据齐全，图中空缺。');
  });

  it('are not drawn in January', async () => {
    expect(await courseOf({ '2023-01': full('0', '1', '1') }, '全市')).toBeNull();
  });
});

describe('figures of earlier months', () => {
  it('make a briefing one of sample data where they are sample data', () => {
    const real = sampleSources('2023-06');
    const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    const sampleIn = (keep: RegExp) =>
      loadMonth({
        ...real,
        returns: real.returns.map(({ name, bytes }) => ({
          name,
          bytes: new TextEncoder().encode(keep.test(name) ? text(bytes) : text(bytes).replaceAll('示例数据', '')),
        })),
      }).month?.sample;
    expect([sampleIn(/2023-02/), sampleIn(/2023-07/)]).toEqual([true, false]);
  });
});
