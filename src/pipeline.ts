import { assess } from './analysis/assess.ts';
import type { Briefing } from './briefings/briefing.ts';
import type { Month } from './briefings/month.ts';
import { checkMonth, checkPlan } from './checks/index.ts';
import { type Diagnostic, defineProblem, hasErrors } from './model/diagnostic.ts';
import type { Document } from './model/document.ts';
import { dayIn, nextPeriod, type Period, periodText, previousPeriod } from './model/period.ts';
import type { Plan } from './model/plan.ts';
import { latestReturns, monthBefore, type Return } from './model/return.ts';
import { type Marks, markedLights, type Settings } from './model/settings.ts';
import { readPlan } from './plan/read-plan.ts';
import { readerFor } from './readers/index.ts';
import type { Reading } from './readers/reader.ts';
import { readReturns } from './returns/read-returns.ts';
import type { CompiledTemplate } from './template/index.ts';

/** The file's name as the operator knows it, and its bytes. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface MonthSources {
  readonly plan: SourceFile;
  readonly returns: readonly SourceFile[];
  readonly period: Period;
  readonly settings: Settings;
  /** The theme's mark of each light. */
  readonly marks: Marks;
  /** Issue date, ISO; null for the day that the settings name. */
  readonly issued: string | null;
}

const unknownFormat = defineProblem<{ file: string }>('file-format-unknown', 'error', {
  'zh-CN': (d) => ({ message: `${d.file} 的格式不能读取`, hint: '请另存为制表符分隔的 .txt 或 .csv 后重试。' }),
  en: (d) => ({
    message: `${d.file} is of a format that cannot be read`,
    hint: 'Save it as tab-separated .txt or as .csv.',
  }),
});

const noReturns = defineProblem<{ month: string; found: string }>('month-without-returns', 'error', {
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
});

/** A plan file, read and checked; the plan is null where errors leave none. */
export function loadPlan(file: SourceFile): { plan: Plan | null; diagnostics: Diagnostic[] } {
  const reading = readFile(file);
  if (hasErrors(reading.diagnostics)) return { plan: null, diagnostics: [...reading.diagnostics] };
  const { plan, diagnostics } = readPlan(reading.blocks, file.name);
  return { plan, diagnostics: [...reading.diagnostics, ...diagnostics, ...(plan ? checkPlan(plan) : [])] };
}

/** Reads, checks and judges a month. The month is null where an error stops its publication. */
export function loadMonth(sources: MonthSources): { month: Month | null; diagnostics: Diagnostic[] } {
  const { period, settings } = sources;
  const { plan, diagnostics } = loadPlan(sources.plan);
  const returns: Return[] = [];
  for (const file of sources.returns) {
    const reading = readFile(file);
    const read = hasErrors(reading.diagnostics)
      ? { returns: [], diagnostics: [] }
      : readReturns(reading.blocks, file.name);
    returns.push(...read.returns);
    diagnostics.push(...[...reading.diagnostics, ...read.diagnostics].filter((d) => matters(d, period)));
  }
  if (plan === null) return { month: null, diagnostics };
  const current = latestReturns(returns, period);
  if (current.size === 0) {
    const found = [...new Set(returns.map((r) => r.period))].sort().join('、');
    return { month: null, diagnostics: [...diagnostics, noReturns({ month: periodText(period), found }, null)] };
  }
  diagnostics.push(...checkMonth({ plan, period, returns, current, previous: monthBefore(returns, period) }));
  if (hasErrors(diagnostics)) return { month: null, diagnostics };
  const used = [...current.values(), ...monthBefore(returns, period).values()];
  const month: Month = {
    period,
    plan,
    assessment: assess(plan, returns, period, settings),
    diagnostics,
    settings,
    lights: markedLights(settings, sources.marks),
    cutoff:
      [...current.values()]
        .map((r) => r.cutoff)
        .sort()
        .at(-1) ?? dayIn(period, 31),
    issued: sources.issued ?? dayIn(nextPeriod(period), settings.issueDay),
    sample: used.some((r) => r.sample),
  };
  return { month, diagnostics };
}

/** Fills a briefing's template for one audience. */
export function composeBriefing<T>(
  month: Month,
  briefing: Briefing<T>,
  template: CompiledTemplate<T>,
  audience: string,
): Document {
  return {
    title: briefing.title(month, audience),
    subject: `${month.plan.title}进展情况`,
    author: month.settings.issuer,
    keywords: ['民生实事', audience, periodText(month.period)],
    language: 'zh-CN',
    date: month.issued,
    banner: month.sample ? '示例数据　仅供演示，不得作为工作依据' : null,
    sections: template.render(briefing.content(month, audience)),
  };
}

function readFile(file: SourceFile): Reading {
  const reader = readerFor(file.name);
  if (reader !== null) return reader.read(file.bytes, file.name);
  const at = { source: file.name, part: null, row: null, column: null };
  return { blocks: [], diagnostics: [unknownFormat({ file: file.name }, at)] };
}

/** A bad row of another month than this and the one it is compared with does not stop this one. */
function matters({ about }: Diagnostic, period: Period): boolean {
  return about.period === undefined || about.period === period || about.period === previousPeriod(period);
}
