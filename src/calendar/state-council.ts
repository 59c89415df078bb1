import data from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { yearOfDate } from './dates.ts';

/** Days off and make-up workdays of 国务院办公厅关于部分节假日安排的通知, by ISO date with the festival's Chinese name; ordinary days are not in them. */
export const notices = { off: named(data.holidays), work: named(data.workdays) };

/** Festivals that every notice arranges, the first and the last of the year among them. */
const yearly = ['元旦', '春节', '国庆节'];

/** Years whose notice is known, ascending. */
export const noticeYears: readonly number[] = completeYears(notices.off);

/**
 * Years that have all their festivals. A notice may reach back into the December before it, so that single dates of a year prove nothing.
 */
export function completeYears(off: ReadonlyMap<string, string>): number[] {
  const festivals = new Set([...off].map(([date, name]) => `${yearOfDate(date)} ${name}`));
  return [...new Set([...off.keys()].map(yearOfDate))]
    .filter((year) => yearly.every((name) => festivals.has(`${year} ${name}`)))
    .sort((a, b) => a - b);
}

/** The package writes `Spring Festival,春节,4`: in English, in Chinese, and statutory days of the festival. */
function named(days: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(days).map(([date, words]) => [date, words.split(',')[1] ?? words]));
}
