import { expect } from 'vitest';
import {
  type Claim,
  expectCounts,
  expectDifference,
  expectNames,
  expectPercent,
  expectVerdict,
  isMissing,
  lags,
  verdictPattern,
} from './claims.ts';
import { causes, commonClaims, expectCauses, type Facts, laggingRows, unique } from './common-claims.ts';
import { meanPace, scoreOf } from './district-claims.ts';
import type { Row } from './reading.ts';
import { targetClaims } from './target-claims.ts';

export interface LeadUnitFacts extends Facts {
  readonly unit: string;
  /** 牵头目标 */
  readonly targets: readonly Row[];
  /** 牵头单位 of the city's briefing. */
  readonly units: readonly Row[];
  /** Of the plan, in printed order. */
  readonly columns: readonly string[];
}

export const leadUnitClaims: readonly Claim<LeadUnitFacts>[] = [
  ...commonClaims,
  ...targetClaims,
  [
    new RegExp(
      `^截至[\\d年月日]+，(.+?)牵头的(\\d+)个项目、(\\d+)项量化目标分解到(?:(\\d+)个单位|(.+?))的${verdictPattern}(?:；另有(\\d+)项量化目标不作分解)?$`,
    ),
    ([, unit, projects, targets, holders = '', holder = '', ...groups], facts) => {
      const { tasks } = facts;
      const ids = unique(tasks.map(({ id }) => id));
      expect(unit).toBe(facts.unit);
      expect(Number(projects)).toBe(unique(ids.map((id) => id.split('.')[0])).length);
      expect(Number(targets)).toBe(ids.length);
      const columns = unique(tasks.map(({ column }) => column));
      if (holder !== '') expect(columns).toEqual([holder]);
      else expect([columns.length, columns.length > 1]).toEqual([Number(holders), true]);
      expectVerdict(groups.slice(0, 6), tasks);
      expect(Number(groups[6])).toBe(facts.targets.length - ids.length);
    },
  ],
  [
    /^(按已报送的任务计算，)?综合完成率([\d.-]+%)，(高于|低于|与)序时进度(?:([\d.]+)个百分点|持平)(?:，在参加排名的(\d+)个牵头单位中(并?)列第(\d+)位)?$/,
    ([, some, rate = '', word = '', size = '', ranked, shared, rank], { tasks, pace, units, unit }) => {
      const known = tasks.filter((task) => !isMissing(task));
      expect(some !== '').toBe(known.length < tasks.length);
      expectPercent(rate, scoreOf(known));
      expectDifference(word, size, scoreOf(known) - meanPace(known, pace));
      const own = units.find(({ key }) => key === unit)?.cells;
      const ranks = units.map(({ cells }) => cells.rank?.text).filter((text) => text !== '—');
      expect(own?.score?.text).toBe(rate);
      if (rank === '') expect(ranks).toEqual(['1']);
      else {
        expect([Number(ranked), rank]).toEqual([ranks.length, own?.rank?.text]);
        expect(shared !== '').toBe(ranks.filter((text) => text === rank).length > 1);
      }
    },
  ],
  [
    /^综合完成率(比上月提高|比上月下降|与上月持平)(?:([\d.]+)个百分点)?$/,
    ([, way = '', size = ''], { units, unit }) => {
      const own = units.find(({ key }) => key === unit)?.cells;
      expectDifference(way, size, Number(own?.change?.number) / 100);
    },
  ],
  [
    /^滞后任务(均?)在([^，]+)$/,
    ([, all, name], { tasks }) => {
      const lagging = tasks.filter(lags);
      expect(unique(lagging.map(({ column }) => column))).toEqual([name]);
      expect(all !== '').toBe(lagging.length > 1);
    },
  ],
  [
    /^滞后任务分布在([^，]+?)，各(\d+)项$/,
    ([, names = '', number], facts) => {
      const laggards = laggardsOf(facts);
      expectNames(
        names,
        laggards.map(([name]) => name),
      );
      expect(unique(laggards.map(([, lagging]) => lagging))).toEqual([Number(number)]);
      expect(laggards.length).toBeGreaterThan(1);
    },
  ],
  [
    /^滞后任务分布在(\d+)个单位，其中(.+?)最多，(各|有)(\d+)项$/,
    ([, number, names = '', each, most], facts) => {
      const laggards = laggardsOf(facts);
      const highest = Math.max(...laggards.map(([, lagging]) => lagging));
      const first = laggards.filter(([, lagging]) => lagging === highest);
      expect([laggards.length, highest]).toEqual([Number(number), Number(most)]);
      expectNames(
        names,
        first.map(([name]) => name),
      );
      expect(each === '各').toBe(first.length > 1);
      expect(first.length).toBeLessThan(laggards.length);
    },
  ],
  [
    /^(.+?)牵头的任务共(\d+)项(.*)$/,
    ([, unit, held, counts = ''], { unit: own, tasks }) => {
      expect([unit, Number(held)]).toEqual([own, tasks.length]);
      expectCounts(counts, tasks);
    },
  ],
  [/^有任务未报送的单位：(.+)$/, ([, names = ''], facts) => expectNames(names, missingOf(facts))],
  [
    /^各项滞后任务的完成情况见附件1$/,
    (_, facts) => expect(laggingRows(facts)).toHaveLength(facts.tasks.filter(lags).length),
  ],
  [/^因承担单位均未报送，无法判断$/, (_, { tasks }) => expect(tasks.every(isMissing)).toBe(true)],
  [
    /^截至[\d年月日]+，(.+?)牵头的任务(中，已报送的)?没有滞后$/,
    ([, unit, some], { unit: own, tasks }) => {
      expect([unit, tasks.filter(lags)]).toEqual([own, []]);
      expect(some !== '').toBe(tasks.some(isMissing));
    },
  ],
  [
    /^请(.+?)督促(.+?)尽快补报[\d年月]+有关任务的进度，以便更正本期简报$/,
    ([, unit, names = ''], facts) => {
      expect(unit).toBe(facts.unit);
      expectNames(
        names,
        missingOf(facts).filter((name) => name !== '市本级'),
      );
    },
  ],
  [
    /^请((?:(?!督促).)+?)尽快补报市本级[\d年月]+有关任务的进度，以便更正本期简报$/,
    ([, unit], facts) => expect([unit, missingOf(facts).includes('市本级')]).toEqual([facts.unit, true]),
  ],
  [
    new RegExp(`^请(.+?)(会同滞后任务的承担单位)?${causes}明确责任单位和完成时限$`),
    ([, unit, , ...groups], facts) => {
      expect(unit).toBe(facts.unit);
      expectCauses(groups, facts);
    },
  ],
];

function laggardsOf({ tasks, columns }: LeadUnitFacts): [string, number][] {
  return columns
    .map((name): [string, number] => [name, tasks.filter((task) => lags(task) && task.column === name).length])
    .filter(([, lagging]) => lagging > 0);
}

function missingOf({ tasks, columns }: LeadUnitFacts): string[] {
  return columns.filter((name) => tasks.some((task) => isMissing(task) && task.column === name));
}
