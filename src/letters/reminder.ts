import { z } from 'zod';
import { chinaDate } from '../model/china-time.ts';
import { dateText, type Period, periodText } from '../model/period.ts';
import { daysBetween, dayText, momentText, shortDayText } from './day-words.ts';
import { type LastDay, lastDayContent, lastDaySchema } from './last-day.ts';
import { type CommonFacts, commonContent, commonFields, type Letter } from './letter.ts';
import { type ReaderKind, youText } from './reader-words.ts';

/** 催报 to a liaison whose return, or part of it, has not come. */
export interface ReminderFacts extends CommonFacts {
  readonly reporter: string;
  readonly reporterKind: ReaderKind;
  readonly period: Period;
  /** ISO dates. */
  readonly cutoff: string;
  readonly due: string;
  /** Targets that were left out of a return; null where there is no return at all. */
  readonly targets: readonly { readonly id: string; readonly clause: string }[] | null;
  /** When this reporter was reminded before, ISO UTC, oldest first. */
  readonly earlier: readonly string[];
  readonly last: LastDay | null;
  /** Name of the form if it goes along once more. */
  readonly file: string | null;
}

const schema = z.strictObject({
  ...commonFields,
  reporter: z.string(),
  /** 你区, 你县, 你市, 你单位 */
  you: z.string(),
  /** 2023年6月 */
  month: z.string(),
  /** Moment up to which nothing came: 7月2日09:00 */
  asOf: z.string(),
  /** 2023年6月30日 */
  cutoff: z.string(),
  /** 2023年7月3日（星期一）, and 7月3日 */
  due: z.string(),
  dueShort: z.string(),
  /** Days since the day due; 0 as long as it is not past. */
  late: z.number(),
  /** Number of this reminder, 1 for the first, and the days of those before. */
  times: z.number(),
  earlier: z.array(z.string()),
  /** What is missing of a return that came; empty where none did. */
  targets: z.array(z.strictObject({ id: z.string(), clause: z.string() })),
  last: lastDaySchema.nullable(),
  file: z.string().nullable(),
});

export const reminderLetter: Letter<ReminderFacts, z.infer<typeof schema>> = {
  schema,
  content: (facts) => ({
    ...commonContent(facts),
    reporter: facts.reporter,
    you: youText(facts.reporter, facts.reporterKind),
    month: periodText(facts.period),
    asOf: momentText(facts.now),
    cutoff: dateText(facts.cutoff),
    due: dayText(facts.due),
    dueShort: shortDayText(facts.due),
    late: Math.max(0, daysBetween(facts.due, chinaDate(facts.now))),
    times: facts.earlier.length + 1,
    earlier: facts.earlier.map((time) => shortDayText(chinaDate(time))),
    targets: (facts.targets ?? []).map(({ id, clause }) => ({ id, clause })),
    last: lastDayContent(facts.last),
    file: facts.file,
  }),
};
