import { expect } from 'vitest';
import { type Claim, expectDifference, isMissing, lags, type Task } from './claims.ts';
import { type Facts, rateOf } from './common-claims.ts';
import type { Row } from './reading.ts';

/** What city and lead-unit briefings say of one target and all that hold a part of it. */

interface TargetFacts extends Facts {
  /** 附件4 of the city's, 牵头目标 of a lead unit's. */
  readonly targets: readonly Row[];
}

const city = '(?:全市完成率([\\d.-]+%)，(?:(高于|低于|与)序时进度(?:([\\d.]+)个百分点|持平)，)?(但?))?';
const lagging =
  '(?:由(.+?)承担，滞后|(\\d+)个承担单位(?:全部(滞后)|中(?:(\\d+)个未达100%，其中)?(?:(\\d+)个滞后（(.+)）|(.+?)滞后)))';

export const targetClaims: readonly Claim<TargetFacts>[] = [
  [
    new RegExp(`^(?:目标)?(\\d+\\.\\d+)(?: (.+))?：${city}${lagging}(?:，(\\d+)个未报送)?$`),
    ([, id = '', words = '', ...groups], facts) => {
      const { row, held } = targetOf(facts, id);
      const { cells } = row;
      expect(words.startsWith(cells.clause?.text ?? '')).toBe(true);
      if (cells.lead !== undefined)
        expect(words).toBe((cells.clause?.text ?? '') + (cells.lead.text === '' ? '' : `（${cells.lead.text}）`));
      expectCity(groups.slice(0, 4), row, held, facts.pace(id));
      expectLagging(groups.slice(4, 11), held);
      expect(Number(groups[11])).toBe(held.filter(isMissing).length);
    },
  ],
  [
    /^全市合计已达100%、仍有承担单位未完成的有(目标.+?)(?:等(\d+)项)?$/,
    ([, list = '', number = ''], facts) => {
      const each = list.split(/、(?=目标)/);
      const hidden = facts.targets.filter(({ key, cells }) => {
        const held = facts.tasks.filter((task) => task.id === key);
        return (cells.rate?.number ?? 0) >= 1 && held.some((task) => rateOf(task) < 1) && !held.some(lags);
      });
      expect(hidden).toHaveLength(number === '' ? each.length : Number(number));
      expect(each).toHaveLength(Math.min(5, hidden.length));
      for (const [index, text] of each.entries()) {
        const [, id = '', rate, all, some, behind] =
          /^目标([\d.]+)（全市([\d.]+%)，(?:(\d+)个承担单位均|(\d+)个承担单位中(\d+)个)未达100%）$/.exec(text) ?? [];
        const { row, held } = targetOf(facts, id);
        expect([id, rate]).toEqual([hidden[index]?.key, row.cells.rate?.text]);
        expect(Number(all ?? some)).toBe(held.length);
        expect(Number(behind ?? all)).toBe(held.filter((task) => rateOf(task) < 1).length);
      }
    },
  ],
];

function targetOf({ targets, tasks }: TargetFacts, id: string): { row: Row; held: Task[] } {
  const row = targets.find(({ key }) => key === id);
  if (row === undefined) throw new Error(`no target ${id}`);
  return { row, held: tasks.filter((task) => task.id === id) };
}

function expectCity(groups: readonly string[], row: Row, held: readonly Task[], pace: number): void {
  const [text = '', word = '', size = '', but = ''] = groups;
  const { rate } = row.cells;
  if (text === '') {
    expect(held.length < 2 || held.some(isMissing) || rate?.text === '—').toBe(true);
    return;
  }
  expect(text).toBe(rate?.text);
  if (word !== '') expectDifference(word, size, (rate?.number ?? 0) - pace);
  else expect(rate?.number).toBeGreaterThanOrEqual(1);
  // The rate of a cell is a decimal, cut where it is a third.
  expect(but !== '').toBe((rate?.number ?? 0) > pace - 1e-12);
}

function expectLagging(groups: readonly string[], held: readonly Task[]): void {
  const [only = '', holders = '', all = '', unfinished = '', number = '', names = '', name = ''] = groups;
  const laggards = held.filter(lags).map(({ column }) => column);
  if (only !== '') {
    expect(held.map(({ column }) => column)).toEqual([only]);
    expect(laggards).toEqual([only]);
    return;
  }
  expect(Number(holders)).toBe(held.length);
  expect(held.length).toBeGreaterThan(1);
  if (all !== '') expect(laggards).toHaveLength(held.length);
  else {
    expect(laggards.length).toBeLessThan(held.length);
    const said = name === '' ? names.split('、') : [name];
    expect([...said].sort()).toEqual([...laggards].sort());
    if (number !== '') expect([Number(number), laggards.length > 1]).toEqual([laggards.length, true]);
    if (unfinished !== '') {
      expect(Number(unfinished)).toBe(held.filter((task) => rateOf(task) < 1).length);
      expect(Number(unfinished)).toBeGreaterThan(laggards.length);
    }
  }
}
