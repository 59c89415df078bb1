import { z } from 'zod';
import { named } from './named.ts';

/** What a step of the month does, in the order in which a month goes through them. */
export const stepKinds = ['forms', 'remind', 'close', 'draft', 'ask', 'deliver', 'archive'] as const;
export type StepKind = (typeof stepKinds)[number];

/** A day and a time of day in words, such as 次月5日顺延 09:00; `calendar/parse-rule.ts` has the grammar, `schedule/` checks it. */
const rule = z.string().min(1);

const step = z.strictObject({
  /** Kind of step; left out where the name of the step says it. */
  does: z.enum(stepKinds).optional(),
  when: rule,
  /** For `remind`: the liaisons who did not report (default), or the city office that is told of them. */
  to: z.enum(['liaisons', 'office']).optional(),
  /** For `close`, with returns missing: publish with 未报送, wait until `until` and then do `then`, or hold until a person decides. */
  missing: z.enum(['publish', 'wait', 'hold']).optional(),
  until: rule.optional(),
  // biome-ignore lint/suspicious/noThenProperty: the word of the settings; nobody awaits them
  then: z.enum(['publish', 'hold']).optional(),
});

/** `schedule`: the steps of every month, each with its own rule. */
export const scheduleSettings = z.strictObject({
  /** First report month that runs by itself: 2023-06. */
  since: z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, '应写成 2023-06 的样子 | must look like 2023-06'),
  /** Hours after its time from which a step counts as late: the program did not run, or something was in the way. */
  lateAfter: z.number().positive().max(720).default(6),
  /** Days after its first step within which a month that was never begun is still caught up by itself; later, a person begins it. */
  catchUp: z.number().int().min(1).max(3660).default(31),
  /** By name. A step that happens once a month is named by what it does; reminders have names of their own besides. */
  steps: named(step),
});

export type ScheduleSettings = z.infer<typeof scheduleSettings>;
export type StepSettings = z.infer<typeof step>;
