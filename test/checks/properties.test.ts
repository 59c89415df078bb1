import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MonthData } from '../../src/checks/check.ts';
import { checkMonth, checkOneReturn, checkPlan } from '../../src/checks/index.ts';
import { columnReturns, columnReturnsBefore } from '../../src/model/column-returns.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Period } from '../../src/model/period.ts';
import type { Plan } from '../../src/model/plan.ts';
import type { Return } from '../../src/model/return.ts';
import { settingsSchema } from '../../src/model/settings.ts';
import { kindOf } from '../../src/month/check-catalogue.ts';
import { loadPlan } from '../../src/month/pipeline.ts';
import { anyPlan } from '../support/any-plan.ts';
import { periodOfYear, returnsOf, yearSeed } from '../support/any-returns.ts';
import { planFile } from '../support/plan-2023.ts';
import { runs } from '../support/runs.ts';
import { sampleReturns } from '../support/sample-returns.ts';

function monthData(
  plan: Plan,
  returns: readonly Return[],
  period: Period,
  planVersions: MonthData['planVersions'] = [],
): MonthData {
  return {
    ...{ plan, period, returns, planVersions, settings: settingsSchema.parse({}) },
    current: columnReturns(plan, returns, period),
    previous: columnReturnsBefore(plan, returns, period),
  };
}

/** What was found, wherever it stands and in whatever order. */
const findings = (diagnostics: readonly Diagnostic[]) =>
  diagnostics
    .map(({ code, about, data }) => JSON.stringify([code, about.target, about.column, Object.entries(data).sort()]))
    .sort();

/** The same things in another order: `order` gives each the place that it goes to. */
function shuffled<T>(things: readonly T[], order: readonly number[]): T[] {
  return things
    .map((thing, index) => [order[index % order.length] ?? 0, index, thing] as const)
    .sort(([a, i], [b, j]) => a - b || j - i)
    .map(([, , thing]) => thing);
}

function reordered(plan: Plan, order: readonly number[]): Plan {
  const figures = <V>(record: Readonly<Record<string, V>>) =>
    Object.fromEntries(shuffled(Object.entries(record), order));
  return {
    ...plan,
    columns: shuffled(plan.columns, order),
    projects: shuffled(plan.projects, order).map((project) => ({
      ...project,
      targets: project.targets.map((target) => ({ ...target, allocations: figures(target.allocations) })),
    })),
  };
}

const reorderedReturns = (returns: readonly Return[], order: readonly number[]) =>
  shuffled(returns, order).map((one) => ({ ...one, entries: shuffled(one.entries, order) }));

const plan2023 = planOf2023();
const anyOrder = fc.array(fc.nat(999), { minLength: 23, maxLength: 23 });

function planOf2023(): Plan {
  const { plan } = loadPlan(planFile);
  if (plan === null) throw new Error('the 2023 table could not be read');
  return plan;
}

describe('the checks', () => {
  it('stop at no plan and no returns, and say everything in full', () => {
    fc.assert(
      fc.property(anyPlan, yearSeed, fc.option(anyPlan), (plan, year, other) => {
        const returns = returnsOf(plan, year, false);
        const period = periodOfYear(plan, year);
        const before = { plan: other ?? plan, effective: period, documentNumber: null };
        const month = monthData(plan, returns, period, [before, { ...before, plan }]);
        const found = [...checkPlan(plan), ...checkMonth(month)];
        for (const { code, message, hint, data } of found) {
          expect(kindOf(code)).not.toBeNull();
          const texts = [message['zh-CN'], message.en, hint['zh-CN'], hint.en];
          for (const text of texts) expect(text).not.toMatch(/undefined|null|NaN|\[object/);
          expect(texts.every((text) => text.length > 5)).toBe(true);
          for (const value of Object.values(data)) expect(typeof value).toBe('string');
        }
        // What one return shows by itself, a month shows.
        const codes = new Set(checkMonth(month).map(({ code }) => code));
        for (const { code } of checkOneReturn(month)) expect(codes).toContain(code);
      }),
      { numRuns: runs(120, 1000) },
    );
  });

  it('find the same whatever the order of rows, districts, returns and entries', () => {
    fc.assert(
      fc.property(anyPlan, yearSeed, anyOrder, (plan, year, order) => {
        const returns = returnsOf(plan, year, true);
        const period = periodOfYear(plan, year);
        const [plan2, returns2] = [reordered(plan, order), reorderedReturns(returns, order)];
        expect(findings(checkPlan(plan2))).toEqual(findings(checkPlan(plan)));
        expect(findings(checkMonth(monthData(plan2, returns2, period)))).toEqual(
          findings(checkMonth(monthData(plan, returns, period))),
        );
      }),
      { numRuns: runs(120, 1000) },
    );
  });

  it('find the same in the 2023 table with any returns, whatever the order', () => {
    fc.assert(
      fc.property(yearSeed, anyOrder, (year, order) => {
        const returns = returnsOf(plan2023, year, true);
        const period = periodOfYear(plan2023, year);
        const [plan2, returns2] = [reordered(plan2023, order), reorderedReturns(returns, order)];
        expect(findings(checkMonth(monthData(plan2, returns2, period)))).toEqual(
          findings(checkMonth(monthData(plan2023, returns, period))),
        );
      }),
      { numRuns: runs(40, 300) },
    );
  });

  it('find the same in the sample year, whatever the order', () => {
    const returns = sampleReturns();
    const months = ['2023-05', '2023-06', '2023-08'] as const;
    const expected = months.map((period) => findings(checkMonth(monthData(plan2023, returns, period))));
    expect(expected.map((found) => found.length)).toEqual([2, 4, 3]);
    fc.assert(
      fc.property(anyOrder, (order) => {
        const [plan2, returns2] = [reordered(plan2023, order), reorderedReturns(returns, order)];
        expect(findings(checkPlan(plan2))).toEqual(findings(checkPlan(plan2023)));
        for (const [index, period] of months.entries())
          expect(findings(checkMonth(monthData(plan2, returns2, period)))).toEqual(expected[index]);
      }),
      { numRuns: runs(10) },
    );
  });
});
