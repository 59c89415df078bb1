import { assess } from '../analysis/assess.ts';
import { bannerOf, markOf } from '../briefings/approval-words.ts';
import type { Briefing } from '../briefings/briefing.ts';
import type { Month } from '../briefings/month.ts';
import { checkMonth, checkPlan, checkSettings } from '../checks/index.ts';
import { correctReadings, toldIn } from '../decisions/correct-readings.ts';
import { settle } from '../decisions/settle.ts';
import { type DecisionState, statesOf } from '../decisions/states.ts';
import { answersOf } from '../intake/answers.ts';
import { returnsGivenAsPlan } from '../intake/mistaken-file.ts';
import type { KnownPlan } from '../intake/plans.ts';
import { readReturned } from '../intake/returned-file.ts';
import { columnReturns, columnReturnsBefore } from '../model/column-returns.ts';
import type { Decision } from '../model/decision.ts';
import { type Diagnostic, defineProblem, hasErrors } from '../model/diagnostic.ts';
import type { Document } from '../model/document.ts';
import type { Origin } from '../model/origin.ts';
import { dayIn, nextPeriod, type Period, periodText, previousPeriod, yearOf, yearTo } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';
import { latestReturns, type Return } from '../model/return.ts';
import { type Marks, markedLights, type Settings } from '../model/settings.ts';
import type { SourceFile } from '../model/source-file.ts';
import { planDigest } from '../plan/plan-digest.ts';
import { type PlanReading, readPlan } from '../plan/read-plan.ts';
import type { ColumnRegistry } from '../plan/registry/schema.ts';
import { readSource } from '../readers/index.ts';
import type { ReturnsReading } from '../returns/read-returns.ts';
import type { CompiledTemplate } from '../template/index.ts';
import { backgroundOf, type VersionInForce } from './background.ts';
import { graded } from './check-catalogue.ts';
import { judgePlan } from './judge-plan.ts';
import { usableLastYear } from './last-year.ts';

export interface MonthSources {
  readonly plan: SourceFile;
  /** What the columns of the city are called; left out where no registry lies beside the plan. */
  readonly registry?: ColumnRegistry | null;
  readonly returns: readonly SourceFile[];
  readonly period: Period;
  readonly settings: Settings;
  /** The theme's mark of each light. */
  readonly marks: Marks;
  /** Issue date, ISO; null for the day that the settings name. */
  readonly issued: string | null;
}

const noReturns = defineProblem<{ month: string; found: string }>(
  'month-without-returns',
  'error',
  {
    'zh-CN': (d) => ({
      message: `${d.month}没有任何月报`,
      hint: d.found === '' ? '请先导入各单位月报。' : `已有月报的月份：${d.found}；请核对月份，或先导入该月月报。`,
    }),
    en: (d) => ({
      message: `there is no return for ${d.month}`,
      hint:
        d.found === ''
          ? 'Import the returns first.'
          : `Months with returns: ${d.found}. Check the month, or import its returns.`,
    }),
  },
  { binding: true },
);

/** A month's plan and returns as they were read, from files now or from the store that kept them. */
export interface MonthReadings {
  /** Null where errors left none. */
  readonly plan: Plan | null;
  readonly returns: readonly Return[];
  /** Of the plan's file; absent until its source has told. */
  readonly planOrigin?: Origin;
  /** What was found while reading the plan, and while reading the returns. */
  readonly planDiagnostics: readonly Diagnostic[];
  readonly returnDiagnostics: readonly Diagnostic[];
  /** 处理意见 that the office recorded, oldest first. */
  readonly decisions: readonly Decision[];
  /** The year before, for the comparison with the same month; null where there is nothing of it. */
  readonly lastYear: { readonly plan: Plan; readonly returns: readonly Return[] } | null;
  /** The versions of the year's plan that were in force up to the month, oldest first; the last is `plan`. */
  readonly planVersions: readonly VersionInForce[];
}

/** A plan file, read and checked; the plan is null where errors leave none. */
export function loadPlan(
  file: SourceFile,
  registry: ColumnRegistry | null = null,
  decisions: readonly Decision[] = [],
  checks: Settings['checks'] = {},
): { plan: Plan | null; diagnostics: Diagnostic[] } {
  const { plan, diagnostics } = readPlanFile(file, registry);
  const judged = judgePlan(
    { plan, planDiagnostics: diagnostics, decisions },
    { year: plan?.year ?? null, asOf: null, checks },
  );
  return { plan, diagnostics: judged.diagnostics };
}

/** A plan file as read, before any check; the plan is null where errors leave none. */
export function readPlanFile(file: SourceFile, registry: ColumnRegistry | null = null): PlanReading {
  const reading = file.reading ?? readSource(file.bytes, file.name);
  if (hasErrors(reading.diagnostics)) return { plan: null, diagnostics: reading.diagnostics };
  const mistaken = returnsGivenAsPlan(reading, file.name);
  if (mistaken) return { plan: null, diagnostics: [mistaken] };
  const { plan, diagnostics } = readPlan(reading.blocks, file.name, registry);
  return { plan, diagnostics: [...reading.diagnostics, ...diagnostics] };
}

