import { earliestDay } from '../calendar/rule-day.ts';
import { chinaDate } from '../model/china-time.ts';
import { nextPeriod, type Period } from '../model/period.ts';
import type { ScheduleSettings } from '../model/schedule-settings.ts';
import {
  type Almanac,
  inOrder,
  type PlannedStep,
  planStep,
  type StepRule,
  stepRules,
  type UndatedStep,
} from './month-steps.ts';

export interface DueStep extends PlannedStep {
  /** Looked at more than the settings' `lateAfter` hours after it was due. */
  readonly late: boolean;
}

/** What the steps are picked by. */
export interface Query extends Almanac {
  readonly schedule: ScheduleSettings;
  /** ISO UTC time. */
  readonly now: string;
  /** Steps that the ledger has a run of, by `stepId`: they are left out, whatever their rule says by now. */
  readonly known: ReadonlySet<string>;
}

/** Steps in their order, the oldest month first, and those whose time cannot be told although it may be among these: somebody has to be told. */
export interface Picked<S extends PlannedStep> {
  readonly steps: readonly S[];
  readonly undated: readonly UndatedStep[];
}

/** How the ledger names the run of a step: by month and step alone, so that another rule is no other run. */
export function stepId({ period, name }: Pick<PlannedStep, 'period' | 'name'>): string {
  return `${period}/${name}`;
}

/** The steps since the schedule's first month that are due and have no run: what the program did not come to while it was down, too. */
export function dueSteps(query: Query): Picked<DueStep> {
  const { now, schedule } = query;
  const { steps, undated } = stepsUntil(query, now);
  return { steps: steps.map((step) => ({ ...step, late: isLate(step.due, now, schedule) })), undated };
}

/** The steps without a run that are due after `now`, up to `until` (ISO UTC). */
export function nextSteps(query: Query & { readonly until: string }): Picked<PlannedStep> {
  const { steps, undated } = stepsUntil(query, query.until);
  return { steps: steps.filter(({ due }) => due > query.now), undated };
}

/** Whether a step that is begun at `now` is begun late. */
export function isLate(due: string, now: string, { lateAfter }: Pick<ScheduleSettings, 'lateAfter'>): boolean {
  return Date.parse(now) - Date.parse(due) > lateAfter * 60 * 60 * 1000;
}

function stepsUntil(query: Query, until: string): Picked<PlannedStep> {
  const rules = stepRules(query.schedule);
  const last = chinaDate(until);
  const steps: PlannedStep[] = [];
  const undated: UndatedStep[] = [];
  for (let period = query.schedule.since as Period; ; period = nextPeriod(period)) {
    const near = rules.filter((rule) => mayBegin(rule, period, query) <= last);
    if (near.length === 0) return { steps: steps.sort(inOrder), undated };
    for (const rule of near.filter(({ name }) => !query.known.has(stepId({ period, name })))) {
      const step = planStep(rule, period, query);
      if ('reason' in step) undated.push(step);
      else if (step.due <= until) steps.push(step);
    }
  }
}

function mayBegin({ when }: StepRule, period: Period, { settings }: Almanac): string {
  return earliestDay(when.day, period, settings);
}
