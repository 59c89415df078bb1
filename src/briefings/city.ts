import { z } from 'zod';
import { standingOf } from '../analysis/standing.ts';
import type { TargetTotal } from '../analysis/target-total.ts';
import { periodText } from '../model/period.ts';
import { planTable } from '../plan/plan-table.ts';
import { tableViewOf, tableViewSchema } from '../template/table-view.ts';
import type { Briefing } from './briefing.ts';
import { countsView, countsViewSchema } from './counts-view.ts';
import { cityCourse, courseViewSchema } from './course-view.ts';
import { findingSchema, findingsFor } from './findings.ts';
import { masthead, mastheadSchema } from './masthead.ts';
import type { Month } from './month.ts';
import { progressTable } from './progress-table.ts';
import { rankedDistricts, rankingChart, rankingChartSchema, rankingRow, rankingRowSchema } from './ranking-view.ts';
import { sourcesView, sourcesViewSchema } from './sources-view.ts';
import { targetView, targetViewSchema } from './target-view.ts';
import { laggingTasks, taskView, taskViewSchema } from './task-view.ts';
import { numberViewSchema, percentView, pointsView } from './words.ts';

/** The city is one audience; its folder and files carry this name. */
export const cityAudience = '全市';
const namedInText = 5;

const slowTargetSchema = z.strictObject({
  id: z.string(),
  clause: z.string(),
  leadUnits: z.array(z.string()),
  lagging: z.number(),
  holders: z.number(),
  columns: z.array(z.string()),
});

const schema = z.strictObject({
  masthead: mastheadSchema,
  title: z.string(),
  projects: z.number(),
  targets: z.number(),
  /** Over all tasks of districts and 市本级. */
  counts: countsViewSchema,
  ranking: z.array(rankingRowSchema),
  rankedCount: z.number(),
  unranked: z.array(z.string()),
  best: z.array(rankingRowSchema),
  last: z.array(rankingRowSchema),
  chart: rankingChartSchema,
  /** Month by month; null where there are not two months to join. */
  course: courseViewSchema.nullable(),
  /** Targets that most holders lag with. */
  slowTargets: z.array(slowTargetSchema),
  otherSlowTargets: z.number(),
  leadUnits: z.array(
    z.strictObject({
      name: z.string(),
      targets: z.number(),
      counts: countsViewSchema,
      /** 综合完成率 over its tasks in all columns, and its rank among the lead units. */
      score: numberViewSchema.nullable(),
      change: numberViewSchema.nullable(),
      rank: z.number().nullable(),
    }),
  ),
  lagging: z.array(taskViewSchema),
  targetRows: z.array(targetViewSchema),
  findings: z.array(findingSchema),
  sources: sourcesViewSchema,
  allocation: tableViewSchema,
  progress: tableViewSchema,
});

/** 全市简报: one. */
export const cityBriefing: Briefing<z.infer<typeof schema>> = {
  template: 'city',
  schema,
  audiences: () => [cityAudience],
  title: ({ period }) => `全市${periodText(period)}民生实事简报`,
  content(month) {
    const { assessment, lights, plan } = month;
    const ranking = rankedDistricts(month).map((standing) => rankingRow(standing, lights));
    const ranked = ranking.filter((row) => row.rank !== null);
    const lowest = ranked.at(-1)?.rank;
    const slow = slowTargets(month);
    return {
      masthead: masthead(month),
      title: cityBriefing.title(month, cityAudience),
      projects: plan.projects.length,
      targets: assessment.targets.length,
      counts: countsView(standingOf(assessment.tasks, month.settings), lights),
      ranking,
      rankedCount: ranked.length,
      unranked: ranking.filter((row) => row.rank === null).map((row) => row.district),
      best: ranked.filter((row) => row.rank === 1),
      last: ranked.filter((row) => row.rank === lowest && row.rank !== 1),
      chart: rankingChart(month),
      course: cityCourse(month),
      slowTargets: slow.slice(0, namedInText).map((total) => slowTarget(total, month)),
      otherSlowTargets: Math.max(0, slow.length - namedInText),
      leadUnits: assessment.leadUnits.map((unit) => ({
        name: unit.name,
        targets: assessment.targets.filter(({ target }) => target.leadUnits.includes(unit.name)).length,
        counts: countsView(unit, lights),
        score: unit.score && percentView(unit.score),
        change: unit.change && pointsView(unit.change),
        rank: unit.rank,
      })),
      lagging: laggingTasks(assessment.tasks, lights).map((task) => taskView(task, month)),
      targetRows: assessment.targets.map((total) => targetView(total, plan, '附件2', lights)),
      findings: findingsFor(month, null),
      sources: sourcesView(month, assessment.tasks),
      allocation: tableViewOf(planTable(plan, { name: '附件2', marked: null })),
      progress: tableViewOf(progressTable(month, '附件3', null)),
    };
  },
};

function slowTargets({ assessment }: Month): TargetTotal[] {
  return assessment.targets.filter(({ lagging }) => lagging > 0).sort((a, b) => b.lagging - a.lagging);
}

function slowTarget({ target, lagging, holders }: TargetTotal, { assessment, lights }: Month) {
  const columns = assessment.tasks
    .filter((task) => task.target.id === target.id && task.status !== null && lights[task.status].lags)
    .map((task) => task.column);
  return { id: target.id, clause: target.clause, leadUnits: [...target.leadUnits], lagging, holders, columns };
}
