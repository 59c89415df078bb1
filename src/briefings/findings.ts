import { z } from 'zod';
import { decisionText } from '../decisions/words.ts';
import { type Diagnostic, placeText } from '../model/diagnostic.ts';
import { type Plan, targetsOf } from '../model/plan.ts';
import type { Month } from './month.ts';
import { similarFindings } from './similar-findings.ts';

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
 * kind are one finding.
 */
export function findingsFor(month: Month, column: string | null): Finding[] {
  return findings(month, (d) => column === null || concerns(d, column, month));
}

/**
 * The same for whom some targets concern: what touches one of them, what a column that holds one of them reported, and what
 * is about the whole table.
 */
export function findingsOfTargets(month: Month, part: Plan): Finding[] {
  const targets = targetsOf(part).map(({ target }) => target);
  return findings(month, ({ about: { target, column } }) => {
    if (target !== undefined) return targets.some(({ id }) => id === target);
    return column === undefined || targets.some(({ allocations }) => allocations[column] !== undefined);
  });
}

function findings({ diagnostics }: Month, concerns: (d: Diagnostic) => boolean): Finding[] {
  const told = diagnostics
    .filter((d) => d.severity === 'warning' || d.code === 'return-corrected' || d.decision !== undefined)
    .filter(concerns);
  return similarFindings(told).map((one) =>
    'code' in one
      ? { message: where(one) + one.message['zh-CN'], hint: one.hint['zh-CN'], decision: decisionOn(one) }
      : { ...one, decision: null },
  );
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
 * what names another district.
 */
function concerns({ about }: Diagnostic, column: string, { plan }: Month): boolean {
  if (about.column !== undefined) return about.column === column;
  if (about.target === undefined) return true;
  const targets = plan.projects.flatMap((project) => project.targets);
  return targets.some((target) => target.id === about.target && target.allocations[column] !== undefined);
}
