import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correct } from '../../src/decisions/correct.ts';
import { settle } from '../../src/decisions/settle.ts';
import { statesOf } from '../../src/decisions/states.ts';
import type { DecidedFigure, Decision } from '../../src/model/decision.ts';
import { defineProblem } from '../../src/model/diagnostic.ts';
import type { Period } from '../../src/model/period.ts';
import { type Plan, targetsOf } from '../../src/model/plan.ts';
import { parseQuantity, type Quantity, quantityText } from '../../src/model/quantity.ts';
import { latestReturns, type Return } from '../../src/model/return.ts';
import { readPlanFile } from '../../src/month/pipeline.ts';
import { decisionOn } from '../support/decisions.ts';
import { planFile } from '../support/plan-2023.ts';
import { sampleReturns } from '../support/sample-returns.ts';

const { plan } = readPlanFile(planFile) as { plan: Plan };
const returns = sampleReturns();
const clauseOf = (id: string) => targetsOf(plan).find(({ target }) => target.id === id)?.target.clause ?? '';

function correction(
  figure: Pick<DecidedFigure, 'target' | 'column' | 'period'> & Partial<DecidedFigure>,
  was: string | null,
  value: string,
  more: Partial<Decision> = {},
): Decision {
  const about = { target: figure.target, ...(figure.column === null ? {} : { column: figure.column }) };
  return decisionOn(
    { code: 'some-code', about, data: { was: was ?? '', ...(figure.period ? { period: figure.period } : {}) } },
    {
      kind: 'correct',
      figure: { clause: clauseOf(figure.target), leftOutOf: null, ...figure },
      was: was === null ? null : parseQuantity(was),
      value: parseQuantity(value),
      ...more,
    },
  );
}

const problem = defineProblem<{ n: string }>('some-code', 'warning', {
  'zh-CN': ({ n }) => ({ message: n, hint: '' }),
  en: ({ n }) => ({ message: n, hint: '' }),
});
const june = '2023-06' as Period;
const august = '2023-08' as Period;
const slip = { target: '16.1', column: '临平区', period: august };
const allocation = { target: '6.3', column: '上城区', period: null };
const figureIn = (all: readonly Return[], period: Period, reporter: string, id: string): string | undefined => {
  const entry = latestReturns(all, period)
    .get(reporter)
    ?.entries.find(({ target }) => target === id);
  return entry?.cumulative ? quantityText(entry.cumulative) : undefined;
};
const targetIn = (one: Plan, id: string) => targetsOf(one).find(({ target }) => target.id === id)?.target;
const [was63 = ''] = [targetIn(plan, '6.3')?.allocations['上城区']].map((q) => (q ? quantityText(q) : ''));

