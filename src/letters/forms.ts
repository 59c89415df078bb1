import { z } from 'zod';
import { dateText, monthOf, type Period, periodText, yearOf } from '../model/period.ts';
import { dayText, shortDayText } from './day-words.ts';
import { type CommonFacts, commonContent, commonFields, type Letter } from './letter.ts';
import { type ReaderKind, youText } from './reader-words.ts';

/** 月报表 to a liaison. */
export interface FormsFacts extends CommonFacts {
  readonly reporter: string;
  readonly reporterKind: ReaderKind;
  readonly period: Period;
  /** ISO dates. */
  readonly cutoff: string;
  readonly due: string;
  /** How many rows the form asks for. */
  readonly tasks: number;
  /** Name of the attached workbook. */
  readonly file: string;
}

const schema = z.strictObject({
  ...commonFields,
  reporter: z.string(),
  /** 你区, 你县, 你市, 你单位 */
  you: z.string(),
  /** 2023年6月 */
  month: z.string(),
  year: z.string(),
  /** True for January, which has no month before it in its year. */
  january: z.boolean(),
  /** 2023年6月30日 */
  cutoff: z.string(),
  /** 2023年7月3日（星期一）, and 7月3日 */
  due: z.string(),
  dueShort: z.string(),
  tasks: z.number(),
  file: z.string(),
});

export const formsLetter: Letter<FormsFacts, z.infer<typeof schema>> = {
  schema,
  content: (facts) => ({
    ...commonContent(facts),
    reporter: facts.reporter,
    you: youText(facts.reporter, facts.reporterKind),
    month: periodText(facts.period),
    year: String(yearOf(facts.period)),
    january: monthOf(facts.period) === 1,
    cutoff: dateText(facts.cutoff),
    due: dayText(facts.due),
    dueShort: shortDayText(facts.due),
    tasks: facts.tasks,
    file: facts.file,
  }),
};
