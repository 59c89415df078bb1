import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/analysis/assess.ts';
import { defaultRule, monthsLeft, paceAt } from '../../src/analysis/pace.ts';
import { ranksOf } from '../../src/analysis/rank.ts';
import { statusOf } from '../../src/analysis/status.ts';
import { decimalText, exact, ratio, rounded } from '../../src/model/exact.ts';
import { paceSettings } from '../../src/model/pace-settings.ts';
import { periodOf } from '../../src/model/period.ts';
import { settingsSchema } from '../../src/model/settings.ts';
import { full, monthOf } from '../support/months.ts';
import { sampleMonth } from '../support/plan-2023.ts';
import { sampleReturns } from '../support/sample-returns.ts';

const settings = settingsSchema.parse({});
const assessed = (rows: readonly string[], options = {}) => {
  const { month, diagnostics } = monthOf(rows, options);
  if (month === null) throw new Error(diagnostics[0]?.message.en);
  return month.assessment;
};

describe('pace', () => {
  it('is n/12, or n/11 with nothing left to gain in December', () => {
    const ruleTo = (deadlineMonth: number) => defaultRule(paceSettings.parse({ default: { deadlineMonth } }));
    const [twelve, eleven] = [ruleTo(12), ruleTo(11)];
    expect([1, 6, 12].map((month) => paceAt(twelve, periodOf(2023, month)).toFraction())).toEqual(['1/12', '1/2', '1']);
    expect([6, 11, 12].map((month) => paceAt(eleven, periodOf(2024, month)).toFraction())).toEqual(['6/11', '1', '1']);
    expect([monthsLeft(twelve, '2023-06'), monthsLeft(twelve, '2023-12'), monthsLeft(eleven, '2024-12')]).toEqual([
      6, 0, 0,
    ]);
  });
});

describe('lights', () => {
  it.each([
    ['1', 'done'],
    ['1.115', 'done'],
    ['0.999999', 'ahead'],
    ['0.55', 'ahead'],
    ['0.5499999', 'onpace'],
    ['0.5', 'onpace'],
    ['0.4999999', 'slow'],
    ['0.4', 'slow'],
    ['0.3999999', 'lagging'],
    ['0.2', 'lagging'],
    ['0.1999999', 'critical'],
    ['0', 'critical'],
  ])('%s at a pace of 50 %% is %s', (rate, status) => {
    expect(statusOf(exact(rate), ratio(1, 2), settings.lights)).toBe(status);
  });
});

describe('ranks', () => {
  it('are shared by equal scores, and the next is skipped: 1, 1, 3', () => {
    const scores = new Map([
      ['甲', exact('0.5')],
      ['乙', exact('0.7')],
      ['丙', ratio(7, 10)],
      ['丁', null],
    ]);
    expect([...ranksOf(scores)]).toEqual([
      ['甲', 3],
      ['乙', 1],
      ['丙', 1],
    ]);
  });

  it('are one more than the number of better scores', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 12 }), (points) => {
        const ranks = ranksOf(new Map(points.map((p, i) => [String(i), ratio(p, 7)])));
        for (const [i, p] of points.entries())
          expect(ranks.get(String(i))).toBe(1 + points.filter((q) => q > p).length);
      }),
    );
  });
});

