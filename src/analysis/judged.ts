import { type Exact, exact, zero } from '../model/exact.ts';
import { monthOf, type Period } from '../model/period.ts';
import { type Plan, type Project, type Target, targetsOf } from '../model/plan.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Return } from '../model/return.ts';
import type { Settings, Status } from '../model/settings.ts';
import { completionOf, limitOf } from './completion.ts';
import { monthsLeft, type PaceRule, paceAt, ruleOf } from './pace.ts';
import { statusOf } from './status.ts';

/** One task (target × column) at the cut-off of a month, by the figures of that month alone. */
export interface Judged {
  readonly project: Project;
  readonly target: Target;
  /** Column name. */
  readonly column: string;
  readonly task: Quantity;
  /** Cumulative figure as reported; null is 未报送. */
  readonly done: Quantity | null;
  /** done ÷ task, exact and never capped; null without a figure, for a task of 0 and for at-most targets, which have no ratio. */
  readonly completion: Exact | null;
  /** The target's own rule where the settings have one, else the default rule. */
  readonly rule: PaceRule;
  /** 序时进度 of this task by its rule. */
  readonly pace: Exact;
  /** Completion minus pace: 0.05 is five points ahead. */
  readonly gap: Exact | null;
  /** At-most targets are judged by their limit; null for all others. */
  readonly limit: 'within' | 'beyond' | null;
  /** The light; null without a figure, and where a figure cannot be judged (a task of 0, another unit). */
  readonly status: Status | null;
  /** Task minus figure, in its unit; null when reached or without a ratio. */
  readonly left: Exact | null;
  /** What has to be done in each month left to reach the task, in its unit; null when reached or no month is left. */
  readonly neededMonthly: Exact | null;
}

/** Every task of the plan in printed order, by the returns of a month. */
export function judgeTasks(
  plan: Plan,
  returns: ReadonlyMap<string, Return>,
  period: Period,
  settings: Pick<Settings, 'pace' | 'lights'>,
): Judged[] {
  const figures = figuresOf(returns);
  return targetsOf(plan).flatMap(({ project, target }) => {
    const rule = ruleOf(settings.pace, target.id);
    return plan.columns.flatMap(({ name }) => {
      const task = target.allocations[name];
      if (!task) return [];
      const done = figures.get(name)?.get(target.id) ?? null;
      return [judge({ project, target, column: name, task, done, rule }, period, settings.lights)];
    });
  });
}

type Task = Pick<Judged, 'project' | 'target' | 'column' | 'task' | 'done' | 'rule'>;

function judge(given: Task, period: Period, lights: Settings['lights']): Judged {
  const { target, task, done, rule } = given;
  const pace = paceAt(rule, period);
  const completion = completionOf(target, task, done);
  const limit = limitOf(target, task, done);
  const left = done === null || completion === null ? zero : exact(task.value).sub(exact(done.value));
  const months = monthsLeft(rule, period);
  return {
    ...given,
    completion,
    pace,
    gap: completion?.sub(pace) ?? null,
    limit,
    status: completion ? statusOf(completion, pace, lights) : limitStatus(limit, rule, period),
    left: left.gt(zero) ? left : null,
    neededMonthly: left.gt(zero) && months > 0 ? left.div(months) : null,
  };
}

/** A limit that held to the end is kept for good; before that nobody can say more than that it holds so far. */
function limitStatus(limit: Judged['limit'], { deadlineMonth }: PaceRule, period: Period): Status | null {
  if (limit === null) return null;
  if (limit === 'beyond') return 'critical';
  return monthOf(period) >= deadlineMonth ? 'done' : 'onpace';
}

function figuresOf(returns: ReadonlyMap<string, Return>): Map<string, Map<string, Quantity>> {
  return new Map(
    [...returns].map(([reporter, { entries }]) => [
      reporter,
      new Map(entries.flatMap(({ target, cumulative }) => (cumulative ? [[target, cumulative] as const] : []))),
    ]),
  );
}
