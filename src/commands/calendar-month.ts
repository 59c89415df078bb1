import type { Calendar } from '../calendar/calendar.ts';
import { isWeekend, yearOfDate } from '../calendar/dates.ts';
import { ruleText } from '../calendar/rule-text.ts';
import { workdaysIn } from '../calendar/workdays.ts';
import { say } from '../cli/text.ts';
import { chinaTime } from '../model/china-time.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Language } from '../model/language.ts';
import type { Period } from '../model/period.ts';
import type { DataFolder } from '../office/config.ts';
import { configName } from '../office/own-config.ts';
import { orderProblems } from '../schedule/check-order.ts';
import { type PlannedStep, planMonth, stepRules, type UndatedStep } from '../schedule/month-steps.ts';
import { dayText } from './calendar-year.ts';
import { textTable } from './text-table.ts';

interface MonthPlan {
  readonly period: Period;
  readonly workdays: number;
  /** False where the office has no schedule. */
  readonly scheduled: boolean;
  readonly steps: readonly (PlannedStep & { readonly rule: string })[];
  readonly undated: readonly UndatedStep[];
  /** What is wrong with the order of the steps, in this month or in others. */
  readonly problems: readonly Diagnostic[];
}

/** A report month by an office's schedule. UsageError where the calendar does not cover the month itself. */
export function monthPlan(period: Period, { schedule, settings }: DataFolder, calendar: Calendar): MonthPlan {
  const workdays = workdaysIn(period, calendar).length;
  if (schedule === undefined) return { period, workdays, scheduled: false, steps: [], undated: [], problems: [] };
  const rules = stepRules(schedule);
  const { steps, undated } = planMonth(rules, period, { calendar, settings });
  const texts = new Map(rules.map(({ name, when }) => [name, ruleText(when)]));
  return {
    period,
    workdays,
    scheduled: true,
    steps: steps.map((step) => ({ ...step, rule: texts.get(step.name) ?? '' })),
    undated,
    problems: orderProblems(schedule, { calendar, settings }),
  };
}

export function monthLines(plan: MonthPlan, calendar: Calendar, language: Language): string[] {
  const { period, workdays, steps, undated } = plan;
  if (!plan.scheduled) return [say(language, 'noSchedule', { file: configName })];
  const kind = ({ does }: Pick<PlannedStep, 'does'>) => say(language, 'stepKind', { kind: does });
  const rows = [
    ...steps.map((step) => [
      step.name,
      kind(step),
      timeText(step.due, calendar, language),
      ruleAndWait(step, calendar, language),
    ]),
    ...undated.map((step) => [step.name, kind(step), say(language, 'undatedStep'), '']),
  ];
  return [
    say(language, 'monthHead', { month: period, count: String(workdays) }),
    '',
    ...textTable(say(language, 'stepColumns').split('|'), rows),
    ...new Set(undated.map(({ reason }) => reason[language])),
  ];
}

function ruleAndWait({ rule, until }: MonthPlan['steps'][number], calendar: Calendar, language: Language): string {
  if (until === null) return rule;
  return `${rule}；${say(language, 'stepUntil', { time: timeText(until, calendar, language) })}`;
}

/** `2023-10-07 周六 09:00（国庆节调休上班）` */
function timeText(time: string, calendar: Calendar, language: Language): string {
  const text = chinaTime(time);
  const date = text.slice(0, 10);
  return `${dayText(date, language)} ${text.slice(11)}${remark(date, calendar, language)}`;
}

/** What is out of the ordinary about the day; nothing where its year is not covered and no rule asked for it. */
function remark(date: string, calendar: Calendar, language: Language): string {
  if (!calendar.years.includes(yearOfDate(date))) return '';
  const { workday, name } = calendar.day(date);
  if (!workday) return say(language, 'restDay');
  return isWeekend(date) ? say(language, 'makeUpDay', { name: name ?? '' }) : '';
}

export function monthJson({ period, workdays, steps, undated, problems }: MonthPlan, language: Language): object {
  return {
    period,
    workdays,
    steps: steps.map(({ name, does, due, until, rule }) => ({ name, does, due, until, rule })),
    undated: undated.map(({ name, does, reason }) => ({ name, does, reason: reason[language] })),
    problems: problems.map(({ code, severity, message, hint, data }) => ({
      code,
      severity,
      message: message[language],
      hint: hint[language],
      data,
    })),
  };
}
