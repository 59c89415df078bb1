import type { Calendar } from '../calendar/calendar.ts';
import { parseRule } from '../calendar/parse-rule.ts';
import type { Rule } from '../calendar/rule.ts';
import { type MonthDays, ruleDay } from '../calendar/rule-day.ts';
import { chinaInstant } from '../model/china-time.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import type { Message } from '../model/language.ts';
import type { Period } from '../model/period.ts';
import { type ScheduleSettings, type StepKind, type StepSettings, stepKinds } from '../model/schedule-settings.ts';

/** A step of a report month. */
export interface PlannedStep {
  /** As in the settings: `close`, `remind-2`. */
  readonly name: string;
  readonly does: StepKind;
  readonly period: Period;
  /** ISO UTC time. */
  readonly due: string;
  /** For a `close` that waits, how long: ISO UTC time. */
  readonly until: string | null;
  readonly settings: StepSettings;
}

/** A step whose time cannot be told, as a rule because it takes a year that the calendar does not cover. */
export interface UndatedStep {
  readonly name: string;
  readonly does: StepKind;
  readonly period: Period;
  /** What is missing, and the fix. */
  readonly reason: Message;
}

/** What rules are worked out by. */
export interface Almanac {
  readonly calendar: Calendar;
  readonly settings: MonthDays;
}

/** A step of the settings with its rules read. */
export interface StepRule {
  readonly name: string;
  readonly does: StepKind;
  readonly when: Rule;
  readonly until: Rule | null;
  readonly settings: StepSettings;
}

/** Reads the rules of a schedule. UsageError where one cannot be read; schedules out of `jianbao.yaml` were checked before. */
export function stepRules({ steps }: Pick<ScheduleSettings, 'steps'>): StepRule[] {
  return Object.entries(steps).map(([name, settings]) => {
    const does = kindOf(name, settings);
    if (does === null)
      throw new UsageError({
        'zh-CN': `步骤“${name}”没有写明 does`,
        en: `the step "${name}" does not say what it does`,
      });
    const until = settings.until === undefined ? null : readRule(settings.until);
    return { name, does, when: readRule(settings.when), until, settings };
  });
}

/** What a step does, by `does` or by its name; null where neither says it. */
export function kindOf(name: string, { does }: Pick<StepSettings, 'does'>): StepKind | null {
  return does ?? stepKinds.find((kind) => kind === name) ?? null;
}

function readRule(text: string): Rule {
  const read = parseRule(text);
  if ('problem' in read) throw new UsageError(read.problem);
  return read.rule;
}

/**
 * The steps of a report month in the order in which they run: by their times, and at the same time as a month goes through them. UsageError
 * where the time of one cannot be told.
 */
export function stepsOf(schedule: Pick<ScheduleSettings, 'steps'>, period: Period, by: Almanac): PlannedStep[] {
  const { steps, undated } = planMonth(stepRules(schedule), period, by);
  const [first] = undated;
  if (first !== undefined) throw new UsageError(first.reason);
  return steps;
}

/** As `stepsOf`, but with the steps whose time cannot be told apart from the others. */
export function planMonth(
  rules: readonly StepRule[],
  period: Period,
  by: Almanac,
): { readonly steps: PlannedStep[]; readonly undated: UndatedStep[] } {
  const planned = rules.map((rule) => planStep(rule, period, by));
  const steps = planned.filter((step) => 'due' in step).sort(inOrder);
  return { steps, undated: planned.filter((step) => 'reason' in step) };
}

export function planStep(step: StepRule, period: Period, by: Almanac): PlannedStep | UndatedStep {
  const { name, does, settings, when, until } = step;
  const at = (rule: Rule) => chinaInstant(ruleDay(rule.day, period, by.settings, by.calendar), rule.time);
  try {
    return { name, does, period, due: at(when), until: until === null ? null : at(until), settings };
  } catch (error) {
    if (error instanceof UsageError) return { name, does, period, reason: error.text };
    throw error;
  }
}

/** By month, time and kind; otherwise as in the settings. */
export function inOrder(a: PlannedStep, b: PlannedStep): number {
  if (a.period !== b.period) return a.period < b.period ? -1 : 1;
  if (a.due !== b.due) return a.due < b.due ? -1 : 1;
  return stepKinds.indexOf(a.does) - stepKinds.indexOf(b.does);
}
