import { z } from 'zod';
import { hasRatio } from '../analysis/completion.ts';
import type { Progress } from '../analysis/progress.ts';
import { decimalText } from '../model/exact.ts';
import type { Lights } from '../model/settings.ts';
import { lightView, lightViewSchema } from './light-view.ts';
import type { Month } from './month.ts';
import { paceFormula, ruleNowText } from './pace-words.ts';
import { amountUp, numberViewSchema, percentView, pointsText, pointsView, quantityView } from './words.ts';

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
  completion: numberViewSchema.nullable(),
  /** Points ahead (+) or behind (-) the pace. */
  gap: numberViewSchema.nullable(),
  /** 序时进度 of this task, and as a spreadsheet formula; null where there can be no rate. */
  pace: numberViewSchema.nullable(),
  paceFormula: z.string(),
  /** 节点：6月底前50%; null where the rule of all targets holds. */
  paceRule: z.string().nullable(),
  /** 12.0个百分点, without sign */
  gapText: z.string().nullable(),
  change: numberViewSchema.nullable(),
  /** Not done yet: `312户`; null when reached. */
  left: numberViewSchema.nullable(),
  /** Needed in each month left: `52户`; null when reached or when no month is left. */
  needed: numberViewSchema.nullable(),
  light: lightViewSchema,
});
export type TaskView = z.infer<typeof taskViewSchema>;

export function taskView(task: Progress, { lights, period, settings }: Month): TaskView {
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
    completion: task.completion && percentView(task.completion),
    gap: task.gap && pointsView(task.gap),
    pace: rated ? percentView(task.pace) : null,
    paceFormula: paceFormula(task.pace),
    paceRule: rated && ownRule ? ruleNowText(task.rule, period) : null,
    gapText: task.gap && pointsText(task.gap),
    change: task.change && pointsView(task.change),
    left: task.left && quantityView({ value: decimalText(task.left), unit: task.task.unit }),
    needed: needed && quantityView(needed),
    light: lightView(task, lights),
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
