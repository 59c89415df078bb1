import { type Exact, exact, zero } from '../model/exact.ts';
import { type Plan, type Target, targetsOf } from '../model/plan.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Return, ReturnEntry } from '../model/return.ts';
import type { MonthData } from './check.ts';

/** A task of a column with the figure that counts for it, both in the same unit. */
export interface ReportedTask {
  readonly target: Target;
  readonly column: string;
  readonly task: Quantity;
  readonly done: Quantity;
  readonly entry: ReturnEntry;
  /** Task and figure as numbers of their unit. */
  readonly whole: Exact;
  readonly reached: Exact;
}

/** Worked out once for all checks of a month. */
const known = new WeakMap<MonthData['current'], { plan: Plan; tasks: readonly ReportedTask[] }>();

/** The tasks whose figures can be set against them: more of it is better, and the task is above zero. In the order of the plan. */
export function reportedTasks({ plan, current }: Pick<MonthData, 'plan' | 'current'>): readonly ReportedTask[] {
  const found = known.get(current);
  if (found?.plan === plan) return found.tasks;
  const entries = new Map([...current].map(([column, one]) => [column, entriesOf(one)]));
  const tasks = targetsOf(plan).flatMap(({ target }) => {
    if (target.direction === 'at-most') return [];
    return plan.columns.flatMap(({ name }): ReportedTask[] => {
      const task = target.allocations[name];
      const entry = entries.get(name)?.get(target.id);
      const done = entry?.cumulative;
      if (!task || !entry || !done || done.unit !== task.unit) return [];
      const whole = exact(task.value);
      return whole.lte(zero) ? [] : [{ target, column: name, task, done, entry, whole, reached: exact(done.value) }];
    });
  });
  known.set(current, { plan, tasks });
  return tasks;
}

function entriesOf({ entries }: Return): ReadonlyMap<string, ReturnEntry> {
  // Of two entries for one target the first counts, as everywhere.
  return new Map([...entries].reverse().map((entry) => [entry.target, entry]));
}

/** What a month's returns said of a task, as a number of its unit; null for nothing, or another unit. */
export type FigureOf = (task: Pick<ReportedTask, 'column' | 'target' | 'task'>) => Exact | null;

export function figuresOf(returns: ReadonlyMap<string, Return>): FigureOf {
  const columns = new Map<string, ReadonlyMap<string, ReturnEntry>>();
  return ({ column, target, task }) => {
    let entries = columns.get(column);
    if (entries === undefined) {
      const given = returns.get(column);
      entries = given ? entriesOf(given) : new Map();
      columns.set(column, entries);
    }
    const figure = entries.get(target.id)?.cumulative;
    return figure?.unit === task.unit ? exact(figure.value) : null;
  };
}

/** The smallest difference that figures of a task show: 1, or a tenth where it has a decimal. */
export function stepOf({ value }: Quantity): Exact {
  const decimals = value.split('.')[1]?.length ?? 0;
  return exact(decimals === 0 ? '1' : `0.${'1'.padStart(decimals, '0')}`);
}
