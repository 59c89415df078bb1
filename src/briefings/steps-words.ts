import type { Progress } from '../analysis/progress.ts';
import { periodText } from '../model/period.ts';
import type { Lights } from '../model/settings.ts';
import type { CountsView } from './counts-view.ts';
import type { Month } from './month.ts';
import { namesText } from './name-words.ts';
import { laggingTasks } from './task-view.ts';

/** 四、下一步工作: one sentence a step, of what the month shows. */

/** What every reader's steps depend on. */
export interface StepFacts {
  /** 2023年6月 */
  readonly month: string;
  readonly counts: CountsView;
  /** Whether months are left of the year's task, and for one of the lagging tasks to catch up in. */
  readonly timeLeft: boolean;
  readonly catchUp: boolean;
  readonly lights: Lights;
}

export function stepFacts(
  { period, assessment, lights }: Month,
  tasks: readonly Progress[],
  counts: CountsView,
): StepFacts {
  return {
    month: periodText(period),
    counts,
    timeLeft: assessment.monthsLeft > 0,
    catchUp: laggingTasks(tasks, lights).some(({ neededMonthly }) => neededMonthly !== null),
    lights,
  };
}

/** Of a district: `unreported` are the targets without a figure, which `annex` lists; `led` says whether the plan names lead units. */
export function districtSteps(
  facts: StepFacts,
  own: {
    readonly district: string;
    readonly unreported: readonly string[];
    readonly annex: string;
    readonly led: boolean;
  },
): string[] {
  const { counts, month } = facts;
  const { district, led } = own;
  const missing =
    counts.unreported === counts.held
      ? `${month}月报`
      : `${month}月报中${targetsText(own.unreported, own.annex)}的进度`;
  const steps = [
    ...(counts.unreported > 0 ? [`请${district}尽快补报${missing}，${why}。`] : []),
    ...laggingStep(facts, `请${district}${led ? '会同牵头单位' : ''}`, '明确责任单位和完成时限'),
    ...slowStep(facts),
  ];
  return steps.length > 0 ? steps : [carryOn(facts, '请')];
}

/** Of the city: `silent` sent no return, `partial` a return with gaps. */
export function citySteps(
  facts: StepFacts,
  own: { readonly silent: readonly string[]; readonly partial: readonly string[]; readonly led: boolean },
): string[] {
  const missing = [
    ...(own.silent.length > 0 ? [`${namesText(own.silent)}尽快补报${facts.month}月报`] : []),
    ...(own.partial.length > 0 ? [`${namesText(own.partial)}尽快补齐${facts.month}月报所缺数据`] : []),
  ];
  const whom = own.led ? '请有关牵头单位会同滞后任务的承担单位' : '请滞后任务的承担单位';
  const steps = [
    ...(missing.length > 0 ? [`请${missing.join('，')}，${why}。`] : []),
    ...laggingStep(facts, whom, facts.timeLeft ? '并在下月月报中说明落实情况' : '并书面报告落实情况'),
  ];
  return steps.length > 0 ? steps : [carryOn(facts, '请各单位')];
}

/**
 * Of a lead unit: `missing` are the districts without a figure for one of its targets, `city` is 市本级 if it is another; `alone`
 * where all its tasks are those of 市本级, which it does itself.
 */
export function leadUnitSteps(
  facts: StepFacts,
  own: {
    readonly unit: string;
    readonly missing: readonly string[];
    readonly city: string | null;
    readonly alone: boolean;
  },
): string[] {
  const { unit, missing, city, alone } = own;
  const progress = `${facts.month}有关任务的进度，${why}。`;
  const steps = [
    ...(missing.length > 0 ? [`请${unit}督促${namesText(missing)}尽快补报${progress}`] : []),
    ...(city === null ? [] : [`请${unit}尽快补报${city}${progress}`]),
    ...laggingStep(facts, alone ? `请${unit}` : `请${unit}会同滞后任务的承担单位`, '明确责任单位和完成时限'),
    ...slowStep(facts),
  ];
  return steps.length > 0 ? steps : [carryOn(facts, alone ? '请' : '请会同承担单位')];
}

const why = '以便更正本期简报';

/** Names the targets as long as they can be taken in: 目标3.1、4.2. */
function targetsText(ids: readonly string[], annex: string): string {
  return ids.length <= 10 ? `目标${ids.join('、')}` : `${ids.length}项目标（${annex}中标为“未报送”）`;
}

function laggingStep({ counts, catchUp }: StepFacts, whom: string, end: string): string[] {
  if (counts.lagging === 0) return [];
  const which = counts.lagging === 1 ? '查明1项任务滞后的原因' : `对${counts.lagging}项滞后任务逐项查明原因`;
  const remedy = catchUp ? '按附件1所列“今后每月需完成”数排出赶工计划' : '提出补救措施';
  return [`${whom}${which}，${remedy}，${end}。`];
}

/** A light that lags already is spoken of as lagging. */
function slowStep({ counts, timeLeft, lights }: StepFacts): string[] {
  if (counts.slow === 0 || lights.slow.lags) return [];
  const what = `状态为“${lights.slow.label}”的${counts.slow}项任务`;
  return [timeLeft ? `对${what}加强跟踪，防止转为滞后。` : `对${what}抓紧收尾，尽快全面完成。`];
}

function carryOn({ counts, timeLeft }: StepFacts, whom: string): string {
  if (counts.held > 0 && counts.done === counts.held) return `全年任务已全部完成，${whom}做好查漏补缺和巩固提升。`;
  const fine = counts.unjudged === 0 && counts.held > 0 ? '各项任务进度正常，' : '';
  return timeLeft
    ? `${fine}${whom}继续按计划推进，确保全年任务如期完成。`
    : `${fine}${whom}抓紧完成未完成的任务，做好查漏补缺。`;
}
