import { z } from 'zod';
import { periodText } from '../model/period.ts';
import { readsOwnOnly } from '../model/settings.ts';
import { columnOfPlan } from '../plan/part-of-plan.ts';
import { planTable } from '../plan/plan-table.ts';
import { tableViewOf, tableViewSchema } from '../template/table-view.ts';
import type { Briefing } from './briefing.ts';
import { countsView, countsViewSchema } from './counts-view.ts';
import { courseViewSchema, districtCourse } from './course-view.ts';
import { type DistrictFacts, districtOverview, districtVerdict, isSilent } from './district-words.ts';
import { findingSchema, findingsFor } from './findings.ts';
import { masthead, mastheadSchema } from './masthead.ts';
import type { Month } from './month.ts';
import { phraseSchema } from './phrase.ts';
import { progressTable } from './progress-table.ts';
import { rankOf } from './ranking-view.ts';
import { taskPhrase } from './slow-words.ts';
import { sourcesView, sourcesViewSchema } from './sources-view.ts';
import { rankChange, scoreAgainstPace, scoreChange } from './standing-words.ts';
import { districtSteps, stepFacts } from './steps-words.ts';
import { laggingTasks, taskView, taskViewSchema } from './task-view.ts';
import { numberViewSchema, percentText, percentView } from './words.ts';

/** How many lagging tasks the text itself names; 附件1 has them all. */
const namedInText = 5;
/** Alone, a column has room for the words that stood across all of them. */
const besideOne = { no: 2, name: 9.5, target: 3, lead: 3.5, city: 8, district: 8 };

const schema = z.strictObject({
  masthead: mastheadSchema,
  title: z.string(),
  district: z.string(),
  /** True where it reads its own column only (`settings.audience`). */
  own: z.boolean(),
  /** False where the district sent no return at all. */
  reported: z.boolean(),
  counts: countsViewSchema,
  score: numberViewSchema.nullable(),
  /** Mean pace of the tasks that count, which the score is compared with: 50.0% */
  pace: z.string().nullable(),
  rank: z.number().nullable(),
  /** The first sentence, and 一、总体情况. */
  verdict: phraseSchema,
  overview: z.string(),
  /** Month by month; null where there are not two months to join. */
  course: courseViewSchema.nullable(),
  /** The lagging tasks named in the text, furthest behind first, and how many more there are. */
  worst: z.array(phraseSchema),
  others: z.number(),
  lagging: z.array(taskViewSchema),
  tasks: z.array(taskViewSchema),
  /** Whether any task can be compared with the same month of the year before. */
  lastYear: z.boolean(),
  findings: z.array(findingSchema),
  /** 四、下一步工作 */
  steps: z.array(z.string()),
  sources: sourcesViewSchema,
  allocation: tableViewSchema,
  /** Everybody's; of its own column, without totals, where it reads that only. Never absent: templates from before print it unasked. */
  progress: tableViewSchema,
});

/** 区、县（市）简报: one for each district that holds a task. */
export const districtBriefing: Briefing<z.infer<typeof schema>> = {
  template: 'district',
  group: 'districts',
  schema,
  audiences: ({ assessment }) =>
    assessment.columns.filter((c) => c.column.kind === 'district' && c.tasks.length > 0).map((c) => c.column.name),
  title: ({ period }, district) => `${district}${periodText(period)}民生实事简报`,
  content(month, district) {
    const { assessment, lights, plan, settings } = month;
    const own = readsOwnOnly(settings);
    const standing = assessment.columns.find((c) => c.column.name === district);
    if (!standing) throw new RangeError(`no column ${district}`);
    const lagging = laggingTasks(standing.tasks, lights).map((task) => taskView(task, month));
    const tasks = standing.tasks.map((task) => taskView(task, month));
    const counts = countsView(standing, lights);
    const facts: DistrictFacts = {
      district,
      month: periodText(month.period),
      counts,
      score: standing.score && percentText(standing.score),
      scoreAgainstPace: standing.score && standing.pace && scoreAgainstPace(standing.score, standing.pace),
      rank: rankOf(standing, assessment.columns),
      scoreChange: standing.change && scoreChange(standing.change),
      rankChange: rankChange(standing.rank, standing.rankBefore),
    };
    return {
      masthead: masthead(month, own ? district : null),
      title: districtBriefing.title(month, district),
      district,
      own,
      reported: !isSilent(counts),
      counts,
      score: standing.score && percentView(standing.score),
      pace: standing.pace && percentText(standing.pace),
      rank: standing.rank,
      verdict: districtVerdict(facts),
      overview: districtOverview(facts, lights),
      course: districtCourse(month, district),
      worst: lagging.slice(0, namedInText).map(taskPhrase),
      others: Math.max(0, lagging.length - namedInText),
      lagging,
      tasks,
      lastYear: tasks.some(({ lastYear }) => lastYear !== null && lastYear.change !== null),
      findings: findingsFor(month, district),
      steps: districtSteps(stepFacts(month, standing.tasks, counts), {
        district,
        unreported: tasks.filter((task) => task.done === null).map((task) => task.id),
        annex: own ? '附件3' : '附件4',
        led: standing.tasks.some(({ target }) => target.leadUnits.length > 0),
      }),
      sources: sourcesView(month, standing.tasks),
      allocation: tableViewOf(
        own
          ? planTable(columnOfPlan(plan, district), { name: '附件2', marked: null, widths: besideOne })
          : planTable(plan, { name: '附件2', marked: district }),
      ),
      progress: tableViewOf(progressTable(own ? ownColumn(month, district) : month, '附件3', district)),
    };
  },
};

/** A month in which nobody else holds a task, and nothing is added up over the columns. */
function ownColumn(month: Month, district: string): Month {
  return {
    ...month,
    plan: columnOfPlan(month.plan, district),
    assessment: { ...month.assessment, targets: [] },
  };
}
