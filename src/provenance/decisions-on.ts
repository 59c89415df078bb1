import type { Month } from '../briefings/month.ts';
import type { Decision } from '../model/decision.ts';

/** The 处理意见 on a task's figure, or on a target as a whole where no column is given; each once, in the order of 三、数据校核. */
export function decisionsOn({ diagnostics, period }: Month, target: string, column: string | null): Decision[] {
  const found = diagnostics.flatMap(({ about, decision }) =>
    decision !== undefined &&
    about.target === target &&
    (about.column ?? null) === column &&
    (about.period === undefined || about.period === period)
      ? [decision]
      : [],
  );
  return [...new Map(found.map((decision) => [decision.id, decision])).values()];
}
