import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingsFor } from '../../src/briefings/findings.ts';
import type { Month } from '../../src/briefings/month.ts';
import { correctReadings } from '../../src/decisions/correct-readings.ts';
import type { Decision } from '../../src/model/decision.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { decimalText, exact } from '../../src/model/exact.ts';
import type { Period } from '../../src/model/period.ts';
import { type Plan, targetsOf } from '../../src/model/plan.ts';
import { parseQuantity, type Quantity } from '../../src/model/quantity.ts';
import { judgeMonth, loadPlan, type MonthReadings, readMonth } from '../../src/month/pipeline.ts';
import { decisionOn } from '../support/decisions.ts';
import { planFile, sampleSources } from '../support/plan-2023.ts';

const sources = sampleSources('2023-06');
const readings = readMonth(sources);
const judge = (period: string, decisions: readonly Decision[], more: Partial<MonthReadings> = {}) =>
  judgeMonth({ ...readings, ...more, decisions }, { ...sources, period: period as Period });
const clauseOf = (id: string) =>
  targetsOf(readings.plan as Plan).find(({ target }) => target.id === id)?.target.clause ?? '';
const found = (period: string, code: string, target: string): Diagnostic => {
  const d = judge(period, []).diagnostics.find((one) => one.code === code && one.about.target === target);
  if (d === undefined) throw new Error(`no ${code} of ${target}`);
  return d;
};
const printed = (month: Month | null, column: string | null) =>
  month === null ? [] : findingsFor(month, column).map(({ message, decision }) => `${message}｜${decision ?? ''}`);

const sums = ['6.3', '12.1', '13.3'].map((target, index) => {
  const d = found('2023-06', 'allocation-sum', target);
  return decisionOn(d, {
    id: `2023-${index + 1}`,
    finding: d.message['zh-CN'],
    by: '督查室督查室联络员',
    because: '经市残联核实',
  });
});
const slip = found('2023-08', 'return-unit', '16.1');
const figure = {
  target: '16.1',
  clause: clauseOf('16.1'),
  column: '临平区',
  period: '2023-08' as Period,
  leftOutOf: null,
};
const august = decisionOn(slip, {
  id: '2023-4',
  kind: 'correct',
  figure,
  was: parseQuantity('52000平方米'),
  value: parseQuantity('5.2万平方米'),
  because: '临平区来函更正',
});

describe('decisions on the sums of the plan', () => {
  it('are printed in every document that they touch', () => {
    const { month, states } = judge('2023-06', sums);
    const decision = '按原表列示（经市残联核实；督查室督查室联络员，2023年3月1日）';
    const city = printed(month, null).filter((line) => line.includes('各列合计'));
    expect(city.map((line) => line.split('｜')[1])).toEqual([decision, decision, decision]);
    expect([...states.values()]).toEqual(['in-force', 'in-force', 'in-force']);
    for (const { name } of readings.plan?.columns ?? []) {
      const held = targetsOf(readings.plan as Plan).filter(
        ({ target }) => ['6.3', '12.1', '13.3'].includes(target.id) && target.allocations[name] !== undefined,
      );
      expect(printed(month, name).filter((line) => line.includes(decision))).toHaveLength(held.length);
    }
  });

  it('are of their year alone', () => {
    const others = sums.map((one) => ({ ...one, year: 2022 }));
    expect(judge('2023-06', others).diagnostics).toEqual(judge('2023-06', []).diagnostics);
  });

  it('are said when the plan alone is checked', () => {
    const { diagnostics } = loadPlan(planFile, null, sums);
    expect(diagnostics.flatMap(({ decision }) => decision?.id ?? [])).toEqual(['2023-1', '2023-2', '2023-3']);
  });

  it('die with the sum: a corrected allocation makes it another question', () => {
    const correction = decisionOn(found('2023-06', 'allocation-sum', '6.3'), {
      id: '2023-9',
      code: 'cell-unit',
      kind: 'correct',
      figure: { target: '6.3', clause: clauseOf('6.3'), column: '上城区', period: null, leftOutOf: null },
      was: readings.plan?.projects[5]?.targets[2]?.allocations['上城区'] ?? null,
      value: parseQuantity('11处'),
    });
    const { month, states } = judge('2023-06', [...sums, correction]);
    const lines = printed(month, '上城区').filter((line) => line.includes('6.3'));
    expect(lines).toEqual([
      expect.stringMatching(/^目标6\.3的量化目标为138处，各列合计(?!148).*｜$/),
      expect.stringMatching(
        /^目标6\.3上城区任务数按处理意见由\d+处更正为11处：已核实（督查室联络员，2023年3月1日）｜$/,
      ),
      expect.stringMatching(
        /^处理意见已失效（督查室督查室联络员，2023年3月1日）：原针对“目标6\.3.*合计148处.*”，现为“目标6\.3.*”｜$/,
      ),
    ]);
    expect([states.get('2023-1'), states.get('2023-9')]).toEqual(['dead', 'in-force']);
    const task = month?.assessment.tasks.find((one) => one.target.id === '6.3' && one.column === '上城区');
    expect(task?.task).toEqual({ value: '11', unit: '处' });
  });
});

