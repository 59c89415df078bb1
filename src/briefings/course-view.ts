import { z } from 'zod';
import type { CourseMonth } from '../analysis/course.ts';
import { lineStyles, tones } from '../model/document.ts';
import type { Exact } from '../model/exact.ts';
import { readsOwnOnly } from '../model/settings.ts';
import { cityCaption, courseAlt, districtCaption, monthName } from './course-words.ts';
import type { Month } from './month.ts';
import { numberViewSchema, percentView } from './words.ts';

/** The course of the year as lines over the months, with one sentence on what they show. */
export const courseViewSchema = z.strictObject({
  title: z.string(),
  caption: z.string(),
  /** All figures in words. */
  alt: z.string(),
  /** 1月 */
  months: z.array(z.string()),
  series: z.array(
    z.strictObject({
      label: z.string(),
      line: z.enum(lineStyles),
      tone: z.enum(tones).nullable(),
      /** One for each month; null where there is no complete return. */
      points: z.array(numberViewSchema.nullable()),
    }),
  ),
});
export type CourseView = z.infer<typeof courseViewSchema>;
type Series = CourseView['series'][number];

/** A line wants two points: in January, and for whoever reported but once, there is none. */
const leastMonths = 2;

/** A district's 综合完成率 against the pace and, unless it reads its own column only, the mean of the districts. */
export function districtCourse({ assessment, settings }: Month, district: string): CourseView | null {
  const { course, columns } = assessment;
  const own = (month: CourseMonth) => month.scores.get(district) ?? null;
  const pace = (month: CourseMonth) => month.paces.get(district) ?? month.pace;
  if (course.filter((month) => own(month) !== null).length < leastMonths) return null;
  const holders = columns.filter(({ column, tasks }) => column.kind === 'district' && tasks.length > 0);
  const alone = holders.length === 1 || readsOwnOnly(settings);
  return courseView(`${district}综合完成率逐月走势`, districtCaption(district, course, alone), course, [
    ownLine(district, course, own, pace),
    ...(alone ? [] : [line('区、县（市）平均', 'dashed', course, (month) => month.districts?.mean ?? null)]),
    paceLine(course, pace),
  ]);
}

/** The mean of the districts and their extremes against the pace. */
export function cityCourse({ assessment }: Month): CourseView | null {
  const { course } = assessment;
  const pace = (month: CourseMonth) => month.districts?.pace ?? month.pace;
  if (course.filter(({ districts }) => districts !== null).length < leastMonths) return null;
  return courseView('各区、县（市）综合完成率逐月走势', cityCaption(course), course, [
    ownLine('平均', course, (month) => month.districts?.mean ?? null, pace),
    line('最高', 'dashed', course, (month) => month.districts?.highest ?? null),
    line('最低', 'long-dashed', course, (month) => month.districts?.lowest ?? null),
    paceLine(course, pace),
  ]);
}

type RateOf = (month: CourseMonth) => Exact | null;
type PaceOf = (month: CourseMonth) => Exact;

function courseView(
  title: string,
  caption: string,
  course: readonly CourseMonth[],
  series: readonly Series[],
): CourseView {
  const months = course.map(monthName);
  return { title, caption, alt: courseAlt(title, months, series), months, series: [...series] };
}

function line(label: string, style: Series['line'], course: readonly CourseMonth[], rateOf: RateOf): Series {
  const values = course.map(rateOf);
  return { label, line: style, tone: null, points: values.map((value) => value && percentView(value)) };
}

function paceLine(course: readonly CourseMonth[], paceOf: PaceOf): Series {
  return { ...line('序时进度', 'dotted', course, paceOf), tone: 'muted' };
}

/** What the chart is about, in the colour that its last value has in the ranking. */
function ownLine(label: string, course: readonly CourseMonth[], rateOf: RateOf, paceOf: PaceOf): Series {
  const last = course.findLast((month) => rateOf(month) !== null);
  const behind = last !== undefined && rateOf(last)?.lt(paceOf(last));
  return { ...line(label, 'solid', course, rateOf), tone: behind ? 'slow' : 'onpace' };
}
