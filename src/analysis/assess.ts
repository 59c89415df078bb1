import type { Exact } from '../model/exact.ts';
import { type Period, previousPeriod } from '../model/period.ts';
import { type Plan, targetsOf } from '../model/plan.ts';
import { latestReturns, monthBefore, type Return } from '../model/return.ts';
import type { Settings } from '../model/settings.ts';
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
  readonly targets: readonly TargetTotal[];
  /** Lead units in the order in which they first appear in the plan. */
  readonly leadUnits: readonly (Standing & { readonly name: string })[];
}

export function assess(plan: Plan, returns: readonly Return[], period: Period, settings: Settings): Assessment {
  const judge = (month: Period) =>
    progressOf(plan, latestReturns(returns, month), monthBefore(returns, month), {
      pace: paceAt(month, settings.deadlineMonth),
      monthsLeft: monthsLeft(month, settings.deadlineMonth),
      lights: settings.lights,
    });
  const tasks = judge(period);
  const before = judge(previousPeriod(period));
  const pace = paceAt(period, settings.deadlineMonth);
  return {
    period,
    pace,
    monthsLeft: monthsLeft(period, settings.deadlineMonth),
    tasks,
    columns: columnStandings(plan, tasks, before),
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

function of(tasks: readonly Progress[], belongs: (task: Progress) => boolean): Progress[] {
  return tasks.filter(belongs);
}

function columnStandings(plan: Plan, tasks: readonly Progress[], before: readonly Progress[]): ColumnStanding[] {
  const now = standingsByColumn(plan, tasks);
  const then = standingsByColumn(plan, before);
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

function standingsByColumn(plan: Plan, tasks: readonly Progress[]): Map<string, Standing> {
  return new Map(plan.columns.map(({ name }) => [name, standingOf(of(tasks, (task) => task.column === name))]));
}

function rankDistricts(plan: Plan, standings: ReadonlyMap<string, Standing>): Map<string, number> {
  const districts = plan.columns.filter((column) => column.kind === 'district');
  return ranksOf(new Map(districts.map(({ name }) => [name, standings.get(name)?.score ?? null])));
}

function leadUnitsOf(plan: Plan): string[] {
  return [...new Set(targetsOf(plan).flatMap(({ target }) => target.leadUnits))];
}
