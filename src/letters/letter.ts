import { z } from 'zod';
import { chinaDate } from '../model/china-time.ts';
import { dateText } from '../model/period.ts';

/** What every letter is made from. */
export interface CommonFacts {
  /** Who writes, as printed: 市民生实事办. */
  readonly office: string;
  /** ISO UTC time of the letter. */
  readonly now: string;
  /** True where any of the figures behind it is 示例数据. */
  readonly sample: boolean;
}

/** One kind of letter: what it is made from, and what its three templates may speak of. */
export interface Letter<Facts extends CommonFacts, Content> {
  readonly schema: z.ZodType<Content>;
  /** Facts in words; pure. */
  content(facts: Facts): Content;
}

/** Fields that the templates of every letter have. */
export const commonFields = {
  office: z.string(),
  /** 2023年7月5日 */
  date: z.string(),
  sample: z.boolean(),
};

export function commonContent({ office, now, sample }: CommonFacts): z.infer<z.ZodObject<typeof commonFields>> {
  return { office, date: dateText(chinaDate(now)), sample };
}
