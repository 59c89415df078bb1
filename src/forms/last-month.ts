import { columnReturns } from '../model/column-returns.ts';
import { monthOf, type Period, previousPeriod } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';
import type { Quantity } from '../model/quantity.ts';
import { latestReturns, type Return, type ReturnEntry } from '../model/return.ts';
import type { FormTask } from './form-tasks.ts';
import type { FormReporter } from './reporters.ts';

/** A reporter's figures of last month. */
export interface LastMonth {
  /** What a row's figure was: a figure, the mark in its place, or null where nothing was reported. */
  figure(task: Pick<FormTask, 'target' | 'column' | 'scope'>): Quantity | string | null;
  /** True where figures are 示例数据. */
  readonly sample: boolean;
}

/** Last month as a reporter's form shows it. January has none: cumulative figures begin anew each year. */
export function lastMonthOf(plan: Plan, returns: readonly Return[], period: Period, reporter: FormReporter): LastMonth {
  if (monthOf(period) === 1) return { figure: () => null, sample: false };
  const before = previousPeriod(period);
  const columns = columnReturns(plan, returns, before);
  const own = latestReturns(returns, before).get(reporter.name);
  const sample = [...columns.values(), ...(own ? [own] : [])].some((one) => one.sample);
  const whole = own?.entries.filter((entry) => entry.column === undefined);
  return {
    sample,
    figure({ target, column, scope }) {
      const name = column ?? (scope === null ? reporter.name : null);
      const entries = name === null ? whole : columns.get(name)?.entries;
      return said(entries?.find((entry) => entry.target === target.id));
    },
  };
}

function said(entry: ReturnEntry | undefined): Quantity | string | null {
  return entry === undefined ? null : (entry.cumulative ?? entry.mark);
}
