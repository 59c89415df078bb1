import { z } from 'zod';
import { decisionText } from '../decisions/words.ts';
import { type Diagnostic, placeText } from '../model/diagnostic.ts';
import { type Plan, targetsOf } from '../model/plan.ts';
import type { Return } from '../model/return.ts';
import { readsOwnOnly } from '../model/settings.ts';
import { kindOf } from '../month/check-catalogue.ts';
import { saysOther } from '../plan/says-other.ts';
import type { Month } from './month.ts';
import { type SimilarFindings, similarFindings, together } from './similar-findings.ts';

/** One finding of 三、数据校核. */
export const findingSchema = z.strictObject({
  message: z.string(),
  hint: z.string(),
  /** 按原表列示（已核实；督查室联络员，2023年3月1日）: the 处理意见 that answers it, in place of what to do; null where none does. */
  decision: z.string().nullable(),
});
export type Finding = z.infer<typeof findingSchema>;

/**
 * What the checks found that a reader should know: every warning, corrections of returns, and whatever was decided on. Many of one
 * kind are one finding. Null for the city, which reads all.
 */
export function findingsFor(month: Month, column: string | null): Finding[] {
  if (column === null) return findings(month, () => true);
  if (readsOwnOnly(month.settings)) return findingsOfOwn(month, column);
  return findings(month, (d) => concerns(d, column, month));
}

/**
 * The same for whom some targets concern: what touches one of them, what a column that holds one of them reported, and what
 * is about the whole table.
 */
export function findingsOfTargets(month: Month, part: Plan): Finding[] {
  const targets = targetsOf(part).map(({ target }) => target);
  const known = (id: string) => targets.some((target) => target.id === id);
  return findings(month, (d) => {
    const { target, column } = d.about;
    if (target !== undefined) return known(target);
    if (column !== undefined) return targets.some(({ allocations }) => allocations[column] !== undefined);
    return isOfFileWith(d, month, (given) => given.entries.some((entry) => known(entry.target)));
  });
}

function findings(month: Month, concerns: (d: Diagnostic) => boolean): Finding[] {
  return similarFindings(toldIn(month).filter(concerns)).map(asFinding);
}

function toldIn({ diagnostics }: Month): Diagnostic[] {
  return diagnostics.filter(
    (d) => d.severity === 'warning' || d.code === 'return-corrected' || d.decision !== undefined,
  );
}

/**
 * What a district reads that may read of no other: what is about itself or the whole table, not what is about a whole row. A finding of
 * its own that names others is told in general words, one about the table is not told.
 */
function findingsOfOwn(month: Month, column: string): Finding[] {
  const { plan } = month;
  const own = toldIn(month).filter(
    (d) => d.about.column === column || (d.about.target === undefined && concerns(d, column, month)),
  );
  return similarFindings(own).flatMap((one): Finding[] => {
    const finding = asFinding(one);
    const { message, hint, decision } = finding;
    if (!saysOther(plan, column, message + hint + (decision ?? ''))) return [finding];
    if (!('code' in one) || one.about.column !== column || kindOf(one.code) === null) return [];
    return [asFinding(together([one]))];
  });
}

function asFinding(one: Diagnostic | SimilarFindings): Finding {
  return 'code' in one
    ? { message: where(one) + one.message['zh-CN'], hint: one.hint['zh-CN'], decision: decisionOn(one) }
    : { ...one, decision: null };
}

/** A correction says itself what was decided. */
function decisionOn({ decision }: Diagnostic): string | null {
  return decision === undefined || decision.kind === 'correct' ? null : decisionText(decision)['zh-CN'];
}

/** A finding that names no target or column says where in the file it is. */
function where({ about, at }: Diagnostic): string {
  return at === null || about.target !== undefined || about.column !== undefined ? '' : `${placeText(at, 'zh-CN')}：`;
}

/**
 * A district reads what names it, what touches a target that it holds, and what is about the whole table, but not
 * what names another district or is about another's file.
 */
function concerns(d: Diagnostic, column: string, month: Month): boolean {
  const { about } = d;
  if (about.column !== undefined) return about.column === column;
  if (about.target === undefined)
    return isOfFileWith(
      d,
      month,
      ({ reporter, entries }) => reporter === column || entries.some((entry) => entry.column === column),
    );
  return targetsOf(month.plan).some(
    ({ target }) => target.id === about.target && target.allocations[column] !== undefined,
  );
}

/** Whether a finding is about the plan, or about a file that brought one of these returns. */
function isOfFileWith({ at }: Diagnostic, { plan, returns }: Month, wanted: (given: Return) => boolean): boolean {
  if (at === null || targetsOf(plan).some(({ target }) => target.at?.source === at.source)) return true;
  return returns.some((given) => given.at.source === at.source && wanted(given));
}
