import { expect } from 'vitest';
import {
  type Claim,
  expectCounts,
  expectDifference,
  expectPercent,
  expectVerdict,
  isMissing,
  isRated,
  lags,
  type Task,
  verdictPattern,
} from './claims.ts';
import { causes, commonClaims, expectCauses, type Facts, laggingRows, limitsOf, rateOf } from './common-claims.ts';
import { courseClaims } from './course-claims.ts';
import type { Read, Row } from './reading.ts';

export interface DistrictFacts extends Facts {
  readonly district: string;
  /** The row of the district in the city's ranking, and all its rows. */
  readonly own: Row;
  readonly ranking: readonly Row[];
  /** 2024年6月 */
  readonly month: string;
  /** Targets with a pace of their own, and the month (202412) in which a target is due. */
  readonly ownPaces: readonly string[];
  deadline(id: string): number;
}

/** The tasks of 附件4. */
export function detailTasks(read: Read, district: string): Task[] {
  const limits = limitsOf(read);
  return read.rows('任务明细').map(({ key, cells }) => ({
    id: key,
    column: district,
    done: cells.done?.number ?? Number.NaN,
    task: cells.task?.number ?? Number.NaN,
    light: (cells.light?.text ?? '').slice(1),
    limit: limits.has(key),
  }));
}

/** 综合完成率 worked out anew: NaN where a figure is missing or nothing has a rate. */
export function scoreOf(tasks: readonly Task[]): number {
  return meanOf(tasks.filter(isRated).map((task) => Math.min(1, rateOf(task))));
}

/** The pace that a score is compared with. */
export function meanPace(tasks: readonly Task[], pace: Facts['pace']): number {
  return meanOf(tasks.filter(isRated).map(({ id }) => pace(id)));
}

function meanOf(rates: readonly number[]): number {
  return rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
}

const noScore = '(数据不全|没有可计算完成率的任务)，不计算综合完成率，不参加排名';
const score =
  '综合完成率([\\d.-]+%)，(高于|低于|与)序时进度(?:([\\d.]+)个百分点|持平)(?:，在参加排名的(\\d+)个区、县（市）中(并?)列第(\\d+)位|，(是唯一)参加排名的区、县（市）)';

