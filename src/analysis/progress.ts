import type { Exact } from '../model/exact.ts';
import { monthOf, type Period } from '../model/period.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Settings } from '../model/settings.ts';
import { forecastOf } from './forecast.ts';
import { laggingSince, monthsStill } from './history.ts';
import type { Judged } from './judged.ts';

/** One task (target × column) at the cut-off, and how it came there. Rates are exact and never capped. */
export interface Progress extends Judged {
  /** Completion minus last month's; null where last month has none. */
  readonly change: Exact | null;
  /** The same task in the same month of the year before; null where it had none, or no figure then. */
  readonly lastYear: LastYear | null;
  /** First month of the present unbroken run of lagging months; null where it does not lag. */
  readonly laggingSince: Period | null;
  /** Months up to now without movement, 0 where it moved; null without data, before its start and at 100 %. */
  readonly monthsStill: number | null;
  /** When it would be finished at the mean rate of the last three months; null without data, before its start and at 100 %. */
  readonly forecast: Period | 'never' | null;
}

export interface LastYear {
  readonly period: Period;
  readonly done: Quantity;
  /** done ÷ the task of that year. */
  readonly completion: Exact | null;
  /** This year's completion minus that year's. */
  readonly change: Exact | null;
}

/** The tasks of one month that was judged. */
export interface JudgedMonth {
  readonly period: Period;
  readonly tasks: readonly Judged[];
}

/** The tasks of the last of these months of one year, beside what they were before; `lastYear` is the same month of the year before. */
export function progressOf(
  months: readonly [...JudgedMonth[], JudgedMonth],
  lastYear: JudgedMonth | null,
  lights: Settings['lights'],
): Progress[] {
  const { period, tasks } = months.at(-1) as JudgedMonth;
  const byMonth = months.map((month) => ({ month: monthOf(month.period), tasks: byKey(month.tasks) }));
  const then = lastYear && { period: lastYear.period, tasks: byKey(lastYear.tasks) };
  return tasks.map((task) => {
    const key = keyOf(task);
    const history = new Map(
      byMonth.flatMap(({ month, tasks }) => {
        const known = tasks.get(key);
        return known ? [[month, known] as const] : [];
      }),
    );
    // January has no month before it: cumulative figures begin anew each year.
    const last = history.get(monthOf(period) - 1)?.completion ?? null;
    return {
      ...task,
      change: task.completion && last ? task.completion.sub(last) : null,
      lastYear: then && lastYearOf(task, then.tasks.get(key), then.period),
      laggingSince: laggingSince(history, period, lights),
      monthsStill: monthsStill(history, period),
      forecast: forecastOf(history, period),
    };
  });
}

function lastYearOf(now: Judged, then: Judged | undefined, period: Period): LastYear | null {
  if (!then?.done) return null;
  const { done, completion } = then;
  return { period, done, completion, change: now.completion && completion ? now.completion.sub(completion) : null };
}

function byKey(tasks: readonly Judged[]): ReadonlyMap<string, Judged> {
  return new Map(tasks.map((task) => [keyOf(task), task]));
}

function keyOf({ target, column }: Pick<Judged, 'target' | 'column'>): string {
  return JSON.stringify([target.id, column]);
}
