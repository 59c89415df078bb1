import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/model/document.ts';
import type { Period } from '../../src/model/period.ts';
import { settingsSchema } from '../../src/model/settings.ts';
import { plainText } from '../../src/model/text.ts';
import { composed } from '../support/composed.ts';
import { full, monthOf } from '../support/months.ts';
import { sampleMonth } from '../support/plan-2023.ts';
import { outlineOf } from './outline.ts';

const prose = (document: Document) =>
  (document.sections[0]?.blocks ?? [])
    .flatMap((block) => ('content' in block ? [plainText(block.content)] : []))
    .join('\n');

async function proseOf(rows: readonly string[], audience: string, options: { plan?: string; period?: Period } = {}) {
  const { month, diagnostics } = monthOf(rows, options);
  if (month === null) throw new Error(diagnostics[0]?.message.en);
  return prose(await composed(month, audience));
}

describe('briefings of the sample month', () => {
  const month = sampleMonth('2023-06');
  it.each(['上城区', '滨江区', '建德市', '余杭区', '全市', '市卫生健康委员会', '市公安局'])(
    'read as reviewed: %s',
    async (audience) => {
      await expect(outlineOf(await composed(month, audience))).toMatchFileSnapshot(`golden/2023-06-${audience}.txt`);
    },
  );

  it('say 示例数据 in banner and title', async () => {
    const document = await composed(month, '上城区');
    expect(document.banner).toContain('示例数据');
    expect(prose(document)).toContain('民生实事进展情况简报（示例数据）');
  });
});

describe('what the first page says', () => {
  it('of a month without laggards', async () => {
    const text = await proseOf(full('1', '2', '2'), '甲区');
    expect(text).toContain(
      '承担的1项任务没有滞后，综合完成率50.0%，与序时进度持平，在参加排名的2个区、县（市）中并列第1位。',
    );
    expect(text).toContain('甲区没有滞后任务。');
    expect(text).toContain('各项任务进度正常');
    expect(text).not.toContain('示例数据');
  });

  it('of a district that lags', async () => {
    const text = await proseOf([...full('1', '1', '3'), ...full('1', '1', '2').map((row) => `2023-05,${row}`)], '甲区');
    expect(text).toContain(
      '承担的1项任务滞后，综合完成率25.0%，低于序时进度25.0个百分点，在参加排名的2个区、县（市）中列第2位。',
    );
    expect(text).toContain('综合完成率与上月持平，位次与上月相同。');
    expect(text).toContain(
      '全年任务4座，累计完成1座，完成率25.0%，落后序时进度25.0个百分点，滞后（5月起滞后）；尚差3座，今后平均每月需完成0.5座；按近三个月进度，预计2024年12月完成。',
    );
  });

  it('of everything done', async () => {
    const text = await proseOf(full('2', '4', '4'), '甲区', { period: '2023-12' });
    expect(text).toContain(
      '承担的1项任务已完成，综合完成率100.0%，与序时进度持平，在参加排名的2个区、县（市）中并列第1位。',
    );
    expect(text).toContain('全年任务已全部完成');
  });

  it('of a district that sent nothing', async () => {
    const text = await proseOf(full('1', '2', '2').slice(0, 2), '乙县');
    expect(text).toContain('乙县未报送2023年6月月报，所承担的1项任务进度不明，不计算综合完成率，不参加排名。');
    expect(text).toContain('请乙县尽快补报2023年6月月报');
    expect(text).not.toContain('完成率0');
  });

  it('of the last month, where nothing can be caught up', async () => {
    const text = await proseOf(full('2', '2', '4'), '甲区', { period: '2023-12' });
    expect(text).toMatch(/尚差2座；按近三个月进度，预计2024年\d+月完成。/);
    expect(text).not.toContain('每月需完成0');
  });

  it('of a rate just below 100 %, which never reads as 100 %', async () => {
    const plan = '序号\t项目名称\t量化目标\t牵头单位\t甲区\n1\t建桥10000座\t10000座\t甲局\t10000座';
    const text = await proseOf(['甲区,1,,1.1,9999,座,'], '甲区', { plan });
    expect(text).toContain('综合完成率99.99%');
    expect(text).not.toContain('100.0%，');
  });

  it('calls the lights what the office calls them, everywhere', async () => {
    const { lights } = settingsSchema.parse({});
    const renamed = Object.entries(lights).map(([status, light]) => [status, { ...light, label: `甲${status}` }]);
    const { month } = monthOf(full('1', '2', '1'), { settings: { lights: Object.fromEntries(renamed) } });
    if (month === null) throw new Error('no month');
    for (const audience of ['甲区', '全市']) {
      const text = outlineOf(await composed(month, audience));
      expect(text).toContain('甲done');
      expect(text).toMatch(/甲onpace2项|均为“甲onpace”|状态为“甲onpace”/);
      expect(text).not.toMatch(/已完成|超序时|按序时|略慢|严重滞后/);
    }
  });

  it('of the city, with ties at the top', async () => {
    const text = await proseOf(full('1', '2', '2'), '全市');
    expect(text).toContain('参加排名的2个区、县（市）综合完成率相同，均为50.0%，并列第1位。');
    expect(text).not.toContain('末位');
  });
});
