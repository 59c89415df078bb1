import { type Exact, one } from '../model/exact.ts';
import type { Progress } from './progress.ts';

/** What stands behind a total: a city above 100 % may hide districts far below it. */
export interface Spread {
  /** Holders with a rate. */
  readonly rated: number;
  /** Of these, those below 100 %, and those below their pace. */
  readonly belowWhole: number;
  readonly belowPace: number;
  readonly highest: Extreme;
  readonly lowest: Extreme;
}

/** The best or worst rate and all columns that have it, in printed order. */
export interface Extreme {
  readonly rate: Exact;
  readonly columns: readonly string[];
}

/** Over the tasks of one target; null where none has a rate. */
export function spreadOf(tasks: readonly Progress[]): Spread | null {
  const rated = tasks.flatMap(({ column, completion, pace }) =>
    completion ? [{ column, rate: completion, pace }] : [],
  );
  const [first, ...others] = rated.map(({ rate }) => rate);
  if (first === undefined) return null;
  const extreme = (rate: Exact): Extreme => ({
    rate,
    columns: rated.filter((each) => each.rate.equals(rate)).map(({ column }) => column),
  });
  return {
    rated: rated.length,
    belowWhole: rated.filter(({ rate }) => rate.lt(one)).length,
    belowPace: rated.filter(({ rate, pace }) => rate.lt(pace)).length,
    highest: extreme(others.reduce((best, rate) => (rate.gt(best) ? rate : best), first)),
    lowest: extreme(others.reduce((worst, rate) => (rate.lt(worst) ? rate : worst), first)),
  };
}
