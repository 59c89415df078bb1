import type { CourseMonth } from '../analysis/course.ts';
import type { Exact } from '../model/exact.ts';
import { monthOf } from '../model/period.ts';
import type { NumberView } from './words.ts';
import { comparison, isPrinted, percentText, pointsText } from './words.ts';

/** 6月 */
export function monthName({ period }: Pick<CourseMonth, 'period'>): string {
  return `${monthOf(period)}月`;
}

/** A month and a rate that is known for it. */
interface Step {
  readonly month: CourseMonth;
  readonly rate: Exact;
  readonly pace: Exact;
}

/** The sentence below which a district's lines stand; `course` holds at least two months with its score. */
export function districtCaption(district: string, course: readonly CourseMonth[]): string {
  const steps = stepsOf(course, ({ scores, paces, pace }) => ({
    rate: scores.get(district) ?? null,
    pace: paces.get(district) ?? pace,
  }));
  const last = steps.at(-1) as Step;
  const mean = last.month.districts?.mean;
  const others =
    mean === undefined
      ? ''
      : `；${monthName(last.month)}${comparison(last.rate.sub(mean), {
          above: '高于区、县（市）平均',
          below: '低于区、县（市）平均',
          level: '与区、县（市）平均持平',
        })}`;
  return `${district}综合完成率${fromTo(steps)}，${againstPace(steps, course)}${others}。${gapsText(course, steps, '数据不全')}`;
}

/** The same for the city; `course` holds at least two months with a mean. */
export function cityCaption(course: readonly CourseMonth[]): string {
  const steps = stepsOf(course, ({ districts, pace }) => ({
    rate: districts?.mean ?? null,
    pace: districts?.pace ?? pace,
  }));
  const [first, last] = [steps[0] as Step, steps.at(-1) as Step];
  const spread = [first, last].map(({ month }) => `${monthName(month)}相差${pointsText(spreadOf(month))}`).join('，');
  return `参加排名的区、县（市）综合完成率平均${fromTo(steps)}，${againstPace(steps, course)}；最高与最低${spread}。${gapsText(course, steps, '没有单位数据齐全')}`;
}

/** Every figure of the lines, month by month. */
export function courseAlt(
  title: string,
  months: readonly string[],
  series: readonly { readonly label: string; readonly points: readonly (NumberView | null)[] }[],
): string {
  const lines = series.map(({ label, points }) => {
    const figures = points.map((point, index) => `${months[index]}${point?.text ?? '无数据'}`);
    return `${label}：${figures.join('，')}`;
  });
  return `${title}。${lines.join('；')}。`;
}

function stepsOf(
  course: readonly CourseMonth[],
  figuresOf: (month: CourseMonth) => { rate: Exact | null; pace: Exact },
): Step[] {
  return course.flatMap((month) => {
    const { rate, pace } = figuresOf(month);
    return rate === null ? [] : [{ month, rate, pace }];
  });
}

/** 由1月的3.9%升至6月的51.2% */
function fromTo(steps: readonly Step[]): string {
  const [first, last] = [steps[0] as Step, steps.at(-1) as Step];
  const [from, to] = [percentText(first.rate), percentText(last.rate)];
  const [start, end] = [monthName(first.month), monthName(last.month)];
  if (from === to) return `${start}、${end}均为${to}`;
  return `由${start}的${from}${last.rate.gt(first.rate) ? '升至' : '降至'}${end}的${to}`;
}

/** 各月均低于序时进度, 其中1月至4月低于序时进度; a difference too small to print is none. */
function againstPace(steps: readonly Step[], course: readonly CourseMonth[]): string {
  const below = steps.filter(({ rate, pace }) => rate.lt(pace) && isPrinted(rate.sub(pace)));
  const all = steps.length < course.length ? '有数据的各月' : '各月';
  if (below.length === 0) return `${all}均达到序时进度`;
  if (below.length === steps.length) return `${all}均低于序时进度`;
  return `其中${rangesText(below.map(({ month }) => month))}低于序时进度`;
}

function gapsText(course: readonly CourseMonth[], steps: readonly Step[], reason: string): string {
  const gaps = course.filter((month) => !steps.some((step) => step.month === month));
  return gaps.length === 0 ? '' : `${rangesText(gaps)}${reason}，图中空缺。`;
}

/** 1月至3月、5月 */
function rangesText(months: readonly CourseMonth[]): string {
  const ranges: { first: CourseMonth; last: CourseMonth }[] = [];
  for (const month of months) {
    const range = ranges.at(-1);
    if (range !== undefined && monthOf(month.period) === monthOf(range.last.period) + 1) range.last = month;
    else ranges.push({ first: month, last: month });
  }
  return ranges
    .map(({ first, last }) => (first === last ? monthName(first) : `${monthName(first)}至${monthName(last)}`))
    .join('、');
}

function spreadOf({ districts }: CourseMonth): Exact {
  if (districts === null) throw new RangeError('a month without a score has no spread');
  return districts.highest.sub(districts.lowest);
}