describe('a correction', () => {
  it('replaces a figure of the plan, keeps the printed one beside it, and is told', () => {
    const decision = correction(allocation, was63, '99处', { because: '督查室核对原件。' });
    const corrected = correct(plan, returns, [decision]);
    const target = targetIn(corrected.plan, '6.3');
    expect(target?.allocations['上城区']).toEqual({ value: '99', unit: '处' });
    expect(target?.corrected).toEqual({ allocations: { 上城区: { was: decision.was, decision } } });
    expect(target?.original).toEqual(targetIn(plan, '6.3')?.original);
    expect(corrected.returns).toEqual(returns);
    const [{ told } = { told: undefined }] = corrected.applied;
    expect(told?.message['zh-CN']).toBe(
      `目标6.3上城区任务数按处理意见由${was63}更正为99处：督查室核对原件（督查室联络员，2023年3月1日）`,
    );
    expect(told).toMatchObject({ severity: 'info', about: { target: '6.3', column: '上城区' }, decision });
    // Nothing else of the plan is touched.
    expect({ ...target, allocations: {}, corrected: undefined }).toEqual({
      ...targetIn(plan, '6.3'),
      allocations: {},
      corrected: undefined,
    });
  });

  it('replaces the quantity of a target, in its text too', () => {
    const figure = { target: '6.3', column: null, period: null };
    const { plan: after } = correct(plan, returns, [correction(figure, '138处', '148处')]);
    expect(targetIn(after, '6.3')).toMatchObject({ text: '148处', quantity: { value: '148', unit: '处' } });
    expect(targetIn(after, '6.3')?.corrected?.quantity?.was).toEqual({ value: '138', unit: '处' });
  });

  it('replaces what a reporter said in a month, and in no other month', () => {
    const decision = correction(slip, '52000平方米', '5.2万平方米');
    const { returns: after, applied } = correct(plan, returns, [decision]);
    expect(figureIn(after, august, '临平区', '16.1')).toBe('5.2万平方米');
    expect(figureIn(after, '2023-07', '临平区', '16.1')).toBe('4.6万平方米');
    const changed = after.filter((one, index) => one !== returns[index]);
    expect(changed.map(({ reporter, period }) => [reporter, period])).toEqual([['临平区', august]]);
    const entry = changed[0]?.entries.find(({ corrected }) => corrected);
    expect(entry?.corrected).toEqual({ was: { value: '52000', unit: '平方米' }, decision });
    expect(applied[0]?.told.message['zh-CN']).toBe(
      '临平区2023年8月目标16.1累计完成按处理意见由52000平方米更正为5.2万平方米：已核实（督查室联络员，2023年3月1日）',
    );
    expect(applied[0]?.told.about).toEqual(slip);
  });

  it.each([
    ['another figure stands there', correction(slip, '52001平方米', '5.2万平方米')],
    ['the same amount stands there, written otherwise', correction(slip, '52000.0平方米', '5.2万平方米')],
    ['it has not the unit of the task', correction(slip, '52000平方米', '5.2平方米')],
    ['it has no unit', correction(slip, '52000平方米', '5.2')],
    [
      'the target is another under that number',
      correction({ ...slip, clause: '别的任务' }, '52000平方米', '5.2万平方米'),
    ],
    ['the column has no task', correction({ ...allocation, column: '丙区' }, '3处', '4处')],
    ['nobody reported', correction({ ...slip, column: '丙区' }, '3万平方米', '4万平方米')],
    [
      'it was revoked',
      correction(slip, '52000平方米', '5.2万平方米', {
        revoked: { by: '督查室负责人', because: '有误', revoked: '2023-09-01' },
      }),
    ],
    ['the figure was let in after all', correction({ ...slip, leftOutOf: 1 }, '52000平方米', '5.2万平方米')],
  ])('is not applied where %s', (_, decision) => {
    expect(correct(plan, returns, [decision])).toEqual({ plan, returns, applied: [] });
  });

  it('of a figure that was not let in fills it in, in the return that it was left out of alone', () => {
    const without = returns.map((one) =>
      one.reporter === '临平区' && one.period === august
        ? { ...one, entries: one.entries.filter(({ target }) => target !== '16.1') }
        : one,
    );
    const decision = correction({ ...slip, leftOutOf: 1 }, '52000平方米', '5.2万平方米');
    const filled = correct(plan, without, [decision]);
    expect(figureIn(filled.returns, august, '临平区', '16.1')).toBe('5.2万平方米');
    expect(filled.applied).toHaveLength(1);
    const again = without.map((one) => (one.reporter === '临平区' ? { ...one, revision: 2 } : one));
    expect(correct(plan, again, [decision]).applied).toEqual([]);
  });

  it('follows its target to another number', () => {
    const moved = {
      ...plan,
      projects: plan.projects.map((project) => ({
        ...project,
        targets: project.targets.map((target) => (target.id === '6.3' ? { ...target, id: '6.9' } : target)),
      })),
    };
    const corrected = correct(moved, [], [correction(allocation, was63, '99处')]);
    expect(targetIn(corrected.plan, '6.9')?.allocations['上城区']?.value).toBe('99');
    expect(corrected.applied[0]?.told.about.target).toBe('6.9');
  });

  it('of what a lead unit reported for a column is found there', () => {
    const lead = targetIn(plan, '5.1')?.leadUnits[0] ?? '';
    const at = { source: '月报.csv', part: null, row: 2, column: 6 };
    const entry = {
      target: '5.1',
      cumulative: { value: '3', unit: '所' },
      mark: null,
      remark: '',
      column: '市本级',
      at,
    };
    const of = { reporter: lead, period: june, revision: 1, cutoff: '2023-06-30', sample: false, at, entries: [entry] };
    const figure = { target: '5.1', column: '市本级', period: june };
    const { returns: after } = correct(plan, [of], [correction(figure, '3所', '4所')]);
    expect(after[0]?.entries[0]).toMatchObject({ column: '市本级', cumulative: { value: '4', unit: '所' } });
  });
});

