import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Assessment, assess } from '../../src/analysis/assess.ts';
import { type PaceRule, paceAt, ruleOf } from '../../src/analysis/pace.ts';
import { type Exact, exact, one, sum, zero } from '../../src/model/exact.ts';
import { paceSettings } from '../../src/model/pace-settings.ts';
import { monthOf, periodOf, yearOf } from '../../src/model/period.ts';
import { type AnyYear, anyRule, anyYear } from '../support/any-year.ts';

const assessed = ({ plan, returns, period, settings }: AnyYear) => assess(plan, returns, period, settings);
const year = Array.from({ length: 12 }, (_, index) => periodOf(2024, index + 1));

/** Everything that was found, by what it is about and not by where it stands. */
function found({ tasks, columns, leadUnits, targets, course }: Assessment): object {
  const places = (
    all: readonly {
      name: string;
      score: Exact | null;
      rank: number | null;
      rankBefore: number | null;
      change: Exact | null;
      counts: object;
    }[],
  ) =>
    sorted(
      all.map(({ name, score, rank, rankBefore, change, counts }) => [
        name,
        text(score),
        rank,
        rankBefore,
        text(change),
        counts,
      ]),
    );
  return {
    tasks: sorted(
      tasks.map((task) => [
        task.target.id + task.column,
        ...[task.completion, task.pace, task.gap, task.change, task.left, task.neededMonthly].map(text),
        task.status,
        task.limit,
        task.laggingSince,
        task.monthsStill,
        task.forecast,
      ]),
    ),
    columns: places(columns.map((each) => ({ ...each, name: each.column.name }))),
    leadUnits: places(leadUnits),
    targets: sorted(
      targets.map(({ target, done, completion, status, lagging, spread }) => [
        target.id,
        done?.value,
        text(completion),
        status,
        lagging,
        spread && [
          spread.rated,
          spread.belowWhole,
          spread.belowPace,
          [...spread.highest.columns].sort(),
          [...spread.lowest.columns].sort(),
        ],
      ]),
    ),
    course: course.map(({ period, pace, scores, districts }) => [
      period,
      text(pace),
      sorted([...scores].map(([name, score]) => [name, text(score)])),
      districts && [districts.mean, districts.pace, districts.highest, districts.lowest].map(text),
    ]),
  };
}

const text = (value: Exact | null) => value?.toFraction() ?? null;
const sorted = (rows: readonly unknown[][]) => [...rows].sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));

describe('any year of any plan', () => {
  it('is judged alike in whatever order rows, columns and returns stand', () => {
    fc.assert(
      fc.property(anyYear, fc.func(fc.nat()), (given, weigh) => {
        const shuffled = <T>(values: readonly T[]) =>
          values
            .map((value, index) => ({ value, at: weigh(index, values.length) }))
            .sort((a, b) => a.at - b.at)
            .map(({ value }) => value);
        const projects = shuffled(given.plan.projects).map((project) => ({
          ...project,
          targets: shuffled(project.targets),
        }));
        const plan = { ...given.plan, projects, columns: shuffled(given.plan.columns) };
        const returns = shuffled(given.returns).map((each) => ({ ...each, entries: shuffled(each.entries) }));
        expect(found(assessed({ ...given, plan, returns }))).toEqual(found(assessed(given)));
      }),
      { numRuns: 60 },
    );
  });

  it('has totals that are the exact sums of their own columns, and counts that add up', () => {
    fc.assert(
      fc.property(anyYear, (given) => {
        const { tasks, targets, columns, leadUnits } = assessed(given);
        for (const { target, done, holders, unreported } of targets) {
          const own = tasks.filter((task) => task.target.id === target.id);
          expect([holders, unreported]).toEqual([own.length, own.filter((task) => task.done === null).length]);
          if (done)
            expect(
              exact(done.value).equals(sum(own.flatMap((task) => (task.done ? [exact(task.done.value)] : [])))),
            ).toBe(true);
        }
        for (const { tasks, counts, unreported, unjudged } of [...columns, ...leadUnits])
          expect(Object.values(counts).reduce((a, b) => a + b, unreported + unjudged)).toBe(tasks.length);
      }),
      { numRuns: 60 },
    );
  });

  it('tells nothing of a task that contradicts its other measures', () => {
    fc.assert(
      fc.property(anyYear, (given) => {
        const { tasks, columns } = assessed(given);
        const { lights, composite } = given.settings;
        for (const task of tasks) {
          const lags = task.status !== null && lights[task.status].lags;
          expect(task.laggingSince !== null).toBe(lags);
          if (task.gap && task.completion) expect(task.gap.add(task.pace).equals(task.completion)).toBe(true);
          if (task.monthsStill !== null) expect(task.monthsStill).toBeLessThanOrEqual(monthOf(given.period));
          const running = task.completion?.lt(one) && monthOf(given.period) >= task.rule.startMonth;
          expect([task.forecast !== null, task.monthsStill !== null]).toEqual([running ?? false, running ?? false]);
          if (task.forecast !== null && task.forecast !== 'never')
            expect(yearOf(task.forecast) * 12 + monthOf(task.forecast)).toBeGreaterThan(
              2024 * 12 + monthOf(given.period),
            );
          // Three months without movement leave no rate to go on at.
          if ((task.monthsStill ?? 0) >= 3) expect(task.forecast).toBe('never');
        }
        for (const { score, rank, tasks } of columns) {
          if (score) expect([score.gte(zero), score.mul(100).lte(exact(String(composite.cap)))]).toEqual([true, true]);
          if (rank !== null) expect(tasks.every(({ done }) => done !== null)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('any pace', () => {
  const rule = anyRule.map((own): PaceRule => ruleOf(paceSettings.parse({ targets: { '1.1': own } }), '1.1'));

  it('never falls, stays within 0 and 1, and is 1 from its deadline on and not before', () => {
    fc.assert(
      fc.property(rule, (own) => {
        const paces = year.map((month) => paceAt(own, month));
        paces.forEach((pace, index) => {
          expect([pace.gte(zero), pace.lte(one), pace.gte(paces[index - 1] ?? zero)]).toEqual([true, true, true]);
          expect(pace.equals(one)).toBe(index + 1 >= own.deadlineMonth);
          if (index + 1 < own.startMonth) expect(pace.equals(zero)).toBe(true);
        });
      }),
    );
  });
});
