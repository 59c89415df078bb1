import { type Exact, exact } from '../model/exact.ts';
import type { Target } from '../model/plan.ts';
import type { Quantity } from '../model/quantity.ts';

/** Whether a share of the task can be told: not of a task of 0 or below, nor of a limit. */
export function hasRatio({ direction }: Target, task: Quantity): boolean {
  return direction === 'at-least' && !task.value.startsWith('-') && /[1-9]/.test(task.value);
}

/**
 * done ÷ task, exact and never capped; null without a figure, without a ratio, and where the units differ: a check stops such a month,
 * and last month's slip makes no change.
 */
export function completionOf(target: Target, task: Quantity, done: Quantity | null): Exact | null {
  if (done === null || done.unit !== task.unit || !hasRatio(target, task)) return null;
  return exact(done.value).div(exact(task.value));
}

/** How an at-most figure stands to its limit, which itself is 以内; null for other targets, without a figure, and in another unit. */
export function limitOf(target: Target, task: Quantity, done: Quantity | null): 'within' | 'beyond' | null {
  if (done === null || done.unit !== task.unit || target.direction !== 'at-most') return null;
  return exact(done.value).lte(exact(task.value)) ? 'within' : 'beyond';
}
