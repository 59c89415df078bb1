import { describe, expect, it } from 'vitest';
import { officeCalendar } from '../../src/calendar/office-calendar.ts';
import { parseOwnDays } from '../../src/calendar/own-days.ts';
import { completeYears } from '../../src/calendar/state-council.ts';
import { addWorkdays, nthWorkday, workdayFrom, workdaysIn, workdayUpTo } from '../../src/calendar/workdays.ts';
import { UsageError } from '../../src/model/errors/usage-error.ts';
import { type Period, periodOf } from '../../src/model/period.ts';
import { notices } from './notices.ts';

const calendar = officeCalendar(null);

/** Every day of a year as the notice has it, by the calendar arithmetic of the runtime alone. */
function expectedYear(year: number): { date: string; workday: boolean }[] {
  const days: { date: string; workday: boolean }[] = [];
  const work = new Set(notices.flatMap((notice) => notice.work));
  const off = notices.flatMap((notice) => notice.off);
  for (let time = Date.UTC(year, 0, 1); time < Date.UTC(year + 1, 0, 1); time += 86_400_000) {
    const date = new Date(time).toISOString().slice(0, 10);
    const weekday = new Date(time).getUTCDay();
    const isOff = off.some(([first, last]) => first <= date && date <= last);
    days.push({ date, workday: work.has(date) || (weekday !== 0 && weekday !== 6 && !isOff) });
  }
  return days;
}

describe('the workdays of the State Council', () => {
  for (const { year, number, work } of notices) {
    it(`are those of ${number} on every day of ${year}`, () => {
      const expected = expectedYear(year);
      expect(expected.length).toBeGreaterThanOrEqual(365);
      expect(expected.filter(({ date }) => work.includes(date)).every(({ workday }) => workday)).toBe(true);
      expect(expected.map(({ date }) => ({ date, workday: calendar.isWorkday(date) }))).toEqual(expected);
    });
  }

  it('name the festival of a day off and of its make-up workday', () => {
    expect(calendar.day('2023-10-05')).toEqual({ date: '2023-10-05', workday: false, name: '国庆节', own: false });
    expect(calendar.day('2023-10-07')).toMatchObject({ workday: true, name: '国庆节' });
    expect(calendar.day('2023-10-14')).toMatchObject({ workday: false, name: null });
    expect(calendar.day('2024-02-09')).toMatchObject({ workday: true, name: null });
  });

  it.each([
    ['2023-10-05', '2023-10-07'],
    ['2023-01-25', '2023-01-28'],
    ['2023-06-25', '2023-06-25'],
    ['2023-06-24', '2023-06-25'],
    ['2023-04-05', '2023-04-06'],
    ['2026-02-15', '2026-02-24'],
  ])('move %s forward to %s', (date, moved) => {
    expect(workdayFrom(date, calendar)).toBe(moved);
  });

  it.each([
    ['2023-10-05', '2023-09-28'],
    ['2023-01-25', '2023-01-20'],
    ['2023-10-08', '2023-10-08'],
    ['2026-01-03', '2025-12-31'],
  ])('move %s back to %s', (date, moved) => {
    expect(workdayUpTo(date, calendar)).toBe(moved);
  });

  it('are counted from the day after, whether that day is a workday or not', () => {
    expect(addWorkdays('2023-06-30', 1, calendar)).toBe('2023-07-03');
    expect(addWorkdays('2023-07-01', 1, calendar)).toBe('2023-07-03');
    expect(addWorkdays('2023-07-01', -1, calendar)).toBe('2023-06-30');
    expect(addWorkdays('2023-07-03', -1, calendar)).toBe('2023-06-30');
    expect(addWorkdays('2023-09-28', 2, calendar)).toBe('2023-10-08');
    expect(addWorkdays('2023-10-01', 0, calendar)).toBe('2023-10-01');
  });

  it('are numbered from both ends of a month, and no number is made up', () => {
    expect(nthWorkday('2023-10', 1, calendar)).toBe('2023-10-07');
    expect(nthWorkday('2023-10', 2, calendar)).toBe('2023-10-08');
    expect(nthWorkday('2023-09', -1, calendar)).toBe('2023-09-28');
    expect(nthWorkday('2023-12', -2, calendar)).toBe('2023-12-28');
    expect(() => nthWorkday('2026-02', 17, calendar)).toThrow('2026年2月只有16个工作日');
    expect(nthWorkday('2026-02', 16, calendar)).toBe('2026-02-28');
  });
});

