import type { CourseMonth } from '../analysis/course.ts';
import type { Exact } from '../model/exact.ts';
import { monthOf } from '../model/period.ts';
import type { NumberView } from './words.ts';
import { comparison, isPrinted, percentText } from './words.ts';

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

/** The sentence below which a district's lines stand; `course` holds at least two months with its score. One `alone` has no others. */
export function districtCaption(district: string, course: readonly CourseMonth[], alone: boolean): string {
  const steps = stepsOf(course, ({ scores, paces, pace }) => ({
    rate: scores.get(district) ?? null,
    pace: paces.get(district) ?? pace,
  }));
  const others = alone ? '' : againstMean(steps.at(-1) as Step);
  return `${district}综合完成率${fromTo(steps)}，${againstPace(steps, course)}${others}。${gapsText(course, steps, '数据不全')}`;
}

/** ；6月高于区、县（市）平均4.2个百分点 */
function againstMean({ month, rate }: Step): string {
  if (month.districts === null) return '';
  const words = comparison(rate.sub(month.districts.mean), {
    above: '高于区、县（市）平均',
    below: '低于区、县（市）平均',
    level: '与区、县（市）平均持平',
  });
  return `；${monthName(month)}${words}`;
}

/** The same for the city; `course` holds at least two months with a mean. */
export function cityCaption(course: readonly CourseMonth[]): string {
  const steps = stepsOf(course, ({ districts, pace }) => ({
    rate: districts?.mean ?? null,
    pace: districts?.pace ?? pace,
  }));
  const [first, last] = [steps[0] as Step, steps.at(-1) as Step];
  return `参加排名的区、县（市）综合完成率平均${fromTo(steps)}，${againstPace(steps, course)}；最高与最低${spreadsText(first.month, last.month)}。${gapsText(course, steps, '没有单位数据齐全')}`;
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

/** 1月相差1.8个百分点，6月相差23.2个百分点; 1月持平，6月…; 1月、6月均持平 */
function spreadsText(first: CourseMonth, last: CourseMonth): string {
  const [then, now] = [spreadText(first), spreadText(last)];
  if (then === level && now === level) return `${monthName(first)}、${monthName(last)}均${level}`;
  return `${monthName(first)}${then}，${monthName(last)}${now}`;
}

const level = '持平';

function spreadText({ districts }: CourseMonth): string {
  if (districts === null) throw new RangeError('a month without a score has no spread');
  return comparison(districts.highest.sub(districts.lowest), { above: '相差', below: '相差', level });
}
