import { type Exact, exact, one, zero } from '../model/exact.ts';
import { monthOf, type Period, periodOf, yearOf } from '../model/period.ts';
import type { Settings } from '../model/settings.ts';
import type { Judged } from './judged.ts';

/** A task in the months of its year that are known, by month (1–12), the present one among them. */
export type History = ReadonlyMap<number, Judged>;

/**
 * First month of the present run of lagging months; null where the task does not lag now. A month without a figure that
 * can be judged neither ends a run nor begins one: leaving a figure out must not make a lag look shorter.
 */
export function laggingSince(history: History, period: Period, lights: Settings['lights']): Period | null {
  let since: number | null = null;
  for (let month = monthOf(period); month >= 1; month -= 1) {
    const status = history.get(month)?.status ?? null;
    if (status === null && month < monthOf(period)) continue;
    if (status === null || !lights[status].lags) break;
    since = month;
  }
  return since === null ? null : periodOf(yearOf(period), since);
}

/**
 * Consecutive months up to now in which a cumulative figure stayed the same; 0 where it moved. The year begins at 0, months before the task's
 * start do not count, and since figures accumulate, the same figure before and after a missing month means that nothing
 * moved in it. Null without a ratio, before the start, and for tasks that are at 100 %, which need not move.
 */
export function monthsStill(history: History, period: Period): number | null {
  const now = runningTask(history, period);
  if (now === null) return null;
  const start = now.task.rule.startMonth - 1;
  let same = now.month;
  for (let month = now.month - 1; month >= start; month -= 1) {
    const figure = figureAt(history, month, now.unit);
    if (figure === null) continue;
    if (!figure.equals(now.figure)) break;
    same = month;
  }
  return now.month - same;
}

/** What the task has to be, at a month, for its movement to mean something. */
export interface RunningTask {
  readonly task: Judged;
  readonly month: number;
  readonly figure: Exact;
  readonly unit: string;
}

/** The task now, with a ratio, begun and not finished; null otherwise. */
export function runningTask(history: History, period: Period): RunningTask | null {
  const month = monthOf(period);
  const task = history.get(month);
  if (!task?.done || !task.completion || task.completion.gte(one) || month < task.rule.startMonth) return null;
  return { task, month, figure: exact(task.done.value), unit: task.done.unit };
}

/** A month's figure; at month 0, where every year begins, 0; null where there is none in this unit. */
export function figureAt(history: History, month: number, unit: string): Exact | null {
  const done = history.get(month)?.done;
  if (done?.unit === unit) return exact(done.value);
  return month === 0 ? zero : null;
}
