import { type Exact, mean } from '../model/exact.ts';
import type { Period } from '../model/period.ts';

/** How far the districts were at the end of a month: a step of the course of the year. */
export interface CourseMonth {
  readonly period: Period;
  readonly pace: Exact;
  /** 综合完成率 by column; null where the month's return is missing or incomplete. */
  readonly scores: ReadonlyMap<string, Exact | null>;
  /** Unweighted mean and extremes over the districts that have a score; null where none has. */
  readonly districts: { readonly mean: Exact; readonly highest: Exact; readonly lowest: Exact } | null;
}

/** Scores are those of all columns, `districts` the names of those that are ranked. */
export function courseMonth(
  period: Period,
  pace: Exact,
  scores: ReadonlyMap<string, Exact | null>,
  districts: readonly string[],
): CourseMonth {
  const known = districts.flatMap((name) => scores.get(name) ?? []).sort((a, b) => a.compare(b));
  const [lowest, highest] = [known[0], known.at(-1)];
  const average = mean(known);
  return { period, pace, scores, districts: average && lowest && highest ? { mean: average, highest, lowest } : null };
}
