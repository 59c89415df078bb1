import { decimalText, type Exact, exact, sum } from '../model/exact.ts';
import type { Project, Target } from '../model/plan.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Settings, Status } from '../model/settings.ts';
import type { Progress } from './progress.ts';
import { statusOf } from './status.ts';

/** One target over the whole city. */
export interface TargetTotal {
  readonly project: Project;
  readonly target: Target;
  /** Sum of what was reported; null where nothing was, or where units differ. */
  readonly done: Quantity | null;
  /** done ÷ the target as printed, which need not be the sum of its columns. */
  readonly completion: Exact | null;
  readonly status: Status | null;
  readonly holders: number;
  /** Holders without a figure: the sum is then a lower bound. */
  readonly unreported: number;
  /** Holders whose light says they lag. */
  readonly lagging: number;
}

export function targetTotal(
  project: Project,
  target: Target,
  tasks: readonly Progress[],
  pace: Exact,
  lights: Settings['lights'],
): TargetTotal {
  const figures = tasks.flatMap((task) => task.done ?? []);
  const unit = target.quantity?.unit;
  const addable = figures.length > 0 && target.direction === 'at-least' && figures.every((f) => f.unit === unit);
  const total = addable ? sum(figures.map((figure) => exact(figure.value))) : null;
  const whole = target.quantity ? exact(target.quantity.value) : null;
  const completion = total && whole && whole.n !== 0n ? total.div(whole) : null;
  const unreported = tasks.filter((task) => task.done === null).length;
  return {
    project,
    target,
    done: total && unit !== undefined ? { value: decimalText(total), unit } : null,
    completion,
    status: completion && unreported === 0 ? statusOf(completion, pace, lights) : null,
    holders: tasks.length,
    unreported,
    lagging: tasks.filter((task) => task.status && lights[task.status].lags).length,
  };
}
