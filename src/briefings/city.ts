import { z } from 'zod';
import { standingOf } from '../analysis/standing.ts';
import { periodText } from '../model/period.ts';
import { planTable } from '../plan/plan-table.ts';
import { tableViewOf, tableViewSchema } from '../template/table-view.ts';
import type { Briefing } from './briefing.ts';
import { type CityFacts, cityOverview, cityVerdict } from './city-words.ts';
import { countsView, countsViewSchema } from './counts-view.ts';
import { cityCourse, courseViewSchema } from './course-view.ts';
import { findingSchema, findingsFor } from './findings.ts';
import { masthead, mastheadSchema } from './masthead.ts';
import type { Month } from './month.ts';
import { phraseSchema } from './phrase.ts';
import { progressTable } from './progress-table.ts';
import {
  type RankingRow,
  rankedDistricts,
  rankingChart,
  rankingChartSchema,
  rankingRow,
  rankingRowSchema,
} from './ranking-view.ts';
import { hiddenText, targetPhrase } from './slow-words.ts';
import { sourcesView, sourcesViewSchema } from './sources-view.ts';
import { spreadView } from './spread-view.ts';
import { citySteps, stepFacts } from './steps-words.ts';
import { targetView, targetViewSchema } from './target-view.ts';
import { laggingTasks, taskView, taskViewSchema } from './task-view.ts';
import { numberViewSchema, percentView, pointsView } from './words.ts';

/** The city is one audience; its folder and files carry this name. */
export const cityAudience = '全市';
const namedInText = 5;

const schema = z.strictObject({
  masthead: mastheadSchema,
  title: z.string(),
  /** The first sentences, and 一、总体情况. */
  verdict: phraseSchema,
  overview: z.string(),
  /** Over all tasks of districts and 市本级. */
  counts: countsViewSchema,
  ranking: z.array(rankingRowSchema),
  chart: rankingChartSchema,
  /** Month by month; null where there are not two months to join. */
  course: courseViewSchema.nullable(),
  /** Targets that most holders lag with, and how many more there are; then those that only look done. */
  slowTargets: z.array(phraseSchema),
  otherSlowTargets: z.number(),
  hidden: z.string(),
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
  /** 四、下一步工作 */
  steps: z.array(z.string()),
  sources: sourcesViewSchema,
  allocation: tableViewSchema,
  progress: tableViewSchema,
});

/** 全市简报: one. */
export const cityBriefing: Briefing<z.infer<typeof schema>> = {
  template: 'city',
  group: 'city',
  schema,
  audiences: () => [cityAudience],
  title: ({ period }) => `全市${periodText(period)}民生实事简报`,
  content(month) {
    const { assessment, lights, plan } = month;
    const ranking = rankedDistricts(month).map((standing) => rankingRow(standing, lights));
    const spreads = assessment.targets.map((total) => spreadView(total, month));
    const slow = spreads.filter(({ lagging }) => lagging > 0).sort((a, b) => b.lagging - a.lagging);
    const hidden = spreads.filter((each) => each.reached && each.unfinished > 0 && each.lagging === 0);
    const counts = countsView(standingOf(assessment.tasks, month.settings), lights);
    const facts = cityFacts(month, counts, ranking);
    const head = masthead(month);
    return {
      masthead: head,
      title: cityBriefing.title(month, cityAudience),
      verdict: cityVerdict(facts),
      overview: cityOverview(facts, lights, head.pace, head.ownPaces.length > 0),
      counts,
      ranking,
      chart: rankingChart(month),
      course: cityCourse(month),
      slowTargets: slow.slice(0, namedInText).map(targetPhrase),
      otherSlowTargets: Math.max(0, slow.length - namedInText),
      hidden: hiddenText(hidden),
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
      steps: citySteps(stepFacts(month, assessment.tasks, counts), {
        silent: head.reporters.missing,
        partial: head.reporters.partial,
        led: assessment.leadUnits.length > 0,
      }),
      sources: sourcesView(month, assessment.tasks),
      allocation: tableViewOf(planTable(plan, { name: '附件2', marked: null })),
      progress: tableViewOf(progressTable(month, '附件3', null)),
    };
  },
};

function cityFacts(month: Month, counts: CityFacts['counts'], ranking: readonly RankingRow[]): CityFacts {
  const { assessment } = month;
  const divided = assessment.targets.filter(({ holders }) => holders > 0);
  const kinds = new Set(assessment.columns.filter(({ tasks }) => tasks.length > 0).map(({ column }) => column.kind));
  const unranked = ranking.filter(({ rank }) => rank === null);
  return {
    projects: new Set(divided.map(({ project }) => project.no)).size,
    targets: divided.length,
    undivided: assessment.targets.length - divided.length,
    holders: [kinds.has('district') ? '各区、县（市）' : '', kinds.has('city') ? cityColumn(month) : '']
      .filter(Boolean)
      .join('和'),
    counts,
    ranked: ranking.flatMap(({ district, rank, score }) =>
      rank === null || score === null ? [] : [{ name: district, rank, score: score.text }],
    ),
    incomplete: unranked.filter((row) => row.counts.unreported > 0).map((row) => row.district),
    rateless: unranked.filter((row) => row.counts.unreported === 0).map((row) => row.district),
  };
}

/** What the plan calls 市本级. */
function cityColumn({ plan }: Month): string {
  return plan.columns.find(({ kind }) => kind === 'city')?.name ?? '';
}
