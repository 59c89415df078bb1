import { type Exact, one, ratio } from '../model/exact.ts';
import type { Settings, Status } from '../model/settings.ts';

/**
 * The light of a completion at a pace. 100 % is 已完成 at any time; otherwise the best light whose threshold
 * (percentage points from the pace) is reached.
 */
export function statusOf(completion: Exact, pace: Exact, lights: Settings['lights']): Status {
  if (completion.gte(one)) return 'done';
  const points = completion.sub(pace).mul(100);
  const reached = (['ahead', 'onpace', 'slow', 'lagging'] as const).find((status) => {
    const { from } = lights[status];
    return from !== null && points.gte(fromPoints(from));
  });
  return reached ?? 'critical';
}

/** Thresholds are configured with at most three decimals. */
function fromPoints(points: number): Exact {
  return ratio(Math.round(points * 1000), 1000);
}
