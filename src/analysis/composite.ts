import type { CompositeSettings } from '../model/composite-settings.ts';
import { type Exact, exact, min, sum, zero } from '../model/exact.ts';
import { hasRatio } from './completion.ts';
import type { Judged } from './judged.ts';

/** 综合完成率 of a group of tasks, and the pace that it is compared with. */
export interface Composite {
  /** Mean of the completions, each counted as at most the cap (100 %) and as often as its target weighs; null where nothing counts. */
  readonly score: Exact | null;
  /** Mean pace of the tasks that count, weighted alike: the score of a group whose every task is exactly at its pace. */
  readonly pace: Exact | null;
  /** Whether every task has a figure in its own unit. */
  readonly complete: boolean;
}

/**
 * The composite of those who report their tasks themselves: without a score where a figure is missing, or in another unit than its
 * task: a check stops such a month, but later months look back at it. Leaving a figure out must not pay.
 */
export function compositeOf(tasks: readonly Judged[], settings: CompositeSettings): Composite {
  const composite = compositeOver(tasks, settings);
  const complete = tasks.every(isKnown);
  return { ...composite, score: complete ? composite.score : null, complete };
}

/** The composite of a lead unit, over the tasks that were reported: what a district leaves out is not the lead unit's doing. */
export function compositeOfReported(tasks: readonly Judged[], settings: CompositeSettings): Composite {
  const known = tasks.filter(isKnown);
  return { ...compositeOver(known, settings), complete: known.length === tasks.length };
}

function isKnown({ task, done }: Judged): boolean {
  return done !== null && done.unit === task.unit;
}

function compositeOver(tasks: readonly Judged[], settings: CompositeSettings): Pick<Composite, 'score' | 'pace'> {
  const counted = tasks.flatMap((task) => {
    const weight = weightOf(task, settings);
    return weight.gt(zero) && hasRatio(task.target, task.task) ? [{ ...task, weight }] : [];
  });
  const cap = exact(String(settings.cap)).div(100);
  const rates = counted.flatMap(({ completion, weight }) =>
    completion ? [{ value: min(completion, cap), weight }] : [],
  );
  return {
    score: weightedMean(rates),
    pace: weightedMean(counted.map(({ pace, weight }) => ({ value: pace, weight }))),
  };
}

function weightOf({ target }: Judged, { weights }: CompositeSettings): Exact {
  return exact(String(Object.hasOwn(weights, target.id) ? weights[target.id] : 1));
}

interface Weighed {
  readonly value: Exact;
  readonly weight: Exact;
}

/** Null of nothing. */
function weightedMean(values: readonly Weighed[]): Exact | null {
  if (values.length === 0) return null;
  return sum(values.map(({ value, weight }) => value.mul(weight))).div(sum(values.map(({ weight }) => weight)));
}
