import { z } from 'zod';

const decimal = /^\d+(?:\.\d{1,3})?$/;
const atMostThree = '应为不小于0、最多三位小数的数 | must be a number from 0 with at most three decimals';

/** `settings.composite`: how the completions of a group of tasks become its 综合完成率. */
export const compositeSettings = z.strictObject({
  /** What a single completion counts for at most, in percent. */
  cap: z
    .number()
    .min(1)
    .refine((value) => decimal.test(String(value)), atMostThree)
    .default(100),
  /** How often a target counts, by its id; 1 for all that are not named, 0 for one that is left out. */
  weights: z
    .record(
      z.string(),
      z.number().refine((value) => decimal.test(String(value)), atMostThree),
    )
    .default({}),
});

export type CompositeSettings = z.infer<typeof compositeSettings>;