/** A file of returns as read, before any check: a list, or a form that was made for this plan. `cutoffDay` as in the settings. */
export function readReturnFile(file: SourceFile, plan: Plan | null, cutoffDay = 31): ReturnsReading {
  const known: KnownPlan | null = plan && { plan, digest: planDigest(plan), version: null };
  return answersOf(readReturned(file, cutoffDay), () => ({ inForce: known, versions: known ? [known] : [] }));
}

/** The files that a month's readings come from; a return without a date is of the settings' cut-off day. */
export type MonthFiles = Pick<MonthSources, 'plan' | 'registry' | 'returns'> & {
  readonly settings?: Pick<Settings, 'cutoffDay'>;
};

/** Reads the files of a month, and those of the year before where there are any. */
export function readMonth(files: MonthFiles, before: MonthFiles | null = null): MonthReadings {
  const { plan, diagnostics } = readPlanFile(files.plan, files.registry);
  const returns = files.returns.map((file) => readReturnFile(file, plan, files.settings?.cutoffDay));
  const then = before && usableLastYear(readMonth(before), before.plan.name, plan);
  return {
    plan,
    // A file that names no 版次 brings the first.
    returns: returns.flatMap((reading) => reading.returns.map((one) => ({ ...one, revision: one.revision ?? 1 }))),
    planDiagnostics: [...diagnostics, ...(then?.diagnostics ?? [])],
    returnDiagnostics: returns.flatMap((reading) => reading.diagnostics),
    decisions: [],
    lastYear: then?.lastYear ?? null,
    planVersions: [],
  };
}

/** Reads, checks and judges the files of a month. */
export function loadMonth(sources: MonthSources): JudgedMonth {
  return judgeMonth(readMonth(sources), sources);
}

/** The month is null where an error stops its publication. */
export interface JudgedMonth {
  readonly month: Month | null;
  /** The month as far as it can be judged, errors or not; null without a plan or without any return. */
  readonly draft: Month | null;
  readonly diagnostics: Diagnostic[];
  /** How each decision of the year stands in this month, by its id. */
  readonly states: ReadonlyMap<string, DecisionState>;
}

/** Checks and judges a month that was read. */
export function judgeMonth(
  readings: MonthReadings,
  asked: Omit<MonthSources, 'plan' | 'registry' | 'returns'>,
): JudgedMonth {
  const { period, settings } = asked;
  const issued = asked.issued ?? issueDay(period, settings);
  const corrected = correctReadings(readings, yearOf(period));
  const { plan, returns } = corrected.readings;
  const all = [
    ...corrected.readings.planDiagnostics,
    ...(plan ? [...checkPlan(plan), ...checkSettings(plan, settings)] : []),
    ...corrected.readings.returnDiagnostics.filter((d) => matters(d, period)),
  ];
  const current = plan && columnReturns(plan, returns, period);
  if (plan && current && current.size > 0) {
    const previous = columnReturnsBefore(plan, returns, period);
    const { planVersions } = readings;
    const ofMonth = checkMonth({
      plan,
      period,
      returns,
      current,
      previous,
      planVersions,
      settings,
    });
    all.push(...ofMonth.map((d) => ({ ...d, about: { ...d.about, period: d.about.period ?? period } })));
  } else if (plan) {
    const months = [...new Set(returns.map((r) => r.period))].sort().join('、');
    all.push(noReturns({ month: periodText(period), found: months }, null));
  }
  const found = graded(all, settings.checks);
  const diagnostics = settle([...found, ...toldIn(corrected.applied, period)], corrected.open, issued);
  const states = statesOf(
    readings.decisions.filter(({ year }) => year === yearOf(period)),
    found,
    corrected.applied,
    issued,
  );
  if (plan === null || current === null || current.size === 0) return { month: null, draft: null, diagnostics, states };
  const used = yearTo(period).flatMap((month) => [...latestReturns(returns, month).values()]);
  const month: Month = {
    period,
    plan,
    returns: returns.filter((one) => one.period <= period),
    planOrigin: readings.planOrigin ?? null,
    assessment: assess(plan, returns, period, settings, backgroundOf(plan, corrected.readings)),
    diagnostics,
    settings,
    lights: markedLights(settings, asked.marks),
    cutoff: dayIn(period, settings.cutoffDay),
    due: dayIn(nextPeriod(period), settings.returnDay),
    issued,
    sample: used.some((r) => r.sample),
    snapshot: null,
    correction: null,
    approval: null,
  };
  return { month: hasErrors(diagnostics) ? null : month, draft: month, diagnostics, states };
}

/** The day that the settings name for the briefings of a month, ISO. */
export function issueDay(period: Period, settings: Settings): string {
  return dayIn(nextPeriod(period), settings.issueDay);
}

/** Fills a briefing's template for one audience. */
export function composeBriefing<T>(
  month: Month,
  briefing: Briefing<T>,
  template: CompiledTemplate<T>,
  audience: string,
): Document {
  return {
    title: briefing.title(month, audience) + markOf(month),
    subject: `${month.plan.title}进展情况`,
    author: month.settings.issuer,
    keywords: ['民生实事', audience, periodText(month.period)],
    language: 'zh-CN',
    date: month.issued,
    banner: bannerOf(month),
    sections: template.render(briefing.content(month, audience)),
  };
}

/** A bad row of another month than this and the one it is compared with does not stop this one. */
function matters({ about }: Diagnostic, period: Period): boolean {
  return about.period === undefined || about.period === period || about.period === previousPeriod(period);
}
