import type { Exact } from '../model/exact.ts';
import { monthOf, type Period, periodOf, previousPeriod, yearOf } from '../model/period.ts';
import { type Plan, targetsOf } from '../model/plan.ts';
import type { Return } from '../model/return.ts';
import { type Composite, compositeOfReported } from './composite.ts';
import { type CourseMonth, courseMonth } from './course.ts';
import { defaultRule, monthsLeft, type PaceRule } from './pace.ts';
import { type Progress, progressOf } from './progress.ts';
import { ranksOf } from './rank.ts';
import { type ColumnStanding, type LeadUnitStanding, type Placed, standingOf } from './standing.ts';
import { type TargetTotal, targetTotal } from './target-total.ts';
import {
  type JudgingSettings,
  judgeMonth,
  judgeYear,
  leadUnitComposites,
  leadUnitsOf,
  type MonthJudged,
  type PlanThen,
} from './year.ts';

/** Everything that a month's figures say, before words. */
export interface Assessment {
  readonly period: Period;
  /** 序时进度 by the default rule; a task has its own. */
  readonly pace: Exact;
  readonly rule: PaceRule;
  /** By the default rule. */
  readonly monthsLeft: number;
  readonly tasks: readonly Progress[];
  /** In printed order, columns without any task included. */
  readonly columns: readonly ColumnStanding[];
  /** The year up to this month, from the first month that anybody reported. */
  readonly course: readonly CourseMonth[];
  readonly targets: readonly TargetTotal[];
  /** Lead units in the order in which they first appear in the plan. */
  readonly leadUnits: readonly LeadUnitStanding[];
}

/** What lies behind a month: other plans, and the year before. All of it knows targets by the ids of the plan in force. */
export interface Background {
  /** What held in an earlier month of the year where that was another plan; null where it was this one. */
  readonly planAt: (period: Period) => PlanThen | null;
  readonly lastYear: PlanThen | null;
}

const nothingBehind: Background = { planAt: () => null, lastYear: null };

/** Judges a month by its plan, and says what it was before. */
export function assess(
  plan: Plan,
  returns: readonly Return[],
  period: Period,
  settings: JudgingSettings,
  { planAt, lastYear }: Background = nothingBehind,
): Assessment {
  const rule = defaultRule(settings.pace);
  const own = { plan, returns };
  const year = judgeYear(period, (month) => (month === period ? null : planAt(month)) ?? own, settings);
  const [before, now] = [year.find((month) => month.period === previousPeriod(period)), year.at(-1) as MonthJudged];
  const then = periodOf(yearOf(period) - 1, monthOf(period));
  const tasks = progressOf(year, lastYear && judgeMonth(lastYear, then, settings), settings.lights);
  const districts = plan.columns.filter((column) => column.kind === 'district').map(({ name }) => name);
  const units = leadUnitsOf(plan);
  const placeOf = placing(districts, now.columns, before?.columns);
  const unitsIn = (month: MonthJudged) => leadUnitComposites(month, units, settings);
  const placeOfUnit = placing(units, unitsIn(now), before && unitsIn(before));
  return {
    period,
    pace: now.pace,
    rule,
    monthsLeft: monthsLeft(rule, period),
    tasks,
    columns: plan.columns.map((column) => ({
      column,
      ...placeOf(column.name),
      ...standingOf(
        tasks.filter((task) => task.column === column.name),
        settings,
      ),
    })),
    course: year.map((month) => courseMonth(month.period, month.pace, month.columns, districts)),
    targets: targetsOf(plan).map((placed) =>
      targetTotal(
        placed,
        tasks.filter((task) => task.target.id === placed.target.id),
        period,
        settings,
      ),
    ),
    leadUnits: units.map((name) => ({
      name,
      ...placeOfUnit(name),
      ...standingOf(
        tasks.filter((task) => task.target.leadUnits.includes(name)),
        settings,
        compositeOfReported,
      ),
    })),
  };
}

/** Places of groups now, against the month before; only those of `ranked` have ranks. */
function placing(
  ranked: readonly string[],
  now: ReadonlyMap<string, Composite>,
  before: ReadonlyMap<string, Composite> = new Map(),
): (name: string) => Placed {
  const ranksIn = (month: typeof now) => ranksOf(new Map(ranked.map((name) => [name, month.get(name)?.score ?? null])));
  const [ranks, ranksBefore] = [ranksIn(now), ranksIn(before)];
  return (name) => {
    const [own, then] = [now.get(name), before.get(name)];
    const comparable = own?.complete && then?.complete && own.score && then.score;
    return {
      rank: ranks.get(name) ?? null,
      rankBefore: ranksBefore.get(name) ?? null,
      change: comparable ? own.score.sub(then.score) : null,
    };
  };
}