describe('a month', () => {
  it('measures each task: completion, distance to the pace, change, what is needed', () => {
    const { tasks } = assessed([...full('1', '1', '5'), ...full('0', '1', '1').map((row) => `2023-05,${row}`)]);
    const [city, lagging, above] = tasks;
    expect([city?.completion, city?.gap, city?.change].map((x) => x?.toFraction())).toEqual(['1/2', '0', '1/2']);
    expect([lagging?.status, lagging?.left?.toFraction(), lagging?.neededMonthly?.toFraction()]).toEqual([
      'lagging',
      '3',
      '1/2',
    ]);
    expect([above?.completion?.toFraction(), above?.status, above?.left]).toEqual(['5/4', 'done', null]);
  });

  it('counts a task above 100 % as 100 % in the score, never in the rate', () => {
    const { columns, targets } = assessed(full('1', '4', '5'));
    expect(columns.map((c) => c.score?.toFraction())).toEqual(['1/2', '1', '1']);
    expect(columns.map((c) => c.rank)).toEqual([null, 1, 1]);
    expect([targets[0]?.done?.value, targets[0]?.completion?.toFraction()]).toEqual(['10', '1']);
  });

  it('ranks nobody who left out a figure, and judges no total that is incomplete', () => {
    const { columns, targets } = assessed(full('1', '2', ''));
    expect(columns.map((c) => [c.rank, c.unreported])).toEqual([
      [null, 0],
      [1, 0],
      [null, 1],
    ]);
    expect([targets[0]?.done?.value, targets[0]?.unreported, targets[0]?.status]).toEqual(['3', 1, null]);
  });

  it('does not compare January with December', () => {
    const rows = [...full('1', '2', '2').map((row) => `2023-12,${row}`), ...full('0', '1', '1')];
    const { tasks, columns } = assessed(rows, { period: '2024-01' });
    expect(tasks.map((task) => task.change)).toEqual([null, null, null]);
    expect(columns.map(({ change, rankBefore }) => [change, rankBefore])).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ]);
  });

  it('needs nothing more once no month is left', () => {
    const { tasks } = assessed(full('1', '2', '3'), { period: '2023-12' });
    expect(tasks.map((task) => task.neededMonthly)).toEqual([null, null, null]);
    expect(tasks.map((task) => task.left?.toFraction())).toEqual(['1', '2', '1']);
  });

  it('gives an at-most target no ratio', () => {
    const plan = '序号\t项目名称\t量化目标\t牵头单位\t甲区\n1\t失业率5%以内\t5%以内\t甲局\t5%';
    const { tasks } = assessed(['甲区,1,,1.1,4.2,%,'], { plan });
    expect(tasks[0]).toMatchObject({ completion: null, limit: 'within', status: 'onpace', done: { value: '4.2' } });
  });
});