describe('a year without a notice', () => {
  const [first = 0] = calendar.years;
  const last = calendar.years.at(-1) ?? 0;

  it('is whatever the package does not know completely', () => {
    expect(first).toBeLessThanOrEqual(2008);
    expect(last).toBeGreaterThanOrEqual(2026);
    expect(calendar.years).toEqual(Array.from({ length: last - first + 1 }, (_, index) => first + index));
    for (const year of calendar.years)
      for (let month = 1; month <= 12; month += 1)
        expect(workdaysIn(periodOf(year, month), calendar).length).toBeGreaterThanOrEqual(15);
  });

  it('is not known by the first or the last of its days alone', () => {
    const off = new Map([
      ['2026-12-31', '元旦'],
      ['2027-01-01', '元旦'],
      ['2027-02-06', '春节'],
    ]);
    expect(completeYears(off)).toEqual([]);
    expect(completeYears(off.set('2027-10-01', '国庆节'))).toEqual([2027]);
  });

  it.each([`${last + 1}-01-01`, `${last + 1}-06-15`, `${first - 1}-12-31`])(
    'fails for %s and names the fix',
    (date) => {
      let said: unknown;
      try {
        calendar.isWorkday(date);
      } catch (error) {
        said = error;
      }
      expect(said).toBeInstanceOf(UsageError);
      const { text } = said as UsageError;
      expect(text['zh-CN']).toContain(`没有${date.slice(0, 4)}年的放假安排`);
      expect(text['zh-CN']).toContain(`${first}—${last}年`);
      expect(text['zh-CN']).toContain('请更新程序');
      expect(text['zh-CN']).toContain('工作日历文件');
      expect(text.en).toContain(`${first}–${last}`);
    },
  );

  it('fails as soon as a count runs into it, not before', () => {
    expect(addWorkdays(`${last}-12-31`, -3, calendar) < `${last}-12-31`).toBe(true);
    expect(() => addWorkdays(`${last}-12-31`, 1, calendar)).toThrow(`没有${last + 1}年`);
    expect(() => workdayFrom(`${last + 1}-01-05`, calendar)).toThrow(UsageError);
    expect(() => nthWorkday(`${last + 1}-01` as Period, -1, calendar)).toThrow(UsageError);
  });
});

/** 2027 as an office may write it down; its dates are a trial, no notice. */
const ownText = `
# 本单位工作日历
年份: [2027]
休息日:
  - 2027-01-01至2027-01-03 元旦
  - 2027-02-05 ～ 2027-02-12 春节   # 含除夕
  - 2027-05-01~2027-05-05 劳动节
  - 2027-10-01 到 2027-10-07 国庆节
  - 2023-07-05 馆庆
上班日:
  - 2027-02-14 春节调休
  - 2023-07-08
  - 2023-10-06
`;

function own(text: string) {
  const parsed = parseOwnDays(text);
  if ('problem' in parsed) throw new Error(parsed.problem['zh-CN']);
  return parsed.days;
}

describe('an office’s own calendar', () => {
  const mine = officeCalendar(own(ownText));

  it('completes a year that the program does not know', () => {
    expect(mine.years).toContain(2027);
    expect(mine.day('2027-02-12')).toEqual({ date: '2027-02-12', workday: false, name: '春节', own: true });
    expect(mine.day('2027-02-14')).toMatchObject({ workday: true, name: '春节调休' });
    expect(mine.isWorkday('2027-02-13')).toBe(false);
    expect(mine.isWorkday('2027-02-15')).toBe(true);
    expect(workdayFrom('2027-01-01', mine)).toBe('2027-01-04');
    expect(() => mine.isWorkday('2028-01-03')).toThrow(/已有的是\d{4}—2027年/);
  });

  it('stands over the notices, day by day', () => {
    expect(mine.day('2023-07-05')).toEqual({ date: '2023-07-05', workday: false, name: '馆庆', own: true });
    expect(mine.day('2023-07-08')).toMatchObject({ workday: true, own: true });
    expect(mine.isWorkday('2023-10-06')).toBe(true);
    const changed = ['2023-07-05', '2023-07-08', '2023-10-06'];
    for (const { date, workday } of expectedYear(2023))
      expect(mine.isWorkday(date), date).toBe(changed.includes(date) ? !workday : workday);
  });

  it('may be empty', () => {
    expect(officeCalendar(own('# 没有\n')).years).toEqual(calendar.years);
  });

  it.each([
    ['年份: [2027]\n', '没有2027-01-01'],
    ['年份: [2027]\n休息日: [2027-01-01, 2027-05-01]\n', '没有2027-10-01'],
    ['休息日: [2027-01-01]\n', '程序没有2027年的放假安排'],
    ['休息日: [2027-02-30]\n', '“2027-02-30”看不懂'],
    ['休息日: [2023年7月5日]\n', '“2023年7月5日”看不懂'],
    ['休息日: [2023-07-05至2023-07-01]\n', '起止颠倒'],
    ['休息日: [2023-07-05至2024-07-06]\n', '长于31天'],
    ['休息日: [2023-07-05]\n上班日: [2023-07-05]\n', '既写成休息日又写成上班日'],
    ['上班日: [2023-07-05]\n', '本来就上班'],
    ['放假: [2023-07-05]\n', '没有“放假”这项设置'],
    ['年份: 2027年\n', '“年份”应为一列值'],
    ['休息日: [2023-07-05\n', '没有配对'],
  ])('says what is wrong with %j', (text, problem) => {
    const parsed = parseOwnDays(text);
    expect('problem' in parsed && parsed.problem['zh-CN']).toContain(problem);
  });
});
