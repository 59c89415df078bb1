import { z } from 'zod';
import { ruleOf } from '../analysis/pace.ts';
import type { ColumnStanding } from '../analysis/standing.ts';
import { dateText, monthOf, periodText, yearOf } from '../model/period.ts';
import { statuses } from '../model/settings.ts';
import { saysOther } from '../plan/says-other.ts';
import { approvalText, markOf } from './approval-words.ts';
import { compositeRule } from './composite-words.ts';
import { correctionView, correctionViewSchema } from './correction-view.ts';
import { legendText } from './legend.ts';
import type { EditionCorrection, Month } from './month.ts';
import { ruleText, targetRuleText } from './pace-words.ts';
import { percentText } from './words.ts';

/** A target with a pace of its own. */
const ownPaceSchema = z.strictObject({
  id: z.string(),
  clause: z.string(),
  /** 按节点计算：3月底前20%、… */
  rule: z.string(),
  /** 50.0%; null where the target is judged by its limit. */
  pace: z.string().nullable(),
});

/** What every briefing says of itself: issue, dates, yardstick. */
export const mastheadSchema = z.strictObject({
  /** 第6期 */
  number: z.string(),
  issuer: z.string(),
  /** 抄送 */
  copies: z.array(z.string()),
  /** Up to which day the figures go, and of which day the briefing is: 2023年6月30日 */
  cutoff: z.string(),
  issued: z.string(),
  /** These two and the day by which the returns were due: 数据截至2023年6月30日，报送期限7月3日，7月5日印发 */
  dates: z.string(),
  /** 2023年6月 */
  month: z.string(),
  year: z.string(),
  planTitle: z.string(),
  /** Columns with tasks: how many must report, which sent nothing, and which left figures out. */
  reporters: z.strictObject({ due: z.number(), missing: z.array(z.string()), partial: z.array(z.string()) }),
  /** True for 示例数据. */
  sample: z.boolean(),
  /** 50.0%, by the rule of all targets that have none of their own. */
  pace: z.string(),
  /** 序时进度按全年任务于12月底前完成 … */
  paceRule: z.string(),
  /** Targets with a rule of their own, in printed order. */
  ownPaces: z.array(ownPaceSchema),
  /** 综合完成率为 … */
  compositeRule: z.string(),
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
  /** One line on the lights and their thresholds, and on what stands in their place. */
  legend: z.string(),
  /** Hash of what the briefing was made from; null in one that is not published. */
  snapshot: z.string().nullable(),
  /** What the reader of a 更正版 is told of it; null in the original. */
  correction: correctionViewSchema.nullable(),
  /** （更正版1）, （送审稿）, （更正版1送审稿）: what stands behind the title; null for the original. */
  mark: z.string().nullable(),
  /** 审签：督查室负责人 2023年7月5日 10:12; null in one that was made on demand. */
  approval: z.string().nullable(),
});

export type Masthead = z.infer<typeof mastheadSchema>;

/** `only` is the column of a reader who may read of no other; null for all. */
export function masthead(month: Month, only: string | null = null): Masthead {
  const { settings, lights, period, assessment } = month;
  const columns = assessment.columns.filter(({ column }) => only === null || column.name === only);
  const tasks = assessment.tasks.filter(({ column }) => only === null || column === only);
  return {
    number: `第${monthOf(period)}期`,
    issuer: settings.issuer,
    copies: settings.copies,
    cutoff: dateText(month.cutoff),
    issued: dateText(month.issued),
    dates: datesText(month),
    month: periodText(period),
    year: String(yearOf(period)),
    planTitle: month.plan.title,
    reporters: reportersOf(columns),
    sample: month.sample,
    pace: percentText(assessment.pace),
    paceRule: `序时进度${ruleText(assessment.rule)}`,
    ownPaces: ownPaces(month),
    compositeRule: compositeRule(settings.composite),
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
    legend: legendText(tasks, lights),
    snapshot: month.snapshot,
    correction: month.correction && correctionView(reasonFor(only, month, month.correction)),
    mark: markOf(month) || null,
    approval: month.approval && approvalText(month.approval),
  };
}

/** A reason that names others is not for one who reads of none. */
function reasonFor(only: string | null, { plan }: Month, correction: EditionCorrection): EditionCorrection {
  const { reason } = correction;
  const tells = only !== null && reason !== null && saysOther(plan, only, reason);
  return tells ? { ...correction, reason: null } : correction;
}

function datesText({ cutoff, due, issued }: Month): string {
  const year = `${cutoff.slice(0, 4)}年`;
  const [dueText, issuedText] = [due, issued].map((date) => dateText(date).replace(year, ''));
  return `数据截至${dateText(cutoff)}，报送期限${dueText}，${issuedText}印发`;
}

function reportersOf(columns: readonly ColumnStanding[]): Masthead['reporters'] {
  const due = columns.filter(({ tasks }) => tasks.length > 0);
  const missing = due.filter(({ tasks, unreported }) => unreported === tasks.length);
  const partial = due.filter(({ tasks, unreported }) => unreported > 0 && unreported < tasks.length);
  const names = (some: readonly ColumnStanding[]) => some.map(({ column }) => column.name);
  return { due: due.length, missing: names(missing), partial: names(partial) };
}

function ownPaces({ settings, assessment }: Month): z.infer<typeof ownPaceSchema>[] {
  return assessment.targets
    .filter(({ target }) => Object.hasOwn(settings.pace.targets, target.id))
    .map(({ target, pace }) => ({
      id: target.id,
      clause: target.clause,
      rule: targetRuleText(target, ruleOf(settings.pace, target.id)),
      pace: target.direction === 'at-most' ? null : percentText(pace),
    }));
}
