import { type Exact, one, ratio } from '../model/exact.ts';
import { monthOf, type Period } from '../model/period.ts';

/**
 * 序时进度 at the end of a month: n/12, or n/11 where the year's task is due by November
 * (Hangzhou 2024: 11月前全面完成、12月查漏补缺和完善提升). Never above 1.
 */
export function paceAt(period: Period, deadlineMonth: number): Exact {
  const month = monthOf(period);
  return month >= deadlineMonth ? one : ratio(month, deadlineMonth);
}

/** Whole months left until the deadline; 0 in the last month and after. */
export function monthsLeft(period: Period, deadlineMonth: number): number {
  return Math.max(0, deadlineMonth - monthOf(period));
}