const targets = ['6.3', '12.1', '16.1', '5.1'];
const columns = ['上城区', '临平区', '市本级', null];
const periods = [null, june, august];
const quantity = fc.constantFrom('138处', '138', '52000平方米', '5.2万平方米', '9处', '8堂', '1000堂', '1所');
const anyCorrection = fc
  .record({
    target: fc.constantFrom(...targets),
    column: fc.constantFrom(...columns),
    period: fc.constantFrom(...periods),
    // Half of them aim at the figure that stands there.
    aimed: fc.boolean(),
    was: quantity,
    value: quantity,
    n: fc.nat(1e6),
  })
  .filter(({ column, period }) => period === null || column !== null)
  .map(({ target, column, period, aimed, was, value, n }) => {
    const present = presentIn(plan, returns, { target, column, period });
    const unit = present?.unit ?? '';
    const to = aimed ? `${value.replace(/[^\d.]+$/u, '')}${unit}` : value;
    return correction({ target, column, period }, aimed && present ? quantityText(present) : was, to, {
      id: `2023-${n}`,
    });
  });

function presentIn(
  one: Plan,
  all: readonly Return[],
  { target, column, period }: Pick<DecidedFigure, 'target' | 'column' | 'period'>,
): Quantity | null {
  if (period !== null) {
    const entries = latestReturns(all, period).get(column ?? '')?.entries;
    return entries?.find((entry) => entry.target === target)?.cumulative ?? null;
  }
  const found = targetIn(one, target);
  return (column === null ? found?.quantity : found?.allocations[column]) ?? null;
}

describe('corrections', () => {
  it('never touch another figure than the one they were made on', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyCorrection, { maxLength: 6, selector: ({ id }) => id }), (decisions) => {
        const after = correct(plan, returns, decisions);
        const applied = new Map(after.applied.map(({ decision }) => [decision.id, decision]));
        for (const target of targets)
          for (const column of columns)
            for (const period of periods) {
              const [before, now] = [
                presentIn(plan, returns, { target, column, period }),
                presentIn(after.plan, after.returns, { target, column, period }),
              ];
              const mine = [...applied.values()].filter(
                ({ figure }) => figure?.target === target && figure.column === column && figure.period === period,
              );
              expect(mine.length).toBeLessThanOrEqual(1);
              expect(now).toEqual(mine[0] ? mine[0].value : before);
              if (mine[0]) expect(mine[0].was).toEqual(before);
            }
      }),
      { numRuns: 60 },
    );
  });

  it('come out the same in any order, but of those on one figure the last', () => {
    const ordered = fc
      .uniqueArray(anyCorrection, { maxLength: 6, selector: ({ figure }) => JSON.stringify(figure) })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(ordered, ([decisions, shuffled]) => {
        expect(correct(plan, returns, shuffled)).toEqual(correct(plan, returns, decisions));
      }),
      { numRuns: 60 },
    );
    const [first, last] = ['98处', '99处'].map((value) =>
      correction(allocation, was63, value, { id: value, code: value }),
    ) as [Decision, Decision];
    expect(targetIn(correct(plan, [], [first, last]).plan, '6.3')?.allocations['上城区']?.value).toBe('99');
    expect(targetIn(correct(plan, [], [last, first]).plan, '6.3')?.allocations['上城区']?.value).toBe('98');
  });

  it('of one figure leave none where the last was revoked, and the earlier counts as replaced', () => {
    const first = correction(allocation, was63, '98处', { id: '2023-1' });
    const last = correction(allocation, was63, '99处', { id: '2023-2', code: 'other-code' });
    const { applied } = correct(plan, [], [first, last]);
    expect(applied.map(({ decision }) => decision.id)).toEqual(['2023-2']);
    const found = [problem({ n: '1' }, null, first.about)];
    expect([...statesOf([first, last], found, applied, null).values()]).toEqual(['replaced', 'in-force']);
    expect(settle(found, [first, last], null)).toEqual(found);
    const revoked = { ...last, revoked: { by: '督查室负责人', because: '有误', revoked: '2023-04-01' } };
    expect(correct(plan, [], [first, revoked])).toEqual({ plan, returns: [], applied: [] });
  });

  it('made twice are applied once: a corrected figure is another one', () => {
    const decision = correction(allocation, was63, '99处');
    const once = correct(plan, returns, [decision]);
    expect(correct(once.plan, once.returns, [decision]).applied).toEqual([]);
  });
});