describe('the course of the year', () => {
  const months = (rows: Readonly<Record<string, readonly string[]>>) =>
    Object.entries(rows).flatMap(([month, lines]) => lines.map((line) => `${month},${line}`));
  const course = (rows: Readonly<Record<string, readonly string[]>>, options = {}) =>
    assessed(months(rows), options).course;
  const shown = (steps: ReturnType<typeof course>) =>
    steps.map(({ period, pace, scores, districts }) => [
      period,
      pace.toFraction(),
      ['甲区', '乙县'].map((name) => scores.get(name)?.toFraction() ?? null),
      districts && [districts.lowest, districts.mean, districts.highest].map((rate) => rate.toFraction()),
    ]);

  it('has scores, pace, mean and extremes of the districts, month by month', () => {
    const steps = course({
      '2023-04': full('0', '1', '2'),
      '2023-05': full('2', '2', '1'),
      '2023-06': full('2', '4', '5'),
    });
    expect(shown(steps)).toEqual([
      ['2023-04', '1/3', ['1/4', '1/2'], ['1/4', '3/8', '1/2']],
      ['2023-05', '5/12', ['1/2', '1/4'], ['1/4', '3/8', '1/2']],
      ['2023-06', '1/2', ['1', '1'], ['1', '1', '1']],
    ]);
  });

  it('has a gap where a return is missing or leaves out a figure, or where nobody reported', () => {
    const steps = course({
      '2023-02': full('0', '1', ''),
      '2023-03': full('0', '1', '1').slice(0, 2),
      '2023-06': full('1', '2', '2'),
    });
    expect(shown(steps)).toEqual([
      ['2023-02', '1/6', ['1/4', null], ['1/4', '1/4', '1/4']],
      ['2023-03', '1/4', ['1/4', null], ['1/4', '1/4', '1/4']],
      ['2023-04', '1/3', [null, null], null],
      ['2023-05', '5/12', [null, null], null],
      ['2023-06', '1/2', ['1/2', '1/2'], ['1/2', '1/2', '1/2']],
    ]);
  });

  it('has a gap, too, where a figure was in another unit than its task', () => {
    const slip = full('1', '2', '2').map((row) => row.replace('甲区,1,,1.1,2,座', '甲区,1,,1.1,20000,块'));
    const steps = course({ '2023-04': slip, '2023-05': full('1', '2', '2'), '2023-06': full('1', '2', '2') });
    expect(steps.map(({ scores }) => scores.get('甲区')?.toFraction() ?? null)).toEqual([null, '1/2', '1/2']);
  });

  it('takes the corrected return of each month, and none of other years or later months', () => {
    const corrected = [...full('0', '3', '3'), ...full('0', '1', '2').map((row) => row.replace(',1,,', ',2,,'))];
    const steps = course(
      {
        '2022-12': full('2', '4', '4'),
        '2023-01': corrected,
        '2023-02': full('1', '2', '2'),
        '2023-03': full('2', '4', '4'),
      },
      { period: '2023-02' },
    );
    expect(steps.map(({ period, scores }) => [period, scores.get('甲区')?.toFraction()])).toEqual([
      ['2023-01', '1/4'],
      ['2023-02', '1/2'],
    ]);
  });

  it('ends in the standings of the month, and takes the change from the one before', () => {
    const { assessment } = sampleMonth('2023-06');
    const [before, now] = assessment.course.slice(-2);
    expect(assessment.course.map(({ period }) => period)).toEqual(
      [1, 2, 3, 4, 5, 6].map((month) => periodOf(2023, month)),
    );
    for (const { column, score, change } of assessment.columns) {
      expect(now?.scores.get(column.name)).toEqual(score);
      const then = before?.scores.get(column.name);
      expect(change?.toFraction()).toBe(score && then ? score.sub(then).toFraction() : undefined);
    }
    expect(assessment.course.at(-1)?.scores.get('建德市')).toBeNull();
    // In August one unit slipped by 10,000; September does not count what is left of that return.
    const september = sampleMonth('2023-09').assessment;
    expect(september.course.map(({ scores }) => scores.get('临平区') === null)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((month) => month === 8),
    );
    expect(september.columns.find(({ column }) => column.name === '临平区')).toMatchObject({
      change: null,
      rankBefore: null,
    });
  });
});

describe('the sample month', () => {
  const { plan, assessment } = sampleMonth('2023-06');

  it('has totals that are exactly the sums of their parts', () => {
    for (const total of assessment.targets) {
      const parts = assessment.tasks.filter((task) => task.target.id === total.target.id && task.done);
      if (total.done === null) expect(parts).toEqual([]);
      else
        expect(total.done.value).toBe(
          decimalText(parts.reduce((sum, task) => sum.add(exact(task.done?.value ?? '0')), exact('0'))),
        );
    }
    expect(assessment.tasks).toHaveLength(390);
    for (const { tasks, counts, unreported, unjudged } of [...assessment.columns, ...assessment.leadUnits])
      expect(Object.values(counts).reduce((a, b) => a + b, unreported + unjudged)).toBe(tasks.length);
  });

  it('shows what the sample is made to show: a laggard, one above 100 %, one missing', () => {
    const rank = (name: string) => assessment.columns.find((c) => c.column.name === name)?.rank;
    expect([rank('滨江区'), rank('建德市'), rank('市本级')]).toEqual([13, null, null]);
    const above = assessment.tasks.filter((task) => task.completion?.gt(1));
    expect(
      above.map((task) => [task.target.id, task.column, task.completion && rounded(task.completion.mul(100), 1)]),
    ).toEqual([['4.3', '余杭区', '105.6']]);
  });

  it('does not depend on the order of the columns or of the returns', () => {
    const returns = [...sampleReturns()].reverse();
    const again = assess({ ...plan, columns: [...plan.columns].reverse() }, returns, '2023-06', settings);
    for (const column of assessment.columns) {
      const other = again.columns.find((c) => c.column.name === column.column.name);
      expect([other?.rank, other?.score?.toFraction(), other?.rankBefore]).toEqual([
        column.rank,
        column.score?.toFraction(),
        column.rankBefore,
      ]);
    }
  });
});
