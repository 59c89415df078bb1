import { z } from 'zod';
import { momentText } from './day-words.ts';

/** How long a month waits for returns. */
export interface LastDay {
  /** ISO UTC. */
  readonly at: string;
  /** True where the month is then published with 未报送; false where it is held until somebody decides. */
  readonly published: boolean;
}

/** `until`: 7月10日17:00 */
export const lastDaySchema = z.strictObject({ until: z.string(), published: z.boolean() });

export function lastDayContent(last: LastDay | null): z.infer<typeof lastDaySchema> | null {
  return last && { until: momentText(last.at), published: last.published };
}
