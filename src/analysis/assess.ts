import { columnReturns, columnReturnsBefore } from '../model/column-returns.ts';
import type { Exact } from '../model/exact.ts';
import { type Period, previousPeriod, yearTo } from '../model/period.ts';
import { type Plan, targetsOf } from '../model/plan.ts';
import type { Return } from '../model/return.ts';
import type { Settings } from '../model/settings.ts';
import { type CourseMonth, courseMonth } from './course.ts';
import { monthsLeft, paceAt } from './pace.ts';
import { type Progress, progressOf } from './progress.ts';
import { ranksOf } from './rank.ts';
import { type ColumnStanding, type Standing, standingOf } from './standing.ts';
import { type TargetTotal, targetTotal } from './target-total.ts';

/** Everything that a month's figures say, before words. */
export interface Assessment {
  readonly period: Period;
  readonly pace: Exact;
  readonly monthsLeft: number;
  readonly tasks: readonly Progress[];
  /** In printed order, columns without any task included. */
  readonly columns: readonly ColumnStanding[];
  /** The year up to this month, from the first month that anybody reported. */
  readonly course: readonly CourseMonth[];
  readonly targets: readonly TargetTotal[];
  /** Lead units in the order in which they first appear in the plan. */
  readonly leadUnits: readonly (Standing & { readonly name: string })[];
}

export function assess(plan: Plan, returns: readonly Return[], period: Period, settings: Settings): Assessment {
  const months = courseTo(period, returns).map((month) => judgeMonth(plan, returns, month, settings));
  const { tasks, standings, pace } = months.at(-1) as MonthStandings;
  // January has no month before it: cumulative figures begin anew each year.
  const before = months.find((month) => month.period === previousPeriod(period));
  const districts = plan.columns.filter((column) => column.kind === 'district').map(({ name }) => name);
  return {
    period,
    pace,
    monthsLeft: monthsLeft(period, settings.deadlineMonth),
    tasks,
    columns: columnStandings(plan, standings, before?.standings ?? new Map()),
    course: months.map((month) => courseMonth(month.period, month.pace, scoresOf(month.standings), districts)),
    targets: targetsOf(plan).map(({ project, target }) =>
      targetTotal(
        project,
        target,
        of(tasks, (task) => task.target.id === target.id),
        pace,
        settings.lights,
      ),
    ),
    leadUnits: leadUnitsOf(plan).map((name) => ({
      name,
      ...standingOf(of(tasks, (task) => task.target.leadUnits.includes(name))),
    })),
  };
}

type Standings = ReadonlyMap<string, Standing>;

interface MonthStandings {
  readonly period: Period;
  readonly pace: Exact;
  readonly tasks: readonly Progress[];
  readonly standings: Standings;
}

/** The months of the year from the first that anybody reported; one that nobody reported in between is among them. */
function courseTo(period: Period, returns: readonly Return[]): Period[] {
  const year = yearTo(period);
  return year.slice(year.findIndex((month) => month === period || returns.some((each) => each.period === month)));
}

function judgeMonth(plan: Plan, returns: readonly Return[], period: Period, settings: Settings): MonthStandings {
  const pace = paceAt(period, settings.deadlineMonth);
  const tasks = progressOf(plan, columnReturns(plan, returns, period), columnReturnsBefore(plan, returns, period), {
    pace,
    monthsLeft: monthsLeft(period, settings.deadlineMonth),
    lights: settings.lights,
  });
  return { period, pace, tasks, standings: standingsByColumn(plan, tasks) };
}

function of(tasks: readonly Progress[], belongs: (task: Progress) => boolean): Progress[] {
  return tasks.filter(belongs);
}

function columnStandings(plan: Plan, now: Standings, then: Standings): ColumnStanding[] {
  const ranks = rankDistricts(plan, now);
  const ranksBefore = rankDistricts(plan, then);
  return plan.columns.map((column) => {
    const standing = now.get(column.name) as Standing;
    const score = then.get(column.name)?.score;
    return {
      ...standing,
      column,
      rank: ranks.get(column.name) ?? null,
      rankBefore: ranksBefore.get(column.name) ?? null,
      change: standing.score && score ? standing.score.sub(score) : null,
    };
  });
}

function standingsByColumn(plan: Plan, tasks: readonly Progress[]): Standings {
  return new Map(plan.columns.map(({ name }) => [name, standingOf(of(tasks, (task) => task.column === name))]));
}

function scoresOf(standings: Standings): Map<string, Exact | null> {
  return new Map([...standings].map(([name, { score }]) => [name, score]));
}

function rankDistricts(plan: Plan, standings: Standings): Map<string, number> {
  const districts = plan.columns.filter((column) => column.kind === 'district');
  return ranksOf(new Map(districts.map(({ name }) => [name, standings.get(name)?.score ?? null])));
}

function leadUnitsOf(plan: Plan): string[] {
  return [...new Set(targetsOf(plan).flatMap(({ target }) => target.leadUnits))];
}
