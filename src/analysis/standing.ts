import { type Exact, mean, min, one } from '../model/exact.ts';
import type { Column } from '../model/plan.ts';
import { type Status, statuses } from '../model/settings.ts';
import type { Progress } from './progress.ts';

/** How a group of tasks (a district's, a lead unit's) stands at the cut-off. */
export interface Standing {
  readonly tasks: readonly Progress[];
  readonly counts: Readonly<Record<Status, number>>;
  /** Tasks without a figure. */
  readonly unreported: number;
  /**
   * 综合完成率: unweighted mean of the completions, each counted as at most 100 %; null where a figure is missing, or in
   * another unit than its task: a check stops such a month, but later months look back at it.
   */
  readonly score: Exact | null;
}

export interface ColumnStanding extends Standing {
  readonly column: Column;
  /** Rank among the districts that have a score; 市本级 is not ranked. */
  readonly rank: number | null;
  readonly rankBefore: number | null;
  /** Score minus last month's. */
  readonly change: Exact | null;
}

export function standingOf(tasks: readonly Progress[]): Standing {
  const counts = Object.fromEntries(
    statuses.map((status) => [status, tasks.filter((task) => task.status === status).length]),
  ) as Record<Status, number>;
  const unreported = tasks.filter((task) => task.done === null).length;
  const rates = tasks.flatMap((task) => (task.completion === null ? [] : [min(task.completion, one)]));
  const incomparable = tasks.some(({ task, done }) => done !== null && done.unit !== task.unit);
  return { tasks, counts, unreported, score: unreported > 0 || incomparable ? null : mean(rates) };
}
