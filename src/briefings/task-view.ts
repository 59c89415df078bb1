import { z } from 'zod';
import { hasRatio } from '../analysis/completion.ts';
import type { LastYear, Progress } from '../analysis/progress.ts';
import { decimalText } from '../model/exact.ts';
import { monthOf, type Period, periodOf, periodText, yearOf } from '../model/period.ts';
import type { Lights } from '../model/settings.ts';
import { figureNote } from '../provenance/note.ts';
import { lightView, lightViewSchema } from './light-view.ts';
import type { Month } from './month.ts';
import { paceFormula, ruleNowText } from './pace-words.ts';
import { gapText } from './standing-words.ts';
import { amountUp, numberViewSchema, percentView, pointsView, quantityView } from './words.ts';

/** When a task would be finished at the rate of the last three months. */
const forecastViewSchema = z.strictObject({
  /** 2023年11月; null where it would never be finished. */
  month: z.string().nullable(),
  /** True where that is after the target's deadline, or never. */
  late: z.boolean(),
  thisYear: z.boolean(),
  /** 近三个月; 今年以来 as long as the year is shorter. */
  basis: z.string(),
});

/** One task of a district in words and numbers, a row of 附件1 and 附件4. */
export const taskViewSchema = z.strictObject({
  /** 13.2 */
  id: z.string(),
  /** Unique among all districts: `13.2上城区`. */
  key: z.string(),
  column: z.string(),
  /** 新增学位6.1万个 */
  clause: z.string(),
  leadUnits: z.array(z.string()),
  task: numberViewSchema,
  done: numberViewSchema.nullable(),
  /** Where `done` was read, as a remark on its cell. */
  note: z.string().nullable(),
  completion: numberViewSchema.nullable(),
  /** Points ahead (+) or behind (-) the pace. */
  gap: numberViewSchema.nullable(),
  /** 序时进度 of this task, and as a spreadsheet formula; null where there can be no rate. */
  pace: numberViewSchema.nullable(),
  paceFormula: z.string(),
  /** 节点：6月底前50%; null where the rule of all targets holds. */
  paceRule: z.string().nullable(),
  /** 落后序时进度12.0个百分点 */
  againstPace: z.string().nullable(),
  change: numberViewSchema.nullable(),
  /** The same month of the year before, and the change on it in points; null where there is no figure of it. */
  lastYear: z
    .strictObject({
      done: numberViewSchema,
      completion: numberViewSchema.nullable(),
      change: numberViewSchema.nullable(),
    })
    .nullable(),
  /** 3月: first month of the present run of lagging months; null where the task does not lag. */
  laggingSince: z.string().nullable(),
  /** Whether that is this month. */
  lagsAnew: z.boolean(),
  /** Months up to now without movement, 0 where it moved; null without data, before its start and at 100 %. */
  monthsStill: z.number().nullable(),
  forecast: forecastViewSchema.nullable(),
  /** Not done yet: `312户`; null when reached. */
  left: numberViewSchema.nullable(),
  /** Needed in each month left: `52户`; null when reached or when no month is left. */
  needed: numberViewSchema.nullable(),
  light: lightViewSchema,
});
export type TaskView = z.infer<typeof taskViewSchema>;

export function taskView(task: Progress, month: Month): TaskView {
  const { lights, period, settings } = month;
  const rated = hasRatio(task.target, task.task);
  const ownRule = Object.hasOwn(settings.pace.targets, task.target.id);
  const needed = task.neededMonthly && amountUp(task.neededMonthly, task.task);
  return {
    id: task.target.id,
    key: `${task.target.id}${task.column}`,
    column: task.column,
    clause: task.target.clause,
    leadUnits: [...task.target.leadUnits],
    task: quantityView(task.task),
    done: task.done && quantityView(task.done),
    note: figureNote(month, task.column, task.target.id),
    completion: task.completion && percentView(task.completion),
    gap: task.gap && pointsView(task.gap),
    pace: rated ? percentView(task.pace) : null,
    paceFormula: paceFormula(task.pace),
    paceRule: rated && ownRule ? ruleNowText(task.rule, period) : null,
    againstPace: task.gap && gapText(task.gap),
    change: task.change && pointsView(task.change),
    lastYear: task.lastYear && lastYearView(task.lastYear),
    laggingSince: task.laggingSince && `${monthOf(task.laggingSince)}月`,
    lagsAnew: task.laggingSince === period,
    monthsStill: task.monthsStill,
    forecast: forecastView(task, period),
    left: task.left && quantityView({ value: decimalText(task.left), unit: task.task.unit }),
    needed: needed && quantityView(needed),
    light: lightView(task, lights),
  };
}

function lastYearView({ done, completion, change }: LastYear): TaskView['lastYear'] {
  return {
    done: quantityView(done),
    completion: completion && percentView(completion),
    change: change && pointsView(change),
  };
}

function forecastView({ forecast, rule }: Progress, period: Period): TaskView['forecast'] {
  if (forecast === null) return null;
  const basis = monthOf(period) < 3 ? '今年以来' : '近三个月';
  if (forecast === 'never') return { month: null, late: true, thisYear: false, basis };
  return {
    month: periodText(forecast),
    late: forecast > periodOf(yearOf(period), rule.deadlineMonth),
    thisYear: yearOf(forecast) === yearOf(period),
    basis,
  };
}

/** The tasks that lag, furthest behind first, before them those beyond their limit; equal ones in printed order. */
export function laggingTasks(tasks: readonly Progress[], lights: Lights): Progress[] {
  return tasks
    .filter((task) => task.status !== null && lights[task.status].lags)
    .sort((a, b) => {
      if (a.gap && b.gap) return a.gap.compare(b.gap);
      return Number(a.gap !== null) - Number(b.gap !== null);
    });
}
