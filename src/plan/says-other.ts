import { namesIn } from '../model/names-in.ts';
import type { Plan } from '../model/plan.ts';

/** Whether a text names another column of the plan than this one. */
export function saysOther({ columns }: Plan, column: string, text: string): boolean {
  return namesIn(
    text,
    columns.map(({ name }) => name),
  ).some((name) => name !== column);
}
