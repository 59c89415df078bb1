import { decimalText, type Exact, exact, sum } from '../model/exact.ts';
import type { Period } from '../model/period.ts';
import { addedIn, type Project, type Target } from '../model/plan.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Settings, Status } from '../model/settings.ts';
import { completionOf } from './completion.ts';
import { type PaceRule, paceAt, ruleOf } from './pace.ts';
import type { Progress } from './progress.ts';
import { type Spread, spreadOf } from './spread.ts';
import { statusOf } from './status.ts';

/** One target over the whole city. Only its own columns are ever added: no other target, and none that lies inside it (其中). */
export interface TargetTotal {
  readonly project: Project;
  readonly target: Target;
  readonly rule: PaceRule;
  /** 序时进度 of this target by its rule. */
  readonly pace: Exact;
  /** Sum of what was reported; null where nothing was, where units differ, and for limits and shares (%). */
  readonly done: Quantity | null;
  /** done ÷ the target as printed, which need not be the sum of its columns. */
  readonly completion: Exact | null;
  readonly status: Status | null;
  readonly holders: number;
  /** Holders without a figure: the sum is then a lower bound. */
  readonly unreported: number;
  /** Holders whose light says they lag. */
  readonly lagging: number;
  /** What the holders' own rates are; null where none has one. */
  readonly spread: Spread | null;
}

/** The total of a target over its tasks in all columns. */
export function targetTotal(
  placed: { readonly project: Project; readonly target: Target },
  tasks: readonly Progress[],
  period: Period,
  { pace: paces, lights }: Pick<Settings, 'pace' | 'lights'>,
): TargetTotal {
  const { target } = placed;
  const rule = ruleOf(paces, target.id);
  const pace = paceAt(rule, period);
  const figures = tasks.flatMap((task) => task.done ?? []);
  const unit = addedIn(target);
  const done =
    unit !== null && figures.length > 0 && figures.every((figure) => figure.unit === unit)
      ? { value: decimalText(sum(figures.map((figure) => exact(figure.value)))), unit }
      : null;
  const completion = target.quantity && completionOf(target, target.quantity, done);
  const unreported = tasks.filter((task) => task.done === null).length;
  return {
    ...placed,
    rule,
    pace,
    done,
    completion,
    status: completion && unreported === 0 ? statusOf(completion, pace, lights) : null,
    holders: tasks.length,
    unreported,
    lagging: tasks.filter((task) => task.status && lights[task.status].lags).length,
    spread: spreadOf(tasks),
  };
}
