import { expect } from 'vitest';
import { type Claim, expectDifference, expectPercent } from './claims.ts';
import type { Read } from './reading.ts';

/** What is said below the lines of the year, against their points. */

interface Lines {
  /** Month names and the rates of the line that the sentence is about, NaN where there is a gap. */
  readonly months: readonly string[];
  readonly own: readonly number[];
  readonly pace: readonly number[];
  line(label: string): readonly number[];
}

const percent = '([\\d.]+%)';

export const courseClaims: readonly Claim<{ readonly read: Read }>[] = [
  [
    new RegExp(
      `^(?:参加排名的区、县（市）综合完成率平均|(?!参加)[^，]+?综合完成率)(?:由(\\d+月)的${percent}(升至|降至)(\\d+月)的${percent}|(\\d+月)、(\\d+月)均为${percent})，(?:其中(.+?)低于序时进度|(有数据的)?各月均(达到|低于)序时进度)(?:；(.+))?$`,
    ),
    (groups, { read }) => {
      const [, from = '', first = '', way = '', to = '', last = '', levelFrom = '', levelTo = '', level = ''] = groups;
      const [below = '', gaps = '', all = '', more = ''] = groups.slice(9);
      const lines = linesOf(read);
      const known = lines.own.flatMap((rate, index) => (Number.isNaN(rate) ? [] : [index]));
      const [start, end] = [known[0] as number, known.at(-1) as number];
      expect([from || levelFrom, to || levelTo]).toEqual([lines.months[start], lines.months[end]]);
      expectPercent(first || level, lines.own[start] as number);
      expectPercent(last || level, lines.own[end] as number);
      if (way !== '') expect((lines.own[end] as number) > (lines.own[start] as number)).toBe(way === '升至');
      const behind = known.filter((index) => (lines.own[index] as number) - (lines.pace[index] as number) < -0.0005);
      const said = below === '' ? (all === '低于' ? known : []) : monthsOf(below, lines.months);
      expect(said).toEqual(behind);
      if (all !== '') expect(gaps !== '').toBe(known.length < lines.own.length);
      if (more !== '') expectMore(more, lines, start, end);
    },
  ],
  [
    /^([\d月至、]+)(?:数据不全|没有单位数据齐全)，图中空缺$/,
    ([, months = ''], { read }) => {
      const lines = linesOf(read);
      expect(monthsOf(months, lines.months)).toEqual(
        lines.own.flatMap((rate, index) => (Number.isNaN(rate) ? [index] : [])),
      );
    },
  ],
];

function expectMore(text: string, lines: Lines, start: number, end: number): void {
  const mean = /^(\d+月)(高于|低于|与)区、县（市）平均(?:([\d.]+)个百分点|持平)$/.exec(text);
  if (mean !== null) {
    expect(mean[1]).toBe(lines.months[end]);
    const difference = (lines.own[end] as number) - (lines.line('区、县（市）平均')[end] as number);
    expectDifference(mean[2] as string, mean[3] ?? '', difference);
    return;
  }
  const spread = /^最高与最低(.+?)(?:，|、)(.+)$/.exec(
    text.replace(/^最高与最低(\d+月)、(\d+月)均持平$/, '最高与最低$1持平，$2持平'),
  );
  expect(spread, text).not.toBeNull();
  for (const [part, index] of [
    [spread?.[1] as string, start],
    [spread?.[2] as string, end],
  ] as const) {
    const [, month, word = '', size = ''] = /^(\d+月)(?:(相差)([\d.]+)个百分点|持平)$/.exec(part) ?? [];
    expect(month).toBe(lines.months[index]);
    const difference = (lines.line('最高')[index] as number) - (lines.line('最低')[index] as number);
    expectDifference(word || '持平', size, difference);
  }
}

function linesOf({ lines }: Read): Lines {
  if (lines === null) throw new Error('a sentence about lines that are not there');
  const rates = (index: number) =>
    (lines.series.at(index)?.values ?? []).map((value) => (value === null ? Number.NaN : Number(value.number)));
  return {
    months: lines.categories,
    own: rates(0),
    pace: rates(-1),
    line: (label) => rates(lines.series.findIndex((series) => series.label === label)),
  };
}

/** `1月至3月、5月` → the places of these months. */
function monthsOf(text: string, months: readonly string[]): number[] {
  return text.split('、').flatMap((range) => {
    const [from = '', to = from] = range.split('至');
    const [first, last] = [months.indexOf(from), months.indexOf(to)];
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  });
}