export const districtClaims: readonly Claim<DistrictFacts>[] = [
  ...commonClaims,
  ...courseClaims,
  [
    /^截至[\d年月日]+，(.+?)未报送[\d年月]+月报，所承担的(\d+)项任务进度不明，不计算综合完成率，不参加排名$/,
    ([, name, held], { district, tasks }) => {
      expect([name, Number(held)]).toEqual([district, tasks.length]);
      expect(tasks.every(isMissing)).toBe(true);
    },
  ],
  [
    new RegExp(`^截至[\\d年月日]+，(.+?)承担的${verdictPattern}，(?:${noScore}|${score})$`),
    ([, name, ...groups], facts) => {
      expect(name).toBe(facts.district);
      expectVerdict(groups.slice(0, 6), facts.tasks);
      expect(facts.tasks.every(isMissing)).toBe(false);
      expectStanding(groups.slice(6), facts);
    },
  ],
  [
    /^(.+?)共承担任务(\d+)项(.*)$/,
    ([, name, held, counts = ''], { district, tasks }) => {
      expect([name, Number(held)]).toEqual([district, tasks.length]);
      if (counts === '') expect(tasks.every(isMissing)).toBe(true);
      else expectCounts(counts, tasks);
    },
  ],
  [
    /^因未报送月报，本期各表中(.+?)各项均标为“未报送”$/,
    ([, name], { district, tasks }) => expect([name, tasks.every(isMissing)]).toEqual([district, true]),
  ],
  [
    /^综合完成率(比上月提高|比上月下降|与上月持平)(?:([\d.]+)个百分点)?(?:，位次(?:(比上月上升|比上月下降)(\d+)位|与上月相同))?$/,
    ([, way = '', size = '', move = '', by = ''], { own }) => {
      expectDifference(way, size, Number(own.cells.change?.number) / 100);
      const moved = /^(升|降)(\d+)位$/.exec(own.cells.move?.text ?? '');
      expect([move.at(-1) ?? '', by]).toEqual(moved === null ? ['', ''] : [moved[1], moved[2]]);
    },
  ],
  [
    /^(?:目标)?([\d.]+)(?: (.+))?：全年任务(.+?)，累计完成(.+?)，完成率(.+?)，(落后|高于|与)序时进度(?:([\d.]+)个百分点|持平)(（.+?）)?，([^，（]+?)（(本月|(\d+月))起滞后）(?:，已连续(\d+)个月没有进展)?(?:；尚差(.+?)(?:，今后平均每月需完成(.+?))?)?(?:；按(近三个月|今年以来)进度(?:，(预计|可于)(.+?)完成(，晚于完成期限)?|(无法推算完成时间)))?$/,
    ([, id = '', words = '', task, done, rate, ...groups], facts) => {
      const cells = laggingCells(facts, id, words);
      expect([task, done, rate]).toEqual([cells.task?.text, cells.done?.text, cells.rate?.text]);
      const [word = '', size = '', rule = '', light, sinceText = '', since = '', months = ''] = groups;
      expect(cells.light?.text.slice(1)).toBe(light);
      const difference = (cells.done?.number ?? 0) / (cells.task?.number ?? 0) - facts.pace(id);
      expectDifference(word, size, difference);
      expect(rule !== '').toBe(cells.pace !== undefined && facts.ownPaces.includes(id));
      expect(since === '' ? facts.month.slice(5) : since).toBe(cells.since?.text);
      if (sinceText.startsWith('本月')) expect(cells.since?.text).toBe(facts.month.slice(5));
      else expect(cells.since?.text).not.toBe(facts.month.slice(5));
      const [left = '', needed = '', basis, way, finish = '', late, never] = groups.slice(7);
      expect(needed || '—').toBe(cells.needed?.text);
      const lacking = (cells.task?.number ?? 0) - (cells.done?.number ?? 0);
      if (left !== '') expect(Number.parseFloat(left)).toBeCloseTo(lacking, 6);
      else expect(lacking).toBeLessThanOrEqual(0);
      // That nothing moved stands in place of a forecast.
      const forecast = finish || (never !== '' || months !== '' ? '近期无进展' : '—');
      expect(forecast).toBe(cells.forecast?.text);
      if (months !== '') expect(Number(months)).toBeGreaterThan(1);
      if (basis !== '') expect(basis === '今年以来').toBe(monthNumber(facts.month) % 100 < 3);
      if (way !== '') {
        expect(way === '预计').toBe(monthNumber(finish) > facts.deadline(id));
        expect(late !== '').toBe(way === '预计' && finish.slice(0, 5) === facts.month.slice(0, 5));
      }
    },
  ],
  [
    /^(?:目标)?([\d.]+)(?: (.+))?：上限(.+?)，实际(.+?)，(超限)（(本月|(\d+月))起滞后）$/,
    ([, id = '', words = '', limit, done, light, sinceText = '', since = ''], facts) => {
      const cells = laggingCells(facts, id, words);
      expect([limit, done, light]).toEqual([cells.task?.text, cells.done?.text, cells.light?.text.slice(1)]);
      expect(since === '' ? facts.month.slice(5) : since).toBe(cells.since?.text);
      expect(sinceText.startsWith('本月')).toBe(since === '');
      expect(cells.done?.number).toBeGreaterThan(cells.task?.number ?? Number.NaN);
    },
  ],
  [/^其余(\d+)项滞后任务见附件1$/, ([, more], facts) => expect(Number(more) + 5).toBe(laggingRows(facts).length)],
  [
    /^截至[\d年月日]+，(.+?)(已报送的任务中)?没有滞后任务$/,
    ([, name, some], { district, tasks }) => {
      expect(name).toBe(district);
      expect([tasks.filter(lags), some !== '']).toEqual([[], tasks.some(isMissing)]);
    },
  ],
  [/^因未报送月报，无法判断$/, (_, { tasks }) => expect(tasks.every(isMissing)).toBe(true)],
  [
    /^请(.+?)尽快补报[\d年月]+月报(?:中(?:目标(.+?)|(\d+)项目标（附件4中标为“未报送”）)的进度)?，以便更正本期简报$/,
    ([, name, ids = '', number = ''], { district, tasks }) => {
      const missing = tasks.filter(isMissing);
      expect(name).toBe(district);
      if (ids !== '') expect(ids.split('、')).toEqual(missing.map(({ id }) => id));
      else expect(number === '' ? tasks.length : Number(number)).toBe(missing.length);
    },
  ],
  [
    new RegExp(`^请(.+?)(会同牵头单位)?${causes}明确责任单位和完成时限$`),
    ([, name, , ...groups], facts) => {
      expect(name).toBe(facts.district);
      expectCauses(groups, facts);
    },
  ],
];

function expectStanding(groups: readonly string[], { tasks, pace, own, ranking }: DistrictFacts): void {
  const [reason, rate = '', word = '', size = '', ranked, shared, rank, alone] = groups;
  if (reason !== '') {
    expect(reason === '数据不全').toBe(tasks.some(isMissing));
    expect(reason !== '数据不全').toBe(!tasks.some(isMissing) && !tasks.some(isRated));
    expect(own.cells.rank?.text).toBe('—');
    return;
  }
  expectPercent(rate, scoreOf(tasks));
  expect(rate).toBe(own.cells.score?.text);
  expectDifference(word, size, scoreOf(tasks) - meanPace(tasks, pace));
  const ranks = ranking.map(({ cells }) => cells.rank?.text).filter((text) => text !== '—');
  if (alone !== '') expect(ranks).toEqual(['1']);
  else {
    expect([Number(ranked), rank]).toEqual([ranks.length, own.cells.rank?.text]);
    expect(ranks.length).toBeGreaterThan(1);
    expect(shared !== '').toBe(ranks.filter((text) => text === rank).length > 1);
  }
}

/** The row of 附件1 that a sentence speaks of. */
function laggingCells(facts: DistrictFacts, id: string, words: string): Row['cells'] {
  const { cells = {} } = laggingRows(facts).find((row) => row.cells.id?.text === id) ?? {};
  expect(words).toBe((cells.clause?.text ?? '') + (cells.lead?.text ? `（${cells.lead.text}）` : ''));
  return cells;
}

/** 2024年3月 → 202403 */
function monthNumber(text: string): number {
  const [, year, month] = /^(\d+)年(\d+)月$/.exec(text) ?? [];
  return Number(year) * 100 + Number(month);
}
