import { z } from 'zod';
import { chinaDate } from '../model/china-time.ts';
import { type Period, periodText } from '../model/period.ts';
import { daysBetween, dayText, momentText, shortDayText } from './day-words.ts';
import { type LastDay, lastDayContent, lastDaySchema } from './last-day.ts';
import { type CommonFacts, commonContent, commonFields, type Letter } from './letter.ts';

/** To the city office: who has not reported, and who was reminded when. */
export interface EscalationFacts extends CommonFacts {
  readonly period: Period;
  /** ISO date. */
  readonly due: string;
  /** How many were asked for a return. */
  readonly asked: number;
  readonly missing: readonly {
    readonly reporter: string;
    /** Ids of targets that were left out; null where there is no return at all. */
    readonly targets: readonly string[] | null;
    /** When, ISO UTC, oldest first. */
    readonly reminded: readonly string[];
  }[];
  readonly last: LastDay | null;
  /** The exact command by which a return that came otherwise is taken in. */
  readonly command: string;
}

const schema = z.strictObject({
  ...commonFields,
  /** 2023年6月 */
  month: z.string(),
  /** Moment of the count: 7月5日09:00 */
  asOf: z.string(),
  /** 2023年7月3日（星期一） */
  due: z.string(),
  /** Days since the day due; 0 as long as it is not past. */
  late: z.number(),
  asked: z.number(),
  /** Who sent a whole return. */
  reported: z.number(),
  /** Those without a return, then those with a part. */
  silent: z.number(),
  partial: z.number(),
  missing: z.array(
    z.strictObject({
      reporter: z.string(),
      /** 整张月报, 13.1、13.2 */
      what: z.string(),
      /** 7月2日、7月4日; empty where nobody was reminded. */
      reminded: z.string(),
    }),
  ),
  last: lastDaySchema.nullable(),
  command: z.string(),
});

export const escalationLetter: Letter<EscalationFacts, z.infer<typeof schema>> = {
  schema,
  content(facts) {
    const silent = facts.missing.filter(({ targets }) => targets === null);
    const partial = facts.missing.filter(({ targets }) => targets !== null);
    return {
      ...commonContent(facts),
      month: periodText(facts.period),
      asOf: momentText(facts.now),
      due: dayText(facts.due),
      late: Math.max(0, daysBetween(facts.due, chinaDate(facts.now))),
      asked: facts.asked,
      reported: facts.asked - facts.missing.length,
      silent: silent.length,
      partial: partial.length,
      missing: [...silent, ...partial].map(({ reporter, targets, reminded }) => ({
        reporter,
        what: targets === null ? '整张月报' : targets.join('、'),
        reminded: reminded.map((time) => shortDayText(chinaDate(time))).join('、'),
      })),
      last: lastDayContent(facts.last),
      command: facts.command,
    };
  },
};
