import { checkedKinds } from '../checks/index.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ExplainedKind } from '../model/explained.ts';
import type { Message } from '../model/language.ts';
import type { Grade, Settings } from '../model/settings.ts';
import { unstatedTarget } from '../plan/down/problems.ts';
import { doubtfulTarget, noAllocation } from '../plan/figure-problems.ts';
import { noLeads } from '../plan/problems.ts';
import { columnKinds } from '../plan/registry/problems.ts';
import { noLead } from '../plan/row-problems.ts';
import { badFigure, wordsForFigure } from '../returns/problems.ts';
import { lastYearKinds } from './last-year.ts';

/** What is found while a plan or a return is read, and is as much a matter of judgement as what checks find. */
const readKinds: readonly ExplainedKind[] = [
  ...columnKinds,
  doubtfulTarget,
  unstatedTarget,
  noAllocation,
  noLead,
  noLeads,
  badFigure,
  wordsForFigure,
  ...lastYearKinds,
];

/** Every kind of problem that `jianbao checks list` documents: those of reading first, as they come up first. */
export const catalogue: readonly ExplainedKind[] = [...readKinds, ...checkedKinds];

const byCode = new Map(catalogue.map((kind) => [kind.code, kind]));

export function kindOf(code: string): ExplainedKind | null {
  return byCode.get(code) ?? null;
}

/** What the findings of a kind weigh in an office with these settings. */
export function gradeOf({ code, severity }: ExplainedKind, checks: Settings['checks']): Grade {
  return checks[code] ?? severity;
}

/** Findings as an office weighs them; those that it has turned off are left out. */
export function graded(diagnostics: readonly Diagnostic[], checks: Settings['checks']): Diagnostic[] {
  return diagnostics.flatMap((d) => {
    const grade = checks[d.code];
    // What was accepted without the entry that it speaks of is no longer wrong, however much it weighs.
    if (grade === undefined || d.binding || d.data['accepted'] !== undefined) return d;
    return grade === 'off' ? [] : { ...d, severity: grade };
  });
}

/** What is wrong with an entry of the setting `checks`; null for nothing. */
export function gradeProblem(code: string, grade: Grade): Message | null {
  const kind = byCode.get(code);
  if (kind === undefined) {
    const near = nearCodes(code);
    return {
      'zh-CN': `不是校核项${near.length === 0 ? '' : `，是否为${near.join('、')}`}；用 jianbao checks list 查看各项代码`,
      en: `is no check${near.length === 0 ? '' : `, perhaps ${near.join(' or ')}`}; jianbao checks list names them`,
    };
  }
  if (!kind.binding || grade === 'error') return null;
  return {
    'zh-CN': `为 error，不能降为 ${grade}：这样的数字无从判断，只能更正`,
    en: `is an error and cannot be ${grade}: such a figure cannot be judged, only corrected`,
  };
}

/** Up to three known codes that a mistyped one may stand for: those that share most pairs of neighbouring letters with it. */
function nearCodes(code: string): string[] {
  const pairs = (text: string) => new Set(Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2)));
  const own = pairs(code);
  return [...byCode.keys()]
    .map((known) => {
      const others = pairs(known);
      const shared = [...own].filter((pair) => others.has(pair)).length;
      return { known, likeness: (2 * shared) / (own.size + others.size || 1) };
    })
    .filter(({ likeness }) => likeness >= 0.5)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, 3)
    .map(({ known }) => known);
}
