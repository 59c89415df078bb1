import { z } from 'zod';
import { type Diagnostic, placeText } from '../model/diagnostic.ts';
import type { Month } from './month.ts';

/** One finding of 三、数据校核. */
export const findingSchema = z.strictObject({ message: z.string(), hint: z.string() });
export type Finding = z.infer<typeof findingSchema>;

/** What the checks found that a reader should know: every warning, and corrections of returns. */
export function findingsFor(month: Month, column: string | null): Finding[] {
  return month.diagnostics
    .filter((d) => d.severity === 'warning' || d.code === 'return-corrected')
    .filter((d) => column === null || concerns(d, column, month))
    .map((d) => ({ message: where(d) + d.message['zh-CN'], hint: d.hint['zh-CN'] }));
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
