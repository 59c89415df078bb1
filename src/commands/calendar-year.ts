import type { Calendar } from '../calendar/calendar.ts';
import { weekdayOf } from '../calendar/dates.ts';
import type { YearView } from '../calendar/year-view.ts';
import { yearsText } from '../calendar/years-text.ts';
import { say } from '../cli/text.ts';
import type { Language } from '../model/language.ts';
import { textTable } from './text-table.ts';

/** A year's days off, its make-up workdays, and the workdays of its months. */
export function yearLines(year: number, view: YearView, { years }: Calendar, language: Language): string[] {
  const name = (day: { name: string | null; own: boolean }) =>
    day.own ? say(language, 'ownDay', { name: day.name ?? '' }) : (day.name ?? '');
  const day = (date: string) => dayText(date, language);
  const columns = (key: 'festivalColumns' | 'makeUpColumns' | 'monthColumns') => say(language, key).split('|');
  const known = yearsText(years);
  return [
    say(language, 'yearHead', { year: String(year), count: String(view.workdays) }),
    '',
    ...textTable(
      columns('festivalColumns'),
      view.festivals.map((festival) => [
        name(festival),
        festival.days === 1
          ? day(festival.first)
          : say(language, 'span', { first: day(festival.first), last: day(festival.last) }),
        String(festival.days),
      ]),
    ),
    '',
    ...textTable(
      columns('makeUpColumns'),
      view.makeUps.map((makeUp) => [name(makeUp), day(makeUp.date)]),
    ),
    '',
    ...textTable(
      columns('monthColumns'),
      view.months.map(({ period, workdays }) => [
        period,
        String(workdays.length),
        day(workdays[0] ?? ''),
        day(workdays.at(-1) ?? ''),
      ]),
    ),
    '',
    say(language, 'knownYears', { zh: known['zh-CN'], en: known.en }),
    ...(year === years.at(-1)
      ? [say(language, 'lastYearMayChange', { year: String(year), next: String(year + 1) })]
      : []),
  ];
}

/** `2023-10-07 周六` */
export function dayText(date: string, language: Language): string {
  return `${date} ${say(language, 'weekday', { number: weekdayOf(date) })}`;
}
