import { dayIn, nextPeriod, type Period } from '../model/period.ts';
import type { Settings } from '../model/settings.ts';
import type { Calendar } from './calendar.ts';
import { addDays } from './dates.ts';
import type { Anchor, DayRule, MonthDay, RuleMonth } from './rule.ts';
import { addWorkdays, nthWorkday, workdayFrom, workdayUpTo } from './workdays.ts';

/** The days of a month that an office sets itself. */
export type MonthDays = Pick<Settings, 'cutoffDay' | 'returnDay' | 'issueDay'>;

/** ISO date of a rule's day for a report month. UsageError where it takes a year that the calendar does not cover. */
export function ruleDay(rule: DayRule, period: Period, days: MonthDays, calendar: Calendar): string {
  if (rule.kind === 'nth') return nthWorkday(monthFor(rule.month, period), rule.nth, calendar);
  const base = baseDay(rule.base, period, days);
  const shifted = rule.shift === 'none' ? base : (rule.shift === 'forward' ? workdayFrom : workdayUpTo)(base, calendar);
  return addWorkdays(shifted, rule.workdays, calendar);
}

/**
 * A date that a rule's day is not before, whatever the days off: known without any calendar. Going back n workdays takes less than
 * 31 + 3n days, as no month has had less than 16 workdays and no holiday more than ten days.
 */
export function earliestDay(rule: DayRule, period: Period, days: MonthDays): string {
  if (rule.kind === 'nth') return `${monthFor(rule.month, period)}-01`;
  const back = rule.shift === 'back' || rule.workdays < 0;
  return addDays(baseDay(rule.base, period, days), back ? -31 - 3 * Math.max(0, -rule.workdays) : 0);
}

/** 截止日期 is a day of the month itself, 报送期限 and 印发日期 are days of the next. */
const anchorDays: Readonly<Record<Anchor, (days: MonthDays) => MonthDay>> = {
  cutoff: ({ cutoffDay }) => ({ month: 'this', day: cutoffDay }),
  return: ({ returnDay }) => ({ month: 'next', day: returnDay }),
  issue: ({ issueDay }) => ({ month: 'next', day: issueDay }),
};

function baseDay(base: MonthDay | Anchor, period: Period, days: MonthDays): string {
  const { month, day } = typeof base === 'string' ? anchorDays[base](days) : base;
  return dayIn(monthFor(month, period), day);
}

function monthFor(month: RuleMonth, period: Period): Period {
  return month === 'this' ? period : nextPeriod(period);
}
