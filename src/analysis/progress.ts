import { type Exact, exact, zero } from '../model/exact.ts';
import { type Plan, type Project, type Target, targetsOf } from '../model/plan.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Return } from '../model/return.ts';
import type { Settings, Status } from '../model/settings.ts';
import { statusOf } from './status.ts';

/** One task (target × column) at the cut-off. Rates are exact and never capped. */
export interface Progress {
  readonly project: Project;
  readonly target: Target;
  /** Column name. */
  readonly column: string;
  readonly task: Quantity;
  /** Cumulative figure as reported; null is 未报送. */
  readonly done: Quantity | null;
  /** done ÷ task; null without a figure, for a task of 0 and for at-most targets, which have no ratio. */
  readonly completion: Exact | null;
  /** Completion minus pace: 0.05 is five points ahead. */
  readonly gap: Exact | null;
  /** Completion minus last month's; null where last month has none. */
  readonly change: Exact | null;
  readonly status: Status | null;
  /** Task minus figure, in its unit; null when reached or without a ratio. */
  readonly left: Exact | null;
  /** What has to be done in each month left to reach the task, in its unit; null when reached or no month is left. */
  readonly neededMonthly: Exact | null;
}

export interface Judging {
  readonly pace: Exact;
  readonly monthsLeft: number;
  readonly lights: Settings['lights'];
}

/** Progress of every task of the plan, in printed order. */
export function progressOf(
  plan: Plan,
  current: ReadonlyMap<string, Return>,
  previous: ReadonlyMap<string, Return>,
  judging: Judging,
): Progress[] {
  const now = figuresOf(current);
  const before = figuresOf(previous);
  return targetsOf(plan).flatMap(({ project, target }) =>
    plan.columns.flatMap(({ name }) => {
      const task = target.allocations[name];
      if (!task) return [];
      const done = now.get(name)?.get(target.id) ?? null;
      const then = before.get(name)?.get(target.id) ?? null;
      return [judge({ project, target, column: name, task, done }, then, judging)];
    }),
  );
}

type Task = Pick<Progress, 'project' | 'target' | 'column' | 'task' | 'done'>;

function judge(task: Task, then: Quantity | null, { pace, monthsLeft, lights }: Judging): Progress {
  const completion = completionOf(task.target, task.task, task.done);
  const before = completionOf(task.target, task.task, then);
  const left = task.done === null || completion === null ? zero : exact(task.task.value).sub(exact(task.done.value));
  return {
    ...task,
    completion,
    gap: completion?.sub(pace) ?? null,
    change: completion && before ? completion.sub(before) : null,
    status: completion && statusOf(completion, pace, lights),
    left: left.gt(zero) ? left : null,
    neededMonthly: left.gt(zero) && monthsLeft > 0 ? left.div(monthsLeft) : null,
  };
}

/** Null where the units differ: a check stops such a month, and last month's slip makes no change. */
function completionOf(target: Target, task: Quantity, done: Quantity | null): Exact | null {
  if (done === null || done.unit !== task.unit || target.direction === 'at-most') return null;
  const whole = exact(task.value);
  return whole.equals(zero) ? null : exact(done.value).div(whole);
}

function figuresOf(returns: ReadonlyMap<string, Return>): Map<string, Map<string, Quantity>> {
  return new Map(
    [...returns].map(([reporter, { entries }]) => [
      reporter,
      new Map(entries.flatMap(({ target, cumulative }) => (cumulative ? [[target, cumulative] as const] : []))),
    ]),
  );
}
