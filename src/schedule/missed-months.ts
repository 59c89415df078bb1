import type { Period } from '../model/period.ts';
import type { ScheduleSettings } from '../model/schedule-settings.ts';
import type { PlannedStep } from './month-steps.ts';

/** A month that was missed as a whole, and the step that it would begin with. */
export interface MissedMonth {
  readonly period: Period;
  readonly step: string;
  /** ISO UTC time. */
  readonly due: string;
}

export interface PartedSteps<S> {
  readonly due: readonly S[];
  /** Oldest first. */
  readonly missed: readonly MissedMonth[];
}

export interface MissedQuery {
  readonly schedule: Pick<ScheduleSettings, 'catchUp'>;
  /** ISO UTC time. */
  readonly now: string;
  /** Months that have a run which was not skipped. */
  readonly begun: ReadonlySet<Period>;
}

const day = 24 * 60 * 60 * 1000;

/**
 * Parts what is due from months of which nothing was begun and whose first step is more than `catchUp` days past. Those a person begins:
 * a clock that is set wrong, or a `since` long ago, would otherwise mail forms and reminders of years. A month that was begun goes on
 * whatever the time; a step that was left out begins none. `steps` are due, the oldest month first.
 */
export function partMissed<S extends PlannedStep>(
  steps: readonly S[],
  { schedule, now, begun }: MissedQuery,
): PartedSteps<S> {
  const missed: MissedMonth[] = [];
  const due = [...Map.groupBy(steps, ({ period }) => period)].flatMap(([period, month]) => {
    const [first] = month;
    if (begun.has(period) || first === undefined || !isMissed(first.due, now, schedule)) return month;
    missed.push({ period, step: first.name, due: first.due });
    return [];
  });
  return { due, missed };
}

/** Whether a month whose first step was due then is not begun by itself any more. */
export function isMissed(due: string, now: string, { catchUp }: Pick<ScheduleSettings, 'catchUp'>): boolean {
  return Date.parse(now) - Date.parse(due) > catchUp * day;
}
