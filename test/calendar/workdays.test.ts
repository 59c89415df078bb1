import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/calendar/dates.ts';
import { officeCalendar } from '../../src/calendar/office-calendar.ts';
import { addWorkdays, workdayFrom, workdaysIn, workdayUpTo } from '../../src/calendar/workdays.ts';
import { type Period, periodOf } from '../../src/model/period.ts';

const calendar = officeCalendar(null);
/** Every workday that is known, by the months' lists. */
const all = calendar.years.flatMap((year) =>
  Array.from({ length: 12 }, (_, index) => workdaysIn(periodOf(year, index + 1), calendar)).flat(),
);
/** Far enough from both ends that no count runs out of the years. */
const anyDate = fc.integer({ min: 100, max: 365 * 20 }).map((days) => addDays(`${calendar.years[0]}-01-01`, days));
const count = fc.integer({ min: 1, max: 40 });

describe('counting workdays', () => {
  it('goes along the list of all workdays', () => {
    fc.assert(
      fc.property(anyDate, count, (date, n) => {
        const after = all.filter((day) => day > date);
        const before = all.filter((day) => day < date);
        expect(addWorkdays(date, n, calendar)).toBe(after[n - 1]);
        expect(addWorkdays(date, -n, calendar)).toBe(before.at(-n));
      }),
    );
  });

  it('comes back from a workday to it, in one go or in two', () => {
    fc.assert(
      fc.property(anyDate, count, count, (date, n, more) => {
        const start = workdayFrom(date, calendar);
        expect(addWorkdays(addWorkdays(start, n, calendar), -n, calendar)).toBe(start);
        expect(addWorkdays(addWorkdays(start, n, calendar), more, calendar)).toBe(
          addWorkdays(start, n + more, calendar),
        );
      }),
    );
  });

  it('never brings a later day before an earlier one', () => {
    fc.assert(
      fc.property(anyDate, fc.nat({ max: 20 }), fc.integer({ min: -30, max: 30 }), (date, later, n) => {
        const other = addDays(date, later);
        for (const move of [workdayFrom, workdayUpTo, (day: string) => addWorkdays(day, n, calendar)])
          expect(move(date, calendar) <= move(other, calendar)).toBe(true);
      }),
    );
  });

  it('finds the nearest workday on either side, and no other between', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const from = workdayFrom(date, calendar);
        const upTo = workdayUpTo(date, calendar);
        expect(upTo <= date && date <= from).toBe(true);
        expect(all.filter((day) => upTo < day && day < from)).toEqual([]);
        if (from !== upTo) expect(addWorkdays(upTo, 1, calendar)).toBe(from);
      }),
    );
  });

  it.each([
    ['2023', 249],
    ['2024', 251],
    ['2025', 248],
    ['2026', 248],
  ])('finds the number of workdays of %s', (year, days) => {
    expect(all.filter((date) => date.startsWith(year))).toHaveLength(days);
    expect(workdaysIn(`${year}-06` as Period, calendar).every((date) => all.includes(date))).toBe(true);
  });
});
