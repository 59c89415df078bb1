import { z } from 'zod';
import { periodText } from '../model/period.ts';
import { planTable } from '../plan/plan-table.ts';
import { tableViewOf, tableViewSchema } from '../template/table-view.ts';
import type { Briefing } from './briefing.ts';
import { countsView, countsViewSchema } from './counts-view.ts';
import { courseViewSchema, districtCourse } from './course-view.ts';
import { findingSchema, findingsFor } from './findings.ts';
import { masthead, mastheadSchema } from './masthead.ts';
import { progressTable } from './progress-table.ts';
import { sourcesView, sourcesViewSchema } from './sources-view.ts';
import { rankChange, scoreAgainstPace, scoreChange } from './standing-words.ts';
import { laggingTasks, taskView, taskViewSchema } from './task-view.ts';
import { numberViewSchema, percentText, percentView } from './words.ts';

/** How many lagging tasks the text itself names; 附件1 has them all. */
const namedInText = 5;

const schema = z.strictObject({
  masthead: mastheadSchema,
  title: z.string(),
  district: z.string(),
  /** False where the district sent no return at all. */
  reported: z.boolean(),
  counts: countsViewSchema,
  score: numberViewSchema.nullable(),
  /** Against the district's own pace: 高于序时进度1.2个百分点 / 低于… / 与序时进度持平 */
  scoreAgainstPace: z.string().nullable(),
  /** Mean pace of the tasks that count, which the score is compared with: 50.0% */
  pace: z.string().nullable(),
  /** 比上月提高13.1个百分点 */
  scoreChange: z.string().nullable(),
  rank: z.number().nullable(),
  /** How many districts are ranked. */
  ranked: z.number(),
  /** 比上月上升2位 */
  rankChange: z.string().nullable(),
  /** Month by month; null where there are not two months to join. */
  course: courseViewSchema.nullable(),
  /** The lagging tasks named in the text, furthest behind first, and how many more there are. */
  worst: z.array(taskViewSchema),
  others: z.number(),
  lagging: z.array(taskViewSchema),
  tasks: z.array(taskViewSchema),
  unreportedIds: z.array(z.string()),
  findings: z.array(findingSchema),
  sources: sourcesViewSchema,
  allocation: tableViewSchema,
  progress: tableViewSchema,
});

/** 区、县（市）简报: one for each district that holds a task. */
export const districtBriefing: Briefing<z.infer<typeof schema>> = {
  template: 'district',
  schema,
  audiences: ({ assessment }) =>
    assessment.columns.filter((c) => c.column.kind === 'district' && c.tasks.length > 0).map((c) => c.column.name),
  title: ({ period }, district) => `${district}${periodText(period)}民生实事简报`,
  content(month, district) {
    const { assessment, lights } = month;
    const standing = assessment.columns.find((c) => c.column.name === district);
    if (!standing) throw new RangeError(`no column ${district}`);
    const lagging = laggingTasks(standing.tasks, lights).map((task) => taskView(task, month));
    const tasks = standing.tasks.map((task) => taskView(task, month));
    return {
      masthead: masthead(month),
      title: districtBriefing.title(month, district),
      district,
      reported: standing.unreported < standing.tasks.length,
      counts: countsView(standing, lights),
      score: standing.score && percentView(standing.score),
      scoreAgainstPace: standing.score && standing.pace && scoreAgainstPace(standing.score, standing.pace),
      pace: standing.pace && percentText(standing.pace),
      scoreChange: standing.change && scoreChange(standing.change),
      rank: standing.rank,
      ranked: assessment.columns.filter((c) => c.rank !== null).length,
      rankChange: rankChange(standing.rank, standing.rankBefore),
      course: districtCourse(month, district),
      worst: lagging.slice(0, namedInText),
      others: Math.max(0, lagging.length - namedInText),
      lagging,
      tasks,
      unreportedIds: tasks.filter((task) => task.done === null).map((task) => task.id),
      findings: findingsFor(month, district),
      sources: sourcesView(month, standing.tasks),
      allocation: tableViewOf(planTable(month.plan, { name: '附件2', marked: district })),
      progress: tableViewOf(progressTable(month, '附件3', district)),
    };
  },
};
