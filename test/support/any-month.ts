import fc from 'fast-check';
import Fraction from 'fraction.js';
import type { Month } from '../../src/briefings/month.ts';
import { dayIn, type Period, periodOf } from '../../src/model/period.ts';
import { type Plan, targetsOf } from '../../src/model/plan.ts';
import type { Return, ReturnEntry } from '../../src/model/return.ts';
import { settingsSchema } from '../../src/model/settings.ts';
import { judgeMonth } from '../../src/month/pipeline.ts';
import { leavesOf } from '../../src/plan/header-tree.ts';
import { anyPlan } from './any-plan.ts';
import { theme } from './theme.ts';

/** Months of any plan with returns of every shape: whole, with gaps, none; all done, none done, all alike, over the task. */

/** A place of its own for each entry: by it its return is told again. */
const place = () => ({ source: '月报.csv', part: null, row: null, column: null });

/** How far the figures of a month are, in hundredths of the task, drawn for each task. */
const progress: fc.Arbitrary<fc.Arbitrary<number>> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(fc.integer({ min: 0, max: 130 })) },
  { weight: 2, arbitrary: fc.nat(110).map((all) => fc.constant(all)) },
  { weight: 1, arbitrary: fc.constant(fc.constantFrom(0, 50, 100)) },
  { weight: 1, arbitrary: fc.constant(fc.integer({ min: 100, max: 400 })) },
  { weight: 1, arbitrary: fc.constant(fc.integer({ min: 45, max: 55 })) },
);

/** What a reporter sends: all, nothing, all but some, or a return without figures. */
const sending = fc.oneof(
  { weight: 6, arbitrary: fc.constant('all' as const) },
  { weight: 1, arbitrary: fc.constant('none' as const) },
  { weight: 1, arbitrary: fc.constant('some' as const) },
  { weight: 1, arbitrary: fc.constant('blank' as const) },
);

const monthly = fc.record({ progress, sending: fc.array(sending, { minLength: 8, maxLength: 8 }), seed: fc.nat() });

const usual = settingsSchema.parse({}).lights;
const lights: fc.Arbitrary<object> = fc.oneof(
  { weight: 5, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.constant({ lights: { ...usual, slow: { ...usual.slow, label: '偏慢', lags: true } } }),
  },
);

/** A pace of its own for the first target, or none. */
const ownPace = fc.constantFrom(
  {},
  {},
  { targets: { '1.1': { nodes: { 3: '20%', 6: '50%', 12: '100%' } } } },
  { targets: { '1.1': { startMonth: 4, deadlineMonth: 9 } } },
);

/** The plan with one of its districts alone. */
function oneDistrict(plan: Plan): Plan {
  const only = plan.columns.find(({ kind }) => kind === 'district')?.name;
  const columns = plan.columns.filter(({ name, kind }) => kind === 'city' || name === only);
  const keep = <T>(held: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(held).filter(([name]) => columns.some((column) => column.name === name)));
  return {
    ...plan,
    columns,
    header: leavesOf(plan.header).filter(({ role, label }) => role !== 'district' || label === only),
    projects: plan.projects.map((project) => ({
      ...project,
      targets: project.targets.map((target) => ({
        ...target,
        allocations: keep(target.allocations),
        marks: keep(target.marks),
      })),
    })),
  };
}

const plans = fc.oneof({ weight: 7, arbitrary: anyPlan }, { weight: 1, arbitrary: anyPlan.map(oneDistrict) });

/** A month that can be published. */
export const anyMonth: fc.Arbitrary<Month> = fc
  .record({
    plan: plans,
    month: fc.integer({ min: 1, max: 12 }),
    deadlineMonth: fc.constantFrom(12, 12, 11),
    ownPace,
    lights,
    months: fc.array(monthly, { minLength: 1, maxLength: 4 }),
  })
  .map(({ plan, month, deadlineMonth, ownPace, lights, months }) => {
    const period = periodOf(2024, month);
    const returns = months.flatMap((each, back) =>
      month - back < 1 ? [] : returnsOf(plan, periodOf(2024, month - back), each),
    );
    const { month: judged } = judgeMonth(
      { plan, returns, decisions: [], lastYear: null, planVersions: [], planDiagnostics: [], returnDiagnostics: [] },
      {
        period,
        settings: settingsSchema.parse({ pace: { default: { deadlineMonth }, ...ownPace }, ...lights }),
        marks: theme.marks,
        issued: null,
      },
    );
    return judged && { ...judged, [fc.toStringMethod]: () => shown(judged, returns) };
  })
  .filter((month) => month !== null);

interface Monthly {
  readonly progress: fc.Arbitrary<number>;
  readonly sending: readonly ('all' | 'none' | 'some' | 'blank')[];
  readonly seed: number;
}

function returnsOf(plan: Plan, period: Period, { progress, sending, seed }: Monthly): Return[] {
  const hundredths = fc.sample(progress, { seed, numRuns: 200 });
  const gaps = fc.sample(fc.boolean(), { seed, numRuns: 200 });
  let drawn = 0;
  return plan.columns.flatMap(({ name }, index): Return[] => {
    const entries = targetsOf(plan).flatMap(({ target }): ReturnEntry[] => {
      const task = target.allocations[name];
      drawn = (drawn + 1) % 200;
      if (!task || (sending[index] === 'some' && gaps[drawn])) return [];
      if (sending[index] === 'blank')
        return [{ target: target.id, cumulative: null, mark: '未报送', remark: '', at: place() }];
      const value = new Fraction(task.value).mul(new Fraction(hundredths[drawn] as number, 100)).toString();
      return [{ target: target.id, cumulative: { value, unit: task.unit }, mark: null, remark: '', at: place() }];
    });
    if (sending[index] === 'none' || entries.length === 0) return [];
    return [{ reporter: name, period, revision: 1, cutoff: dayIn(period, 31), sample: false, entries, at: place() }];
  });
}

/** A month as a failing test names it: what was asked, and what was returned. */
function shown({ plan, period, settings }: Month, returns: readonly Return[]): string {
  const asked = targetsOf(plan).map(({ target: { id, text, allocations } }) => {
    const parts = Object.entries(allocations).map(([column, { value }]) => `${column} ${value}`);
    return `${id} ${text}: ${parts.join(', ')}`;
  });
  const sent = returns.map(({ reporter, period, entries }) => {
    const figures = entries.map(({ target, cumulative }) => `${target} ${cumulative?.value}`);
    return `${period} ${reporter}: ${figures.join(', ')}`;
  });
  return [`${period} ${JSON.stringify(settings.pace)}`, ...asked, ...sent].join('\n');
}
