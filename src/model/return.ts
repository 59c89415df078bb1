import type { Correction } from './decision.ts';
import type { Place } from './document.ts';
import type { Origin } from './origin.ts';
import { monthOf, type Period, previousPeriod } from './period.ts';
import type { Quantity } from './quantity.ts';

/** 月报: one reporter's cumulative figures for one month. */
export interface Return {
  /** A column name of the plan. */
  readonly reporter: string;
  readonly period: Period;
  /** 1 for the first return of the month, higher for corrections; the highest counts. */
  readonly revision: number;
  /** Cut-off date, ISO. */
  readonly cutoff: string;
  /** True for 示例数据. */
  readonly sample: boolean;
  readonly entries: readonly ReturnEntry[];
  readonly at: Place;
  /** Of the file that `at` names; absent until its source has told. */
  readonly origin?: Origin;
}

/** A return before it has a place among its revisions: null where it names no 版次. */
export type NewReturn = Omit<Return, 'revision'> & { readonly revision: number | null };

export interface ReturnEntry {
  /** Target id, `13.2`. */
  readonly target: string;
  /** Cumulative since January; null where the reporter wrote no figure. */
  readonly cumulative: Quantity | null;
  /** What stood there instead of a figure, as `markKind` tells it: 无任务, 未报送, —, other words, or nothing. */
  readonly mark: string | null;
  readonly remark: string;
  /** 完成率 as the return prints it; absent where it prints none. Not stored: a return is judged by it when it comes in. */
  readonly printedRate?: string;
  /** Column of the plan that the figure belongs to, in the return of a lead unit; absent where it is the reporter's own. */
  readonly column?: string;
  /** 累计数减少的原因, 存在问题 and 下一步打算; absent where the form does not ask. */
  readonly fallReason?: string;
  readonly problems?: string;
  readonly nextSteps?: string;
  /** Set where a 处理意见 replaced the figure; absent in a return as it was read. */
  readonly corrected?: Correction;
  readonly at: Place;
}

/** The returns that count for a month: each reporter's highest revision. */
export function latestReturns(returns: readonly Return[], period: Period): ReadonlyMap<string, Return> {
  const latest = new Map<string, Return>();
  for (const candidate of returns) {
    if (candidate.period !== period) continue;
    const known = latest.get(candidate.reporter);
    if (!known || candidate.revision > known.revision) latest.set(candidate.reporter, candidate);
  }
  return latest;
}

/** The returns that a month is compared with. January has none: cumulative figures begin anew each year. */
export function monthBefore(returns: readonly Return[], period: Period): ReadonlyMap<string, Return> {
  return monthOf(period) === 1 ? new Map() : latestReturns(returns, previousPeriod(period));
}
