import { join } from 'node:path';
import type { Calendar } from '../calendar/calendar.ts';
import { officeCalendar } from '../calendar/office-calendar.ts';
import { parseOwnDays } from '../calendar/own-days.ts';
import { readTextIfThere } from '../disk/files.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import type { DataFolder } from './config.ts';
import { configName } from './own-config.ts';

/** The workdays of an office: those of the State Council and, over them, those in the file that its `calendar` names. UsageError where that is wrong or not there. */
export async function calendarOf(folder: string, { calendar }: Pick<DataFolder, 'calendar'>): Promise<Calendar> {
  if (calendar === undefined) return officeCalendar(null);
  const path = join(folder, calendar);
  const text = await readTextIfThere(path);
  if (text === null)
    throw new UsageError({
      'zh-CN': `${configName} 中 calendar 所指的工作日历 ${path} 不存在；请改正文件名，不用自己的日历的删去这一行`,
      en: `there is no calendar ${path}, which ${configName} names as calendar; correct the name, or take the line out`,
    });
  const parsed = parseOwnDays(text);
  if ('days' in parsed) return officeCalendar(parsed.days);
  throw new UsageError({
    'zh-CN': `工作日历 ${path} 有误：${parsed.problem['zh-CN']}`,
    en: `the calendar ${path} is wrong: ${parsed.problem.en}`,
  });
}
