import { describe, expect, it } from 'vitest';
import { askedReporters, owedReturns } from '../../src/forms/owed-returns.ts';
import type { Period } from '../../src/model/period.ts';
import type { Return } from '../../src/model/return.ts';
import { planOfRows } from '../support/months.ts';

const june = '2023-06' as Period;
const at = { source: '月报.csv', part: null, row: 2, column: 1 };

/** Two targets: both for 甲区, the first for 乙县, the second for 市本级, which 乙局 answers for. */
const plan = planOfRows([
  '序号\t项目名称\t量化目标\t牵头单位\t市本级\t甲区\t乙县',
  '1\t建桥10座\t10座\t甲局\t\t6座\t4座',
  '2\t修路10公里\t10公里\t乙局\t3公里\t7公里\t',
]);

type Said = readonly [target: string, figure: string | null, column?: string];

function returnOf(reporter: string, ...said: readonly Said[]): Return {
  const entries = said.map(([target, figure, column]) => ({
    target,
    cumulative:
      figure !== null && /^\d/.test(figure) ? { value: figure, unit: target === '1.1' ? '座' : '公里' } : null,
    mark: figure !== null && /^\d/.test(figure) ? null : (figure ?? ''),
    remark: '',
    at,
    ...(column === undefined ? {} : { column }),
  }));
  return { reporter, period: june, revision: 1, cutoff: '2023-06-30', sample: false, entries, at };
}

const owed = (returns: readonly Return[], cityAsked = false) =>
  owedReturns(plan, returns, june, { cityAsked }).map(
    ({ reporter, targets }) => `${reporter.name} ${targets === null ? '-' : targets.map(({ id }) => id).join()}`,
  );

describe('who owes a return', () => {
  it('is everybody with a task, and for the city its lead unit, as long as nothing came', () => {
    expect(owed([])).toEqual(['甲区 -', '乙县 -', '乙局 -']);
  });

  it('is 市本级 itself where it is asked', () => {
    expect(owed([], true)).toEqual(['市本级 -', '甲区 -', '乙县 -']);
    expect(askedReporters(plan, { cityAsked: true }).map(({ name }) => name)).toEqual([
      '市本级',
      '甲区',
      '乙县',
      '甲局',
      '乙局',
    ]);
  });

  it('owes a part where targets were left out or are 未报送, none where 0, 无任务 or words stand', () => {
    expect(owed([returnOf('甲区', ['1.1', '2']), returnOf('乙县', ['1.1', '未报送'])])).toEqual([
      '甲区 2.1',
      '乙县 1.1',
      '乙局 -',
    ]);
    const all = [returnOf('甲区', ['1.1', '0'], ['2.1', '无任务']), returnOf('乙县', ['1.1', '全部开工'])];
    expect(owed([...all, returnOf('乙局', ['2.1', '1', '市本级'])])).toEqual([]);
  });

  it('is no lead unit where 市本级 told itself', () => {
    expect(owed([returnOf('市本级', ['2.1', '1']), returnOf('甲区', ['1.1', '1'], ['2.1', '1'])])).toEqual(['乙县 -']);
  });

  it('counts returns of the month alone', () => {
    const may = { ...returnOf('乙县', ['1.1', '1']), period: '2023-05' as Period };
    expect(owed([may])).toContain('乙县 -');
  });
});