describe('a month that was stopped by a slip of units', () => {
  it('is not published by accepting it', () => {
    expect(judge('2023-08', []).month).toBeNull();
    const { month, states } = judge('2023-08', [decisionOn(slip)]);
    expect([month, states.get('2023-1')]).toEqual([null, 'refused']);
  });

  it('is published by a correction, of which the documents tell', () => {
    const { month, diagnostics } = judge('2023-08', [august]);
    expect(diagnostics.filter(({ code }) => code === 'return-unit')).toEqual([]);
    const task = month?.assessment.tasks.find((one) => one.target.id === '16.1' && one.column === '临平区');
    expect(task).toMatchObject({ done: { value: '5.2', unit: '万平方米' }, status: 'ahead' });
    expect(month?.assessment.columns.find(({ column }) => column.name === '临平区')?.rank).not.toBeNull();
    const told =
      '临平区2023年8月目标16.1累计完成按处理意见由52000平方米更正为5.2万平方米：临平区来函更正（督查室联络员，2023年3月1日）｜';
    expect(printed(month, null)).toContain(told);
    expect(printed(month, '临平区')).toContain(told);
    expect(printed(month, '上城区')).not.toContain(told);
  });

  it('is seen as corrected by the months after it, which say so, and not by those before', () => {
    const [without, withIt] = [judge('2023-09', []), judge('2023-09', [august])];
    const standing = (of: typeof withIt) => of.month?.assessment.columns.find(({ column }) => column.name === '临平区');
    expect([standing(without)?.change, standing(withIt)?.change?.s]).toEqual([null, 1n]);
    const isTold = (period: string) =>
      judge(period, [august]).diagnostics.some(({ code }) => code === 'figure-corrected');
    expect(['2023-07', '2023-09', '2023-12'].map(isTold)).toEqual([false, true, true]);
  });

  it('is stopped again when the return has another figure', () => {
    const returns = readings.returns.map((one) =>
      one.reporter === '临平区' && one.period === '2023-08'
        ? {
            ...one,
            entries: one.entries.map((entry) =>
              entry.target === '16.1' ? { ...entry, cumulative: { value: '53000', unit: '平方米' } } : entry,
            ),
          }
        : one,
    );
    const { month, diagnostics, states } = judge('2023-08', [august], { returns });
    expect([month, states.get('2023-4')]).toEqual([null, 'dead']);
    expect(diagnostics.map(({ code }) => code)).toEqual(expect.arrayContaining(['return-unit', 'decision-dead']));
  });
});

