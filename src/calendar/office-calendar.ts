import { UsageError } from '../model/errors/usage-error.ts';
import type { Calendar, Day } from './calendar.ts';
import { isWeekend, yearOfDate } from './dates.ts';
import type { OwnDays } from './own-days.ts';
import { notices, noticeYears } from './state-council.ts';
import { yearsText } from './years-text.ts';

/** The workdays of the State Council's notices and, over them, those of the office's own calendar; its complete years are covered too. */
export function officeCalendar(own: OwnDays | null): Calendar {
  const years = [...new Set([...noticeYears, ...(own?.years ?? [])])].sort((a, b) => a - b);
  const covered = new Set(years);
  const day = (date: string): Day => {
    if (!covered.has(yearOfDate(date))) throw notCovered(yearOfDate(date), years);
    const ownName = own?.off.get(date) ?? own?.work.get(date);
    if (ownName !== undefined) return { date, workday: own?.work.has(date) === true, name: ownName, own: true };
    const name = notices.work.get(date) ?? notices.off.get(date);
    if (name !== undefined) return { date, workday: notices.work.has(date), name, own: false };
    return { date, workday: !isWeekend(date), name: null, own: false };
  };
  return { years, day, isWorkday: (date) => day(date).workday };
}

function notCovered(year: number, years: readonly number[]): UsageError {
  return new UsageError({
    'zh-CN': `没有${year}年的放假安排，不能推算工作日；已有的是${yearsText(years)['zh-CN']}。请更新程序，或按国务院办公厅的通知在本单位的工作日历文件中写明${year}年（jianbao.yaml 中用 calendar 指明该文件）`,
    en: `the days off of ${year} are not known, so workdays cannot be told; known are ${yearsText(years).en}. Update the program, or write ${year} into the office's own calendar file (named by calendar in jianbao.yaml), following the State Council's notice`,
  });
}
