import { z } from 'zod';
import type { Standing } from '../analysis/standing.ts';
import { type Lights, statuses } from '../model/settings.ts';

/** How many tasks stand under each light, best light first. */
export const countsViewSchema = z.strictObject({
  held: z.number(),
  unreported: z.number(),
  /** With a figure that cannot be judged. */
  unjudged: z.number(),
  lagging: z.number(),
  /** Under lights that are neither done nor lagging. */
  moving: z.number(),
  done: z.number(),
  ahead: z.number(),
  onpace: z.number(),
  slow: z.number(),
  late: z.number(),
  critical: z.number(),
});
export type CountsView = z.infer<typeof countsViewSchema>;

export function countsView({ tasks, counts, unreported, unjudged }: Standing, lights: Lights): CountsView {
  const sum = (lags: boolean) =>
    statuses.filter((s) => s !== 'done' && lights[s].lags === lags).reduce((total, s) => total + counts[s], 0);
  return {
    held: tasks.length,
    unreported,
    unjudged,
    lagging: sum(true),
    moving: sum(false),
    done: counts.done,
    ahead: counts.ahead,
    onpace: counts.onpace,
    slow: counts.slow,
    late: counts.lagging,
    critical: counts.critical,
  };
}
