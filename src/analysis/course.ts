import { type Exact, mean } from '../model/exact.ts';
import type { Period } from '../model/period.ts';
import type { Composite } from './composite.ts';

/** How far the districts were at the end of a month: a step of the course of the year. */
export interface CourseMonth {
  readonly period: Period;
  /** The default rule's. */
  readonly pace: Exact;
  /** 综合完成率 by column; null where the month's return is missing or incomplete. */
  readonly scores: ReadonlyMap<string, Exact | null>;
  /** The pace that a column's score is compared with; null where it has no task that counts. */
  readonly paces: ReadonlyMap<string, Exact | null>;
  /** Unweighted means and extremes over the districts that have a score; null where none has. */
  readonly districts: {
    readonly mean: Exact;
    readonly pace: Exact;
    readonly highest: Exact;
    readonly lowest: Exact;
  } | null;
}

/** `composites` are those of all columns, `districts` the names of those that are ranked. */
export function courseMonth(
  period: Period,
  pace: Exact,
  composites: ReadonlyMap<string, Composite>,
  districts: readonly string[],
): CourseMonth {
  const known = districts.flatMap((name) => {
    const { score = null, pace: own = null } = composites.get(name) ?? {};
    return score && own ? [{ score, own }] : [];
  });
  const scores = known.map(({ score }) => score).sort((a, b) => a.compare(b));
  const [lowest, highest] = [scores[0], scores.at(-1)];
  const [average, expected] = [mean(scores), mean(known.map(({ own }) => own))];
  return {
    period,
    pace,
    scores: new Map([...composites].map(([name, { score }]) => [name, score])),
    paces: new Map([...composites].map(([name, composite]) => [name, composite.pace])),
    districts: average && expected && lowest && highest ? { mean: average, pace: expected, highest, lowest } : null,
  };
}
