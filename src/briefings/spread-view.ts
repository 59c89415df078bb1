import { z } from 'zod';
import type { Extreme, Spread } from '../analysis/spread.ts';
import type { TargetTotal } from '../analysis/target-total.ts';
import { one } from '../model/exact.ts';
import { lightViewSchema } from './light-view.ts';
import type { Month } from './month.ts';
import { scoreAgainstPace } from './standing-words.ts';
import { totalLight } from './target-view.ts';
import { laggingTasks } from './task-view.ts';
import { numberViewSchema, percentText, percentView } from './words.ts';

/** One target over all that hold a part of it: the total, and what stands behind it. */
export const spreadViewSchema = z.strictObject({
  id: z.string(),
  clause: z.string(),
  leadUnits: z.array(z.string()),
  completion: numberViewSchema.nullable(),
  /** 高于序时进度2.0个百分点 */
  againstPace: z.string().nullable(),
  /** Whether the total is at pace, and at 100 %. */
  good: z.boolean(),
  reached: z.boolean(),
  holders: z.number(),
  done: z.number(),
  lagging: z.number(),
  unreported: z.number(),
  /** Holders whose rate is known and below 100 %. */
  unfinished: z.number(),
  /** Columns that lag, furthest behind first. */
  laggards: z.array(z.string()),
  /** 临平区71.0%, 滨江区29.4%; null where holders do not differ. */
  spread: z.strictObject({ highest: z.string(), lowest: z.string() }).nullable(),
  /** 均为50.0%, 市本级50.0%; null where they differ, or where no rate is known. */
  level: z.string().nullable(),
  light: lightViewSchema,
});
export type SpreadView = z.infer<typeof spreadViewSchema>;

export function spreadView(total: TargetTotal, { assessment, lights }: Month): SpreadView {
  const { target, completion, pace, spread } = total;
  const tasks = assessment.tasks.filter((task) => task.target.id === target.id);
  const lagging = laggingTasks(tasks, lights);
  return {
    id: target.id,
    clause: target.clause,
    leadUnits: [...target.leadUnits],
    completion: completion && percentView(completion),
    againstPace: completion && scoreAgainstPace(completion, pace),
    good: completion?.gte(pace) ?? false,
    reached: completion?.gte(one) ?? false,
    holders: total.holders,
    done: tasks.filter(({ status }) => status === 'done').length,
    lagging: lagging.length,
    unreported: total.unreported,
    unfinished: spread?.belowWhole ?? 0,
    laggards: lagging.map(({ column }) => column),
    ...extremes(spread),
    light: totalLight(total, lights),
  };
}

/** Both ends with who is there; where all have one rate, that, and of whom it is if one is the only holder. */
function extremes(spread: Spread | null): Pick<SpreadView, 'spread' | 'level'> {
  if (spread === null) return { spread: null, level: null };
  const { rated, highest, lowest } = spread;
  // A cell has room for two names.
  const text = ({ columns, rate }: Extreme) =>
    (columns.length > 2 ? `${columns.length}个单位` : columns.join('、')) + percentText(rate);
  if (highest.rate.equals(lowest.rate))
    return { spread: null, level: rated > 1 ? `均为${percentText(highest.rate)}` : text(highest) };
  return { spread: { highest: text(highest), lowest: text(lowest) }, level: null };
}
