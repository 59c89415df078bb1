import { z } from 'zod';
import type { Assessment } from '../analysis/assess.ts';
import { periodText } from '../model/period.ts';
import { partOfPlan } from '../plan/part-of-plan.ts';
import { planTable } from '../plan/plan-table.ts';
import { tableViewOf, tableViewSchema } from '../template/table-view.ts';
import type { Briefing } from './briefing.ts';
import { countsView, countsViewSchema } from './counts-view.ts';
import { findingSchema, findingsOfTargets } from './findings.ts';
import { leadUnitAudience } from './lead-unit-audience.ts';
import { type LeadUnitFacts, leadUnitOverview, leadUnitVerdict } from './lead-unit-words.ts';
import { masthead, mastheadSchema } from './masthead.ts';
import type { Month } from './month.ts';
import { phraseSchema } from './phrase.ts';
import { progressTable } from './progress-table.ts';
import { rankOf } from './ranking-view.ts';
import { hiddenText, targetPhrase } from './slow-words.ts';
import { sourcesView, sourcesViewSchema } from './sources-view.ts';
import { spreadView, spreadViewSchema } from './spread-view.ts';
import { scoreAgainstPace, scoreChange } from './standing-words.ts';
import { leadUnitSteps, stepFacts } from './steps-words.ts';
import { laggingTasks, taskView, taskViewSchema } from './task-view.ts';
import { percentText } from './words.ts';

const schema = z.strictObject({
  masthead: mastheadSchema,
  title: z.string(),
  unit: z.string(),
  counts: countsViewSchema,
  /** The first sentences, and 一、总体情况. */
  verdict: phraseSchema,
  overview: z.string(),
  /** Its targets in printed order, those that are not divided included. */
  targets: z.array(spreadViewSchema),
  /** The same that lag, most laggards first, in words; then those that only look done. */
  slowTargets: z.array(phraseSchema),
  hidden: z.string(),
  lagging: z.array(taskViewSchema),
  findings: z.array(findingSchema),
  /** 四、下一步工作 */
  steps: z.array(z.string()),
  sources: sourcesViewSchema,
  allocation: tableViewSchema,
  progress: tableViewSchema,
});

/** 牵头单位简报: one for each lead unit of a target that is divided among the columns. */
export const leadUnitBriefing: Briefing<z.infer<typeof schema>> = {
  template: 'lead-unit',
  group: 'lead-units',
  schema,
  audiences: (month) =>
    month.assessment.leadUnits
      .filter(({ tasks }) => tasks.length > 0)
      .map(({ name }) => leadUnitAudience(month.plan, name)),
  title: ({ period }, audience) => `${audience}${periodText(period)}牵头民生实事简报`,
  content(month, audience) {
    const { assessment, lights, plan } = month;
    const standing = assessment.leadUnits.find(({ name }) => leadUnitAudience(month.plan, name) === audience);
    if (!standing) throw new RangeError(`no lead unit ${audience}`);
    const unit = standing.name;
    const own = partOfPlan(plan, (target) => target.leadUnits.includes(unit));
    const targets = assessment.targets
      .filter(({ target }) => target.leadUnits.includes(unit))
      .map((total) => spreadView(total, month));
    const slow = targets.filter(({ lagging }) => lagging > 0).sort((a, b) => b.lagging - a.lagging);
    const counts = countsView(standing, lights);
    const facts = leadUnitFacts(month, standing, targets, counts);
    const city = plan.columns.find(({ kind }) => kind === 'city')?.name;
    return {
      masthead: masthead(month),
      title: leadUnitBriefing.title(month, audience),
      unit,
      counts,
      verdict: leadUnitVerdict(facts),
      overview: leadUnitOverview(facts, lights),
      targets,
      slowTargets: slow.map((each) => targetPhrase(each.leadUnits.length > 1 ? each : { ...each, leadUnits: [] })),
      hidden: hiddenText(targets.filter((each) => each.reached && each.unfinished > 0 && each.lagging === 0)),
      lagging: laggingTasks(standing.tasks, lights).map((task) => taskView(task, month)),
      findings: findingsOfTargets(month, own),
      steps: leadUnitSteps(stepFacts(month, standing.tasks, counts), {
        unit,
        missing: facts.missing.filter((name) => name !== city),
        city: city !== undefined && facts.missing.includes(city) ? city : null,
        alone: facts.holders.every((name) => name === city),
      }),
      sources: sourcesView(month, standing.tasks),
      allocation: tableViewOf(planTable(own, { name: '附件2', marked: null })),
      progress: tableViewOf(progressTable({ ...month, plan: own }, '附件3', null)),
    };
  },
};

function leadUnitFacts(
  { assessment, lights }: Month,
  unit: Assessment['leadUnits'][number],
  targets: readonly z.infer<typeof spreadViewSchema>[],
  counts: LeadUnitFacts['counts'],
): LeadUnitFacts {
  const { name, tasks, score, pace, change } = unit;
  const divided = new Set(tasks.map(({ target }) => target.id));
  const columns = assessment.columns.map(({ column }) => column.name);
  const holders = columns.filter((column) => tasks.some((task) => task.column === column));
  const lagging = laggingTasks(tasks, lights);
  return {
    unit: name,
    projects: new Set(tasks.map(({ project }) => project.no)).size,
    targets: divided.size,
    undivided: targets.length - divided.size,
    counts,
    score: score && percentText(score),
    scoreAgainstPace: score && pace && scoreAgainstPace(score, pace),
    rank: rankOf(unit, assessment.leadUnits),
    scoreChange: change && scoreChange(change),
    holders,
    laggards: holders
      .map((column) => ({ name: column, lagging: lagging.filter((task) => task.column === column).length }))
      .filter((each) => each.lagging > 0)
      .sort((a, b) => b.lagging - a.lagging),
    missing: holders.filter((column) => tasks.some((task) => task.column === column && task.done === null)),
  };
}
