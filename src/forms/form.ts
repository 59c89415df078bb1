import { dayIn, nextPeriod, type Period } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';
import { type Quantity, quantityText } from '../model/quantity.ts';
import type { Settings } from '../model/settings.ts';
import { type FormTask, tasksOf } from './form-tasks.ts';
import type { LastMonth } from './last-month.ts';
import type { FormReporter } from './reporters.ts';

/** Rises when a form of today could no longer be read as one of before. */
export const formVersion = '1';

/** 月报表: what one reporter is asked about one month, before it is drawn. */
export interface Form {
  readonly reporter: FormReporter;
  readonly period: Period;
  /** Figures are cumulative up to this day, ISO. */
  readonly cutoff: string;
  /** Day by which the form must be back, ISO. */
  readonly due: string;
  /** Who asks, as printed. */
  readonly issuer: string;
  /** Digest of the plan: what it says, not how it was printed. */
  readonly planDigest: string;
  readonly rows: readonly FormRow[];
  /** True where last month's figures are 示例数据. */
  readonly sample: boolean;
}

export interface FormRow extends FormTask {
  /** What was reported up to the end of last month: a figure, a mark such as 未报送, or nothing. */
  readonly previous: string;
}

/** What is asked besides the tasks. */
export interface FormDates {
  readonly period: Period;
  /** ISO; null for the day that the settings name. */
  readonly cutoff: string | null;
  /** ISO; null for the day that the settings name. */
  readonly due: string | null;
}

export interface AskedPlan {
  readonly plan: Plan;
  readonly digest: string;
}

export function formFor(
  { plan, digest }: AskedPlan,
  reporter: FormReporter,
  { period, cutoff, due }: FormDates,
  settings: Settings,
  lastMonth: LastMonth,
): Form {
  return {
    reporter,
    period,
    cutoff: cutoff ?? dayIn(period, settings.cutoffDay),
    due: due ?? dayIn(nextPeriod(period), settings.returnDay),
    issuer: settings.issuer,
    planDigest: digest,
    rows: tasksOf(plan, reporter).map((task) => ({ ...task, previous: previousText(task, lastMonth.figure(task)) })),
    sample: lastMonth.sample,
  };
}

/** Last month's figure as the form shows it: without the unit where it is the task's own. */
function previousText({ unit }: FormTask, before: Quantity | string | null): string {
  if (before === null || typeof before === 'string') return before ?? '';
  return before.unit === unit ? before.value : quantityText(before);
}
