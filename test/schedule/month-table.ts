import { parse } from 'yaml';
import { officeCalendar } from '../../src/calendar/office-calendar.ts';
import { chinaTime } from '../../src/model/china-time.ts';
import { type Period, periodOf } from '../../src/model/period.ts';
import type { ScheduleSettings } from '../../src/model/schedule-settings.ts';
import { type DataFolder, dataFolderSchema } from '../../src/office/config.ts';
import { defaultSchedule } from '../../src/schedule/default-schedule.ts';
import { planMonth, stepRules } from '../../src/schedule/month-steps.ts';

const calendar = officeCalendar(null);
const weekdays = '日一二三四五六';

export interface Scheduled {
  readonly schedule: ScheduleSettings;
  readonly settings: DataFolder['settings'];
}

/** A `jianbao.yaml` that has a schedule, read as the program reads it. */
export function scheduled(text: string): Scheduled {
  const { schedule, settings } = dataFolderSchema.parse(parse(text, { stringKeys: true }));
  if (schedule === undefined) throw new Error('no schedule');
  return { schedule, settings };
}

export function byDefault(since: Period): Scheduled {
  return scheduled(defaultSchedule(since));
}

/** Every step of every month of a year by the default schedule, for a person to review: day, weekday, 班 for make-up workdays, time. */
export function yearTable(year: number): string {
  const { schedule, settings } = byDefault(periodOf(year, 1));
  const rules = stepRules(schedule);
  const lines: string[] = [];
  for (let month = 1; month <= 12; month += 1) {
    const period = periodOf(year, month);
    const { steps, undated } = planMonth(rules, period, { calendar, settings });
    lines.push(
      period,
      ...steps.map(
        ({ name, due, until }) =>
          `  ${name.padEnd(9)}${dayText(due)}${until === null ? '' : `  最迟 ${dayText(until)}`}`,
      ),
      ...undated.map(({ name, reason }) => `  ${name.padEnd(9)}${reason['zh-CN'].split('，')[0]}`),
      '',
    );
  }
  return lines.join('\n');
}

function dayText(time: string): string {
  const text = chinaTime(time);
  const date = text.slice(0, 10);
  const { name, workday } = calendar.day(date);
  return `${date} 周${weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()]}${workday && name !== null ? '班' : workday ? '　' : '休'} ${text.slice(11)}`;
}
