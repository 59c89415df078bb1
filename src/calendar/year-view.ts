import { type Period, periodOf } from '../model/period.ts';
import type { Calendar, Day } from './calendar.ts';
import { addDays, datesFrom } from './dates.ts';
import { workdaysIn } from './workdays.ts';

/** Neighbouring days off that have one name, 国庆节 2023-09-29 to 2023-10-06. */
export interface Festival {
  readonly name: string;
  readonly first: string;
  readonly last: string;
  readonly days: number;
  /** Whether it is in the office's own calendar. */
  readonly own: boolean;
}

export interface YearView {
  readonly workdays: number;
  readonly festivals: readonly Festival[];
  /** Make-up workdays, and those of the office's own. */
  readonly makeUps: readonly Day[];
  readonly months: readonly { readonly period: Period; readonly workdays: readonly string[] }[];
}

/** A year as an officer compares it with the notice. UsageError where the calendar does not cover it. */
export function yearView(year: number, calendar: Calendar): YearView {
  const days = datesFrom(`${year}-01-01`, `${year}-12-31`).map((date) => calendar.day(date));
  const months = Array.from({ length: 12 }, (_, index) => periodOf(year, index + 1)).map((period) => ({
    period,
    workdays: workdaysIn(period, calendar),
  }));
  return {
    workdays: days.filter(({ workday }) => workday).length,
    festivals: festivalsOf(days.filter(({ workday, name }) => !workday && name !== null)),
    makeUps: days.filter(({ workday, name }) => workday && name !== null),
    months,
  };
}

function festivalsOf(off: readonly Day[]): Festival[] {
  const found: Festival[] = [];
  for (const { date, name, own } of off) {
    const last = found.at(-1);
    if (last !== undefined && last.name === name && last.own === own && addDays(last.last, 1) === date)
      found[found.length - 1] = { ...last, last: date, days: last.days + 1 };
    else found.push({ name: name ?? '', first: date, last: date, days: 1, own });
  }
  return found;
}
