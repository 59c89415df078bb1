import type { Exact } from '../model/exact.ts';
import type { Column } from '../model/plan.ts';
import { type Settings, type Status, statuses } from '../model/settings.ts';
import { type Composite, compositeOf } from './composite.ts';
import type { Progress } from './progress.ts';

/** How a group of tasks (a district's, a lead unit's) stands at the cut-off; its score is the 综合完成率. */
export interface Standing extends Composite {
  readonly tasks: readonly Progress[];
  /** Tasks by light. With those without a figure and those that cannot be judged they are all of them. */
  readonly counts: Readonly<Record<Status, number>>;
  /** Tasks without a figure. */
  readonly unreported: number;
  /** Tasks with a figure that cannot be judged: of a task of 0, or in another unit. */
  readonly unjudged: number;
}

/** Where a group stands among others of its kind, and how it came there. */
export interface Placed {
  /** Rank among those that have a score, equal scores sharing one; null without a score and for 市本级. */
  readonly rank: number | null;
  readonly rankBefore: number | null;
  /** Score minus last month's; null where one of them is not of all tasks. */
  readonly change: Exact | null;
}

export interface ColumnStanding extends Standing, Placed {
  readonly column: Column;
}

export interface LeadUnitStanding extends Standing, Placed {
  readonly name: string;
}

/** `composite` tells how the score comes about. */
export function standingOf(
  tasks: readonly Progress[],
  settings: Pick<Settings, 'composite'>,
  composite: typeof compositeOf = compositeOf,
): Standing {
  const counts = Object.fromEntries(
    statuses.map((status) => [status, tasks.filter((task) => task.status === status).length]),
  ) as Record<Status, number>;
  return {
    ...composite(tasks, settings.composite),
    tasks,
    counts,
    unreported: tasks.filter((task) => task.done === null).length,
    unjudged: tasks.filter((task) => task.done !== null && task.status === null).length,
  };
}
