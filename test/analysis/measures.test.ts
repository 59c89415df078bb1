import { describe, expect, it } from 'vitest';
import type { Progress } from '../../src/analysis/progress.ts';
import type { Period } from '../../src/model/period.ts';
import { monthOf } from '../support/months.ts';

const plan = '序号\t项目名称\t量化目标\t牵头单位\t甲区\n1\t建桥12座\t12座\t甲局\t12座';

/** One task of 12 in the months of 2023: figures from January on, null where there is none. */
function taskOf(figures: readonly (number | string | null)[], settings: object = {}): Progress {
  const period = `2023-${String(figures.length).padStart(2, '0')}` as Period;
  const rows = figures.flatMap((figure, index) => {
    if (figure === null) return [];
    const [, value, unit = '座'] = /^([\d.]+)(.*)$/.exec(String(figure)) ?? [];
    return [`2023-${String(index + 1).padStart(2, '0')},甲区,1,,1.1,${value},${unit || '座'},`];
  });
  const { month, diagnostics } = monthOf(rows, { plan, period, settings });
  if (month === null) throw new Error(diagnostics.map(({ message }) => message.en).join('\n'));
  return month.assessment.tasks[0] as Progress;
}

// One of 12 is 8.3 %: within ten points of the pace up to February, and from March on it lags.
describe('since when a task lags', () => {
  it.each([
    ['the first month of the present run', [0, 1, 1, 1, 1, 1], '2023-03'],
    ['from February where nothing was ever done', [0, 0, 0, 0], '2023-02'],
    ['only the run that still goes on', [0, 0, 0, 4, 4, 4, 4], '2023-06'],
    ['nothing where it does not lag now', [0, 0, 0, 0, 0, 6], null],
    ['over a month without a figure, which does not end the run', [0, 1, 1, 1, null, 1], '2023-03'],
    ['not from a month without a figure', [0, 1, null, null, 1, 1], '2023-05'],
    ['over a slip of the unit', [1, 1, 1, 1, '10000块', 1, 1], '2023-03'],
  ] as const)('is %s', (_, figures, since) => {
    expect(taskOf(figures).laggingSince).toBe(since);
  });

  it('goes by the pace of the target', () => {
    const settings = { pace: { targets: { '1.1': { startMonth: 5, deadlineMonth: 8 } } } };
    expect(taskOf([0, 0, 0, 0, 0, 0, 0], settings).laggingSince).toBe('2023-05');
  });
});

describe('months without movement', () => {
  it.each([
    ['none where it moved', [1, 2, 3], 0],
    ['those in which the figure stayed', [1, 3, 3, 3], 2],
    ['since January where nothing was done, for a year begins at 0', [0, 0, 0], 3],
    ['one in January', [0], 1],
    ['a missing month between two equal figures, as figures accumulate', [1, 3, null, 3], 2],
    ['none after a missing month in which it moved', [1, 3, null, 4], 0],
    ['since January where the first figure of the year is 0', [null, null, null, 0], 4],
    ['none where the first figure of the year is not 0', [null, null, 3], 0],
    ['none where it fell', [1, 3, 2], 0],
    ['those before and after a slip of the unit', [3, '30000块', 3, 3], 3],
  ] as const)('are %s', (_, figures, months) => {
    expect(taskOf(figures).monthsStill).toBe(months);
  });

  it('are not counted of a task that is done, has no figure, or has not begun', () => {
    expect(taskOf([12, 12, 12]).monthsStill).toBeNull();
    expect(taskOf([12, 15]).monthsStill).toBeNull();
    const later = { pace: { targets: { '1.1': { startMonth: 4 } } } };
    expect(taskOf([0, 0, 0], later).monthsStill).toBeNull();
    expect(taskOf([0, 0, 0, 0, 0], later).monthsStill).toBe(2);
  });
});

describe('the month in which a task would be finished', () => {
  it.each([
    // 6 left at 2 a month.
    ['the mean rate of the last three months', [0, 0, 0, 2, 4, 6], '2023-09'],
    ['the whole rate, though not each month moved', [0, 0, 0, 0, 6, 6], '2023-09'],
    ['that of two months in February', [1, 2], '2023-12'],
    ['that of one month in January', [4], '2023-03'],
    ['rounded up to whole months', [0, 0, 0, 0, 0, 7], '2023-09'],
    // 11 left at 1/3 a month is 33 months.
    ['in a later year', [0, 0, 0, 0, 0, 1], '2026-03'],
    ['from the year’s beginning where March is missing', [null, null, null, null, null, 6], '2023-12'],
    ['over a longer span where three months back is missing', [0, 2, null, 4, 4, 6], '2023-12'],
    ['never without movement', [6, 6, 6, 6], 'never'],
    ['never where it fell', [3, 6, 6, 5, 5, 4], 'never'],
    ['never in any year that can be named', [0, 0, 0, 0, 0, '0.0001'], 'never'],
  ] as const)('is %s', (_, figures, month) => {
    expect(taskOf(figures).forecast).toBe(month);
  });

  it('is none for a task that is done or has not begun, and counts from its start', () => {
    expect(taskOf([6, 12]).forecast).toBeNull();
    const later = { pace: { targets: { '1.1': { startMonth: 5 } } } };
    expect(taskOf([0, 0, 0, 0], later).forecast).toBeNull();
    expect(taskOf([0, 0, 0, 0, 0, 4], later).forecast).toBe('2023-10');
  });
});

describe('a task that nobody reported now', () => {
  it('has none of these measures', () => {
    const two =
      '序号\t项目名称\t量化目标\t牵头单位\t甲区\n1\t建桥12座\t12座\t甲局\t12座\n2\t修路9公里\t9公里\t甲局\t9公里';
    const { month } = monthOf(
      ['2023-05,甲区,1,,1.1,0,座,', '2023-05,甲区,1,,2.1,0,公里,', '2023-06,甲区,1,,2.1,1,公里,'],
      { plan: two },
    );
    expect(month?.assessment.tasks[0]).toMatchObject({
      done: null,
      change: null,
      laggingSince: null,
      monthsStill: null,
      forecast: null,
      lastYear: null,
    });
  });
});
