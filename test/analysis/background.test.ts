import { describe, expect, it } from 'vitest';
import { type Assessment, assess, type Background } from '../../src/analysis/assess.ts';
import type { Period } from '../../src/model/period.ts';
import type { Return } from '../../src/model/return.ts';
import { settingsSchema } from '../../src/model/settings.ts';
import { csvReader } from '../../src/readers/csv.ts';
import { readReturns } from '../../src/returns/read-returns.ts';
import { planOfRows } from '../support/months.ts';

const settings = settingsSchema.parse({});
const head = '序号\t项目名称\t量化目标\t牵头单位\t市本级\t甲区\t乙县';
const plan = planOfRows([head, '1\t建桥10座\t10座\t甲局\t\t4座\t6座']);
const smaller = planOfRows([head, '1\t建桥5座\t5座\t甲局\t\t2座\t3座']);

/** `2023-05 甲区 3` or, in another unit, `2023-05 甲区 3处` */
function returnsOf(...rows: readonly string[]): Return[] {
  const lines = rows.map((row) => {
    const [, month, reporter, value, unit] = /^(\S+) (\S+) ([\d.]+)(\D*)$/.exec(row) ?? [];
    return `${month},${reporter},1,1.1,${value},${unit || '座'}`;
  });
  const text = ['月份,填报单位,版次,目标编号,累计完成,单位', ...lines].join('\n');
  const { returns } = readReturns(csvReader.read(new TextEncoder().encode(text), '月报.csv').blocks, '月报.csv');
  return returns.map((one) => ({ ...one, revision: 1 }));
}

const june = returnsOf('2023-06 甲区 3', '2023-06 乙县 3');
const judged = (returns: readonly Return[], behind: Partial<Background> = {}, period: Period = '2023-06') =>
  assess(plan, returns, period, settings, { planAt: () => null, lastYear: null, ...behind });
const of = ({ tasks }: Assessment, column: string) => tasks.find((task) => task.column === column);

describe('the same month of the year before', () => {
  const before = returnsOf('2022-06 甲区 1', '2022-05 乙县 1', '2022-06 乙县 3处');

  it('is compared by rate, each against its own task', () => {
    // 3 of 4 now, 1 of 2 then.
    const then = of(judged(june, { lastYear: { plan: smaller, returns: before } }), '甲区')?.lastYear;
    expect([then?.period, then?.done?.value, then?.completion?.toFraction(), then?.change?.toFraction()]).toEqual([
      '2022-06',
      '1',
      '1/2',
      '1/4',
    ]);
  });

  it('has a figure but no change where the rate of one of them is not known', () => {
    // 乙县 reported another unit then, so that its figure cannot be rated.
    const other = of(judged(june, { lastYear: { plan: smaller, returns: before } }), '乙县')?.lastYear;
    expect([other?.done?.unit, other?.completion, other?.change]).toEqual(['处', null, null]);
    const silent = of(
      judged(returnsOf('2023-06 乙县 3'), { lastYear: { plan: smaller, returns: before } }),
      '甲区',
    )?.lastYear;
    expect([silent?.completion?.toFraction(), silent?.change]).toEqual(['1/2', null]);
  });

  it('is none without a year before, without a return of the month, and never another month', () => {
    expect(of(judged(june), '甲区')?.lastYear).toBeNull();
    expect(of(judged(june, { lastYear: { plan: smaller, returns: [] } }), '甲区')?.lastYear).toBeNull();
    const may = returnsOf('2022-05 甲区 1', '2024-06 甲区 1', '2023-06 甲区 1');
    expect(of(judged(june, { lastYear: { plan: smaller, returns: may } }), '甲区')?.lastYear).toBeNull();
  });
});

describe('months before a 任务调整', () => {
  const may = returnsOf('2023-05 甲区 1', '2023-05 乙县 3');
  const planAt = (period: Period) => (period < '2023-06' ? { plan: smaller, returns: may } : null);

  it('are judged by the plan of their own time', () => {
    const { course } = judged([...may, ...june], { planAt });
    // May: 1 of 2 and 3 of 3; by the present plan it would be 1 of 4 and 3 of 6.
    expect(course.map(({ period, scores }) => [period, scores.get('甲区')?.toFraction()])).toEqual([
      ['2023-05', '1/2'],
      ['2023-06', '3/4'],
    ]);
    expect(of(judged([...may, ...june], { planAt }), '甲区')?.change?.toFraction()).toBe('1/4');
    expect(of(judged([...may, ...june]), '甲区')?.change?.toFraction()).toBe('1/2');
  });

  it('end with the month itself, which is judged by the plan in force whatever is said of it', () => {
    const always = judged([...may, ...june], { planAt: () => ({ plan: smaller, returns: [] }) });
    expect(of(always, '甲区')?.completion?.toFraction()).toBe('3/4');
  });
});

describe('the total of a target', () => {
  const total = (...rows: readonly string[]) => judged(returnsOf(...rows)).targets[0];

  it('has the light of its rate once every holder reported', () => {
    expect([
      total('2023-06 甲区 4', '2023-06 乙县 6')?.status,
      total('2023-06 甲区 1', '2023-06 乙县 2')?.status,
    ]).toEqual(['done', 'lagging']);
    expect(total('2023-06 甲区 4')).toMatchObject({ status: null, unreported: 1, done: { value: '4' } });
  });

  it('counts the holders that lag, and no others', () => {
    expect(total('2023-06 甲区 4', '2023-06 乙县 1')?.lagging).toBe(1);
    expect(total('2023-06 甲区 4', '2023-06 乙县 6')?.lagging).toBe(0);
  });

  it('is none of figures in different units, and none of no figure', () => {
    expect(total('2023-06 甲区 4', '2023-06 乙县 6处')).toMatchObject({ done: null, completion: null, status: null });
    expect(judged(returnsOf('2023-06 市本级 1')).targets[0]).toMatchObject({ done: null, unreported: 2 });
  });
});

describe('a limit', () => {
  it('is not judged by a figure in another unit', () => {
    const limited = planOfRows([head, '1\t投诉率控制在5%以内\t5%以内\t甲局\t\t5%以内\t']);
    const status = (row: string) => assess(limited, returnsOf(row), '2023-06', settings).tasks[0]?.status;
    expect([status('2023-06 甲区 4%'), status('2023-06 甲区 6%'), status('2023-06 甲区 4件')]).toEqual([
      'onpace',
      'critical',
      null,
    ]);
  });
});
