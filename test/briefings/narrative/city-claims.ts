import { expect } from 'vitest';
import {
  type Claim,
  expectCounts,
  expectNames,
  expectPercent,
  expectVerdict,
  isMissing,
  isRated,
  lags,
  verdictPattern,
} from './claims.ts';
import { causes, commonClaims, expectCauses, type Facts, laggingRows, unique } from './common-claims.ts';
import { courseClaims } from './course-claims.ts';
import type { Row } from './reading.ts';
import { targetClaims } from './target-claims.ts';

export interface CityFacts extends Facts {
  readonly ranking: readonly Row[];
  readonly ownPaces: readonly string[];
  /** 附件4 */
  readonly targets: readonly Row[];
}

const name = (row: Row) => row.cells.district?.text ?? '';
const rank = (row: Row) => row.cells.rank?.text ?? '';
const score = (row: Row) => row.cells.score?.text;

export const cityClaims: readonly Claim<CityFacts>[] = [
  ...commonClaims,
  ...courseClaims,
  ...targetClaims,
  [
    new RegExp(
      `^截至[\\d年月日]+，(\\d+)个项目、(\\d+)项量化目标分解到(各区、县（市）)?(和?)(市本级)?的${verdictPattern}(?:；另有(\\d+)项量化目标不作分解)?$`,
    ),
    ([, projects, targets, districts = '', and = '', city = '', ...groups], { tasks, targets: rows }) => {
      const ids = unique(tasks.map(({ id }) => id));
      expect(Number(projects)).toBe(unique(ids.map((id) => id.split('.')[0])).length);
      expect(Number(targets)).toBe(ids.length);
      const holders = unique(tasks.map(({ column }) => column === '市本级'));
      expect([districts !== '', city !== '']).toEqual([holders.includes(false), holders.includes(true)]);
      expect(and !== '').toBe(holders.length === 2);
      expectVerdict(groups.slice(0, 6), tasks);
      expect(Number(groups[6])).toBe(rows.length - ids.length);
      expect(groups[6]).not.toBe('0');
    },
  ],
  [/^截至[\d年月日]+，各项量化目标均不作分解，没有可供评价的任务$/, (_, { tasks }) => expect(tasks).toEqual([])],
  [
    /^(.+?)综合完成率(并?)列第1位（([\d.-]+%)），(.+?)(并?)列末位（([\d.-]+%)）$/,
    ([, first = '', sharedFirst, best, last = '', sharedLast, worst], { ranking }) => {
      const ranked = ranking.filter((row) => rank(row) !== '—');
      const lowest = String(Math.max(...ranked.map((row) => Number(rank(row)))));
      const top = ranked.filter((row) => rank(row) === '1');
      const bottom = ranked.filter((row) => rank(row) === lowest);
      expect(lowest).not.toBe('1');
      expectNames(first, top.map(name));
      expectNames(last, bottom.map(name));
      expect([sharedFirst !== '', sharedLast !== '']).toEqual([top.length > 1, bottom.length > 1]);
      expect([unique(top.map(score)), unique(bottom.map(score))]).toEqual([[best], [worst]]);
    },
  ],
  [
    /^参加排名的只有(.+?)，综合完成率([\d.-]+%)$/,
    ([, only, rate], { ranking }) =>
      expect(ranking.filter((row) => rank(row) !== '—').map((row) => [name(row), score(row)])).toEqual([[only, rate]]),
  ],
  [
    /^参加排名的(\d+)个区、县（市）综合完成率相同，均为([\d.-]+%)，并列第1位$/,
    ([, number, rate], { ranking }) => {
      const ranked = ranking.filter((row) => rank(row) !== '—');
      expect(ranked).toHaveLength(Number(number));
      expect(ranked.length).toBeGreaterThan(1);
      expect(unique(ranked.map((row) => `${rank(row)} ${score(row)}`))).toEqual([`1 ${rate}`]);
    },
  ],
  [
    /^全市共分解任务(\d+)项(.*)$/,
    ([, held, counts = ''], { tasks }) => {
      expect(Number(held)).toBe(tasks.length);
      expectCounts(counts, tasks);
    },
  ],
  [
    /^本月序时进度为([\d.]+%)(，部分目标另有规定)?$/,
    ([, text = '', others], { pace, ownPaces }) => {
      expectPercent(text, pace('others'));
      expect(others !== '').toBe(ownPaces.length > 0);
    },
  ],
  [
    /^(.+?)(数据不全|没有可计算完成率的任务)，不参加排名$/,
    ([, names = '', reason], { ranking, tasks }) => {
      const unranked = ranking.filter((row) => rank(row) === '—').map(name);
      const held = (district: string) => tasks.filter(({ column }) => column === district);
      expectNames(
        names,
        unranked.filter((district) =>
          reason === '数据不全'
            ? held(district).some(isMissing)
            : !held(district).some((task) => isMissing(task) || isRated(task)),
        ),
      );
    },
  ],
  [
    /^另有(\d+)项量化目标存在滞后，全部滞后任务见附件1$/,
    ([, more], { targets }) =>
      expect(targets.filter(({ cells }) => (cells.lagging?.number ?? 0) > 0)).toHaveLength(Number(more) + 5),
  ],
  [/^因各单位均未报送，无法判断$/, (_, { tasks }) => expect(tasks.every(isMissing)).toBe(true)],
  [
    /^截至[\d年月日]+，(已报送的任务中)?没有滞后任务$/,
    ([, some], facts) => {
      expect([facts.tasks.filter(lags), laggingRows(facts)]).toEqual([[], []]);
      expect(some !== '').toBe(facts.tasks.some(isMissing));
    },
  ],
  [
    /^请(?:([^，]+?)尽快补报[\d年月]+月报)?，?(?:([^，]+?)尽快补齐[\d年月]+月报所缺数据)?，以便更正本期简报$/,
    ([, silent = '', partial = ''], facts) => {
      expectNames(silent, facts.silent.length === 0 ? [''] : facts.silent);
      expectNames(partial, facts.partial.length === 0 ? [''] : facts.partial);
      expect(facts.silent.length + facts.partial.length).toBeGreaterThan(0);
    },
  ],
  [
    new RegExp(`^请(有关牵头单位会同)?滞后任务的承担单位${causes}并(在下月月报中说明|书面报告)落实情况$`),
    ([, , ...groups], facts) => {
      expectCauses(groups, facts);
      expect(groups[3]?.startsWith('在下月')).toBe(facts.timeLeft);
    },
  ],
];
