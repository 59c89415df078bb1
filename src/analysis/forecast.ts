import { type Exact, zero } from '../model/exact.ts';
import { monthOf, type Period, periodOf, yearOf } from '../model/period.ts';
import { figureAt, type History, runningTask } from './history.ts';

/** How many months back the rate is taken from. */
const window = 3;
/** The last year that a period can name. */
const lastYear = 9999;

/**
 * The month in which a task would be finished if it went on as in the last three months: their mean rate, or that of fewer where the
 * year or the task began later. Without a figure three months back the nearest one before it counts, over as many months more.
 * `never` where nothing moved or the figure fell; null without a ratio, before the task's start, and for tasks that are at 100 %.
 */
export function forecastOf(history: History, period: Period): Period | 'never' | null {
  const now = runningTask(history, period);
  if (now === null || now.task.left === null) return null;
  const base = baseBefore(history, Math.max(now.month - window, now.task.rule.startMonth - 1), now.unit);
  const rate = now.figure.sub(base.figure).div(now.month - base.month);
  if (rate.lte(zero)) return 'never';
  return monthsAfter(period, now.task.left.div(rate).ceil());
}

function baseBefore(history: History, from: number, unit: string): { month: number; figure: Exact } {
  for (let month = from; ; month -= 1) {
    const figure = figureAt(history, month, unit);
    if (figure !== null) return { month, figure };
  }
}

function monthsAfter(period: Period, months: Exact): Period | 'never' {
  const index = months.add(yearOf(period) * 12 + monthOf(period) - 1);
  if (index.gte((lastYear + 1) * 12)) return 'never';
  const whole = index.valueOf();
  return periodOf(Math.floor(whole / 12), (whole % 12) + 1);
}
