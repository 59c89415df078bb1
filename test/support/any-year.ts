import fc from 'fast-check';
import { type Period, periodOf } from '../../src/model/period.ts';
import { type Plan, targetsOf } from '../../src/model/plan.ts';
import type { Return, ReturnEntry } from '../../src/model/return.ts';
import { type Settings, settingsSchema } from '../../src/model/settings.ts';
import { anyPlan } from './any-plan.ts';

/** A plan, what was returned in its year up to a month, and how the office judges it. */
export interface AnyYear {
  readonly plan: Plan;
  readonly returns: readonly Return[];
  readonly period: Period;
  readonly settings: Settings;
}

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const at = { source: '月报.csv', part: null, row: 2, column: 6 };

const month = fc.integer({ min: 1, max: 12 });
const nodes = fc
  .tuple(
    fc.subarray(months, { minLength: 1 }),
    fc.uniqueArray(fc.integer({ min: 0, max: 999 }), { minLength: 12, maxLength: 12 }),
  )
  .map(([at, shares]) => {
    const rising = shares.sort((a, b) => a - b);
    return Object.fromEntries(
      at.map((name, index) => [name, index === at.length - 1 ? '100%' : `${(rising[index] as number) / 10}%`]),
    );
  });

/** Any rule that an office may write for a target. */
export const anyRule: fc.Arbitrary<object> = fc.oneof(
  fc.tuple(month, month).map(([a, b]) => ({ startMonth: Math.min(a, b), deadlineMonth: Math.max(a, b) })),
  fc.record({ nodes, between: fc.constantFrom('hold', 'linear') }),
);

/** A figure in tenths of a task, rarely none, no entry, or one in another unit. */
const figure = fc.oneof(
  { weight: 8, arbitrary: fc.nat(14) },
  { weight: 1, arbitrary: fc.constantFrom('blank', 'absent', 'slip') },
) as fc.Arbitrary<number | 'blank' | 'absent' | 'slip'>;

/** Any year of any plan; figures need not rise. */
export const anyYear: fc.Arbitrary<AnyYear> = anyPlan.chain((plan) => {
  const ids = targetsOf(plan).map(({ target }) => target.id);
  return fc
    .record({
      last: month,
      figures: fc.infiniteStream(figure),
      missing: fc.infiniteStream(fc.nat(9)),
      rule: anyRule,
      rules: fc.dictionary(fc.constantFrom(...ids), anyRule),
      weights: fc.dictionary(fc.constantFrom(...ids), fc.constantFrom(0, 0.5, 1, 3)),
      cap: fc.constantFrom(100, 120, 33.3),
    })
    .map(({ last, figures, missing, rule, rules, weights, cap }) => ({
      plan,
      period: periodOf(2024, last),
      returns: returnsOf(plan, last, figures, missing),
      settings: settingsSchema.parse({
        pace: { default: rule, targets: rules },
        composite: { cap, weights },
      }),
    }));
});

function returnsOf(plan: Plan, last: number, figures: Iterator<number | string>, missing: Iterator<number>): Return[] {
  return months.slice(0, last).flatMap((name) =>
    plan.columns.flatMap(({ name: reporter }): Return[] => {
      if (missing.next().value === 0) return [];
      const period = periodOf(2024, name);
      const entries = targetsOf(plan).flatMap(({ target }) => entryOf(target, reporter, figures.next().value));
      return [{ reporter, period, revision: 1, cutoff: `${period}-28`, sample: false, entries, at }];
    }),
  );
}

function entryOf(
  target: Plan['projects'][number]['targets'][number],
  column: string,
  figure: number | string,
): ReturnEntry[] {
  const task = target.allocations[column];
  if (!task || figure === 'absent') return [];
  const value = typeof figure === 'number' ? String((Math.abs(Number(task.value)) * figure) / 10) : '1';
  const plain = /^\d+(?:\.\d+)?$/.test(value) ? value : '0';
  const cumulative = figure === 'blank' ? null : { value: plain, unit: figure === 'slip' ? '块' : task.unit };
  return [{ target: target.id, cumulative, mark: null, remark: '', at }];
}