describe('a decision on a month', () => {
  const above = found('2023-08', 'above-task', '4.3');

  it('says that figures stand as reported, and is none on the next month', () => {
    expect(above.about).toEqual({ target: '4.3', column: '余杭区', period: '2023-08' });
    const decision = decisionOn(above, { id: '2023-5' });
    const decided = (period: string) =>
      judge(period, [august, decision]).diagnostics.flatMap((d) =>
        d.decision?.id === '2023-5' ? d.message['zh-CN'] : [],
      );
    expect(decided('2023-08')).toEqual([above.message['zh-CN']]);
    expect(decided('2023-09')).toEqual([]);
    expect(printed(judge('2023-08', [august, decision]).month, '余杭区')).toContain(
      `${above.message['zh-CN']}｜按所报列示（已核实；督查室联络员，2023年3月1日）`,
    );
  });

  it('is put off up to a day, which is compared with the issue date', () => {
    const decision = decisionOn(above, { kind: 'postpone', until: '2023-09-20' });
    const on = (issued: string) =>
      judgeMonth({ ...readings, decisions: [august, decision] }, { ...sources, period: '2023-08', issued }).states.get(
        '2023-1',
      );
    expect([on('2023-09-05'), on('2023-09-20'), on('2023-09-21')]).toEqual(['in-force', 'in-force', 'expired']);
  });
});

const doubled = (q: Quantity | null) => q && { ...q, value: decimalText(exact(q.value).mul(2)) };

it('what was put off too long stays by itself among many of its kind, and says that its day is past', () => {
  const returns = readings.returns.map((one) =>
    one.reporter === '上城区' && one.period === '2023-12'
      ? { ...one, entries: one.entries.map((entry) => ({ ...entry, cumulative: doubled(entry.cumulative) })) }
      : one,
  );
  const { month, diagnostics } = judge('2023-12', [], { returns });
  const above = diagnostics.filter(({ code, about }) => code === 'above-task' && about.column === '上城区');
  expect(above.length).toBeGreaterThan(5);
  const [first] = above as [Diagnostic, ...Diagnostic[]];
  const lines = (of: Month | null) =>
    (of === null ? [] : findingsFor(of, null)).map(({ message, hint }) => message + hint);
  expect(lines(month)).not.toContainEqual(expect.stringContaining(first.message['zh-CN']));
  const late = decisionOn(first, { kind: 'postpone', until: '2023-12-31' });
  expect(lines(judge('2023-12', [late], { returns }).month)).toContainEqual(
    expect.stringMatching(new RegExp(`^${first.message['zh-CN']}.*于2023年12月31日前核实处理，期限已过：已核实。`)),
  );
});

it('accepting or postponing any of what was found changes no figure and hides nothing', () => {
  const before = judge('2023-06', []);
  const decisions = before.diagnostics.map((d, index) =>
    decisionOn(d, { id: `2023-${index + 1}`, ...(index % 2 === 0 ? {} : { kind: 'postpone', until: '2023-12-31' }) }),
  );
  fc.assert(
    fc.property(fc.shuffledSubarray(decisions), (some) => {
      const after = judge('2023-06', some);
      expect(after.month?.assessment).toEqual(before.month?.assessment);
      expect(after.diagnostics.map(({ message }) => message)).toEqual(before.diagnostics.map(({ message }) => message));
      expect(new Set(after.diagnostics.flatMap(({ decision }) => decision?.id ?? []))).toEqual(
        new Set(some.map(({ id }) => id)),
      );
    }),
    { numRuns: 6 },
  );
});

it('corrections of last year hold in the comparison with it', () => {
  const { plan, returns } = readings as MonthReadings & { plan: Plan };
  const { lastYear } = correctReadings(
    { ...readings, lastYear: { plan, returns }, decisions: [august] },
    2024,
  ).readings;
  const figures = lastYear?.returns
    .filter(({ reporter, period }) => reporter === '临平区' && period === '2023-08')
    .map(({ entries }) => entries.find(({ target }) => target === '16.1')?.cumulative);
  expect(figures).toEqual([{ value: '5.2', unit: '万平方米' }]);
});
