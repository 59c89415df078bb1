import fc from 'fast-check';
import { decimalText, exact, ratio } from '../../src/model/exact.ts';
import { type Period, periodOf, previousPeriod } from '../../src/model/period.ts';
import { type Plan, type Target, targetsOf } from '../../src/model/plan.ts';
import type { Quantity } from '../../src/model/quantity.ts';
import type { Return, ReturnEntry } from '../../src/model/return.ts';

/** Returns that a year can bring for a plan, of columns, lead units and strangers, with slips of every kind. */

const factors = [0, 1, 10, 40, 50, 59, 60, 99, 100, 101, 130, 1_000, 10_000, 1_000_000];

/** How a reporter's figures of one month come about. */
interface MonthSeed {
  readonly cutoff: number;
  readonly revision: number;
  readonly choices: readonly number[];
}

const monthSeed: fc.Arbitrary<MonthSeed> = fc.record({
  cutoff: fc.constantFrom(31, 31, 31, 25),
  revision: fc.integer({ min: 1, max: 2 }),
  choices: fc.array(fc.nat(999), { minLength: 12, maxLength: 12 }),
});

export interface YearSeed {
  readonly month: number;
  /** The choices of reporters that say the same every month, as some do. */
  readonly steady: readonly number[] | null;
  readonly reports: readonly (readonly [reporter: number, back: number, seed: MonthSeed])[];
}

export const yearSeed: fc.Arbitrary<YearSeed> = fc.record({
  month: fc.integer({ min: 1, max: 12 }),
  steady: fc.option(fc.array(fc.nat(999), { minLength: 12, maxLength: 12 })),
  reports: fc.array(fc.tuple(fc.nat(99), fc.integer({ min: 0, max: 2 }), monthSeed), { maxLength: 32 }),
});

/** The report month of a year. */
export function periodOfYear(plan: Plan, { month }: YearSeed): Period {
  return periodOf(plan.year ?? 2024, month);
}

/** What the seed stands for in a plan. `tidy` returns say each figure once and come from those who may report it. */
export function returnsOf(plan: Plan, year: YearSeed, tidy: boolean): Return[] {
  const reporters = [
    ...plan.columns.map(({ name }) => name),
    ...new Set(targetsOf(plan).flatMap(({ target }) => target.leadUnits)),
    ...(tidy ? [] : ['外市']),
  ];
  const period = periodOfYear(plan, year);
  const seen = new Set<string>();
  return year.reports.flatMap(([who, back, seed], index): Return[] => {
    const reporter = reporters[who % reporters.length] as string;
    const month = [period, previousPeriod(period), previousPeriod(previousPeriod(period))][back] as Period;
    const key = `${reporter} ${month} ${seed.revision}`;
    if (tidy && seen.has(key)) return [];
    seen.add(key);
    const at = { source: '月报.csv', part: null, row: index * 100 + 2, column: 1 };
    const choices = year.steady ?? seed.choices;
    const entries = entriesOf(plan, reporter, choices, tidy).map((entry, row) => ({
      ...entry,
      at: { ...at, row: at.row + row },
    }));
    const cutoff = `${month}-${String(Math.min(seed.cutoff, 28)).padStart(2, '0')}`;
    return [{ reporter, period: month, revision: seed.revision, cutoff, sample: false, entries, at }];
  });
}

function entriesOf(plan: Plan, reporter: string, choices: readonly number[], tidy: boolean): Omit<ReturnEntry, 'at'>[] {
  const columns = plan.columns.map(({ name }) => name);
  const own = columns.includes(reporter);
  return targetsOf(plan).flatMap(({ target }, index) => {
    const choice = choices[index % choices.length] as number;
    const leads = target.leadUnits[0] === reporter;
    if (choice % 7 === 0 || (tidy && !own && !leads)) return [];
    const column = own ? undefined : [undefined, ...columns][choice % (columns.length + 1)];
    const task = target.allocations[column ?? reporter] ?? target.quantity;
    const id = !tidy && choice % 41 === 0 ? '99.9' : target.id;
    const entry = {
      target: id,
      remark: '',
      ...(column === undefined ? {} : { column }),
      ...figureOf(target, task, choice),
    };
    return !tidy && choice % 43 === 0 ? [entry, entry] : [entry];
  });
}

function figureOf(
  { id }: Target,
  task: Quantity | null,
  choice: number,
): Pick<ReturnEntry, 'cumulative' | 'mark' | 'printedRate'> {
  if (choice % 11 === 0) return { cumulative: null, mark: ['', '未报送', '无任务', '全部开工'][choice % 4] as string };
  const factor = factors[(choice + id.length) % factors.length] as number;
  const value = choice % 13 === 0 ? '12' : decimalText(exact(task?.value ?? '10').mul(ratio(factor, 100)), 3);
  const unit = choice % 37 === 0 ? '只' : (task?.unit ?? '个');
  return {
    cumulative: { value, unit },
    mark: null,
    ...(choice % 5 === 0 ? { printedRate: `${choice % 2 === 0 ? factor : choice % 100}%` } : {}),
  };
}
