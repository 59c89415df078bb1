import { UsageError } from '../model/errors/usage-error.ts';
import { dayIn, type Period, periodText } from '../model/period.ts';
import type { Calendar } from './calendar.ts';
import { addDays, datesFrom } from './dates.ts';

/** The day itself where it is a workday, else the first one after it (顺延). */
export function workdayFrom(date: string, calendar: Calendar): string {
  let day = date;
  while (!calendar.isWorkday(day)) day = addDays(day, 1);
  return day;
}

/** The day itself where it is a workday, else the last one before it (提前). */
export function workdayUpTo(date: string, calendar: Calendar): string {
  let day = date;
  while (!calendar.isWorkday(day)) day = addDays(day, -1);
  return day;
}

/**
 * The n-th workday after a day, or before it where negative; the day itself for 0. The day itself is never counted, be it a workday or
 * not: one workday after a Friday and one after the Saturday behind it are the same Monday.
 */
export function addWorkdays(date: string, count: number, calendar: Calendar): string {
  const direction = count < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, direction);
    if (calendar.isWorkday(day)) left -= 1;
  }
  return day;
}

export function workdaysIn(period: Period, calendar: Calendar): string[] {
  return datesFrom(`${period}-01`, dayIn(period, 31)).filter((date) => calendar.isWorkday(date));
}

/** The n-th workday of a month; from its end where negative. UsageError where it has not so many. */
export function nthWorkday(period: Period, nth: number, calendar: Calendar): string {
  const days = workdaysIn(period, calendar);
  const day = days.at(nth < 0 ? nth : nth - 1);
  if (day !== undefined) return day;
  throw new UsageError({
    'zh-CN': `${periodText(period)}只有${days.length}个工作日，没有${nth < 0 ? '倒数' : ''}第${Math.abs(nth)}个；请修改规则，或核对本单位的工作日历`,
    en: `${period} has only ${days.length} workdays, so there is no ${nth < 0 ? 'last but ' : 'number '}${nth < 0 ? -nth - 1 : nth}; change the rule, or check the office's calendar`,
  });
}
