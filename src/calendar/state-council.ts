import data from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { yearOfDate } from './dates.ts';

/** Days off and make-up workdays of 国务院办公厅关于部分节假日安排的通知, by ISO date with the festival's Chinese name; ordinary days are not in them. */
export const notices = { off: named(data.holidays), work: named(data.workdays) };

/** Festivals that every notice arranges, the first and the last of the year among them. */
const yearly = ['元旦', '春节', '国庆节'];

/**
 * Years whose notice is known, ascending. A notice may reach back into the December before it, so that a single date of a year
 * proves nothing: a year is known once all its festivals are.
 */
export const noticeYears: readonly number[] = [...new Set([...notices.off.keys()].map(yearOfDate))]
  .filter((year) => yearly.every((name) => hasFestival(year, name)))
  .sort((a, b) => a - b);

function hasFestival(year: number, name: string): boolean {
  return [...notices.off].some(([date, festival]) => yearOfDate(date) === year && festival === name);
}

/** The package writes `Spring Festival,春节,4`: in English, in Chinese, and statutory days of the festival. */
function named(days: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(days).map(([date, words]) => [date, words.split(',')[1] ?? words]));
}
