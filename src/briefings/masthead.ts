import { z } from 'zod';
import type { ColumnStanding } from '../analysis/standing.ts';
import type { Exact } from '../model/exact.ts';
import { dateText, monthOf, periodText, yearOf } from '../model/period.ts';
import { type Lights, statuses } from '../model/settings.ts';
import type { Month } from './month.ts';
import { percentText } from './words.ts';

/** What every briefing says of itself: issue, dates, yardstick. */
export const mastheadSchema = z.strictObject({
  /** 第6期 */
  number: z.string(),
  issuer: z.string(),
  /** 抄送 */
  copies: z.array(z.string()),
  /** 2023年7月5日 */
  issued: z.string(),
  /** 2023年6月30日 */
  cutoff: z.string(),
  /** 2023年6月 */
  month: z.string(),
  year: z.string(),
  planTitle: z.string(),
  /** Columns with tasks: how many must report, and which sent nothing. */
  reporters: z.strictObject({ due: z.number(), missing: z.array(z.string()) }),
  /** True for 示例数据. */
  sample: z.boolean(),
  /** 50.0% */
  pace: z.string(),
  /** The pace as a spreadsheet formula, `6/12`. */
  paceFormula: z.string(),
  /** 全年任务按12个月平均 … */
  paceRule: z.string(),
  /** What the office calls each light. */
  names: z.strictObject({
    done: z.string(),
    ahead: z.string(),
    onpace: z.string(),
    slow: z.string(),
    lagging: z.string(),
    critical: z.string(),
  }),
  /** Names of the lights that neither lag nor are done: 超序时、按序时、略慢. */
  moving: z.array(z.string()),
  /** One line on the lights and their thresholds. */
  legend: z.string(),
});

export function masthead(month: Month): z.infer<typeof mastheadSchema> {
  const { settings, lights, period, assessment } = month;
  return {
    number: `第${monthOf(period)}期`,
    issuer: settings.issuer,
    copies: settings.copies,
    issued: dateText(month.issued),
    cutoff: dateText(month.cutoff),
    month: periodText(period),
    year: String(yearOf(period)),
    planTitle: month.plan.title,
    reporters: reportersOf(assessment.columns),
    sample: month.sample,
    pace: percentText(assessment.pace),
    paceFormula: paceFormula(assessment.pace),
    paceRule: `序时进度按全年任务于${settings.deadlineMonth}月底前完成、逐月平均计算`,
    names: {
      done: lights.done.label,
      ahead: lights.ahead.label,
      onpace: lights.onpace.label,
      slow: lights.slow.label,
      lagging: lights.lagging.label,
      critical: lights.critical.label,
    },
    moving: statuses
      .filter((status) => status !== 'done' && !lights[status].lags)
      .map((status) => lights[status].label),
    legend: legendText(lights),
  };
}

function reportersOf(columns: readonly ColumnStanding[]): z.infer<typeof mastheadSchema>['reporters'] {
  const due = columns.filter(({ tasks }) => tasks.length > 0);
  const missing = due.filter(({ tasks, unreported }) => unreported === tasks.length);
  return { due: due.length, missing: missing.map(({ column }) => column.name) };
}

function paceFormula({ n, d }: Exact): string {
  return `${n}/${d}`;
}

function legendText(lights: Lights): string {
  return statuses
    .map((status) => {
      const { mark, label, from } = lights[status];
      if (status === 'done') return `${mark}${label}：完成率达到100%`;
      if (status === 'critical') return `${mark}${label}：低于以上各档`;
      const points = from === null ? '' : Math.abs(from);
      if (from === 0) return `${mark}${label}：不低于序时进度`;
      return `${mark}${label}：${Number(from) > 0 ? `高于序时进度${points}个百分点及以上` : `低于序时进度不超过${points}个百分点`}`;
    })
    .join('；');
}
