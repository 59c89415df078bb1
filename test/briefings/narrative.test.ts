import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { briefings } from '../../src/briefings/index.ts';
import type { Month } from '../../src/briefings/month.ts';
import { ownTemplates } from '../../src/house-style/house-style.ts';
import type { PaceRuleSettings } from '../../src/model/pace-settings.ts';
import { composeBriefing } from '../../src/month/pipeline.ts';
import { anyMonth } from '../support/any-month.ts';
import { sampleMonth } from '../support/plan-2023.ts';
import { runs, timeLimit } from '../support/runs.ts';
import { templateIn } from '../support/template-in.ts';
import { theme } from '../support/theme.ts';
import { cityClaims } from './narrative/city-claims.ts';
import { expectTrue, isMissing } from './narrative/claims.ts';
import { type Facts, progressTasks } from './narrative/common-claims.ts';
import { detailTasks, districtClaims } from './narrative/district-claims.ts';
import { leadUnitClaims } from './narrative/lead-unit-claims.ts';
import { type Read, readDocument } from './narrative/reading.ts';

/** Every sentence of every briefing of a month, read by patterns and compared with the tables of the same documents. */

const kinds = await Promise.all(
  briefings.map(async (briefing) => ({ briefing, template: await templateIn(ownTemplates, theme, briefing) })),
);

function readingsOf(month: Month): { group: string; audience: string; read: Read }[] {
  return kinds.flatMap(({ briefing, template }) =>
    briefing.audiences(month).map((audience) => ({
      group: briefing.group,
      audience,
      read: readDocument(composeBriefing(month, briefing, template, audience)),
    })),
  );
}

function expectTrueMonth(month: Month): void {
  const readings = readingsOf(month);
  const city = readings.find(({ group }) => group === 'city')?.read as Read;
  const columns = month.plan.columns.map(({ name }) => name);
  const all = progressTasks(city, columns);
  const of = (name: string) => all.filter(({ column }) => column === name);
  const due = columns.filter((name) => of(name).length > 0);
  const number = Number(month.period.slice(5));
  const { default: usual, targets: own } = month.settings.pace;
  const rule = (id: string) => (own[id] ? { startMonth: 1, deadlineMonth: 12, ...own[id] } : usual);
  const ids = city.rows('目标完成情况').map(({ key }) => key);
  const shared = {
    pace: (id: string) => paceBy(rule(id), number),
    deadline: (id: string) => Number(month.period.slice(0, 4)) * 100 + (rule(id).deadlineMonth ?? 12),
    ownPaces: Object.keys(own).filter((id) => ids.includes(id)),
    month: `${month.period.slice(0, 4)}年${number}月`,
    timeLeft: number < (usual.deadlineMonth ?? 12),
    silent: due.filter((name) => of(name).every(isMissing)),
    partial: due.filter((name) => of(name).some(isMissing) && !of(name).every(isMissing)),
  };
  const ranking = city.rows('排名');
  for (const { group, audience, read } of readings) {
    const facts = (tasks: Facts['tasks']): Facts => ({ ...shared, read, tasks });
    const targets = read.rows(group === 'city' ? '目标完成情况' : '牵头目标');
    if (group === 'city') expectTrue(read.sentences, cityClaims, { ...shared, ...facts(all), ranking, targets });
    if (group === 'lead-units')
      expectTrue(read.sentences, leadUnitClaims, {
        ...facts(progressTasks(read, columns)),
        unit: audience,
        units: city.rows('牵头单位'),
        targets,
        columns,
      });
    if (group === 'districts') {
      const tasks = detailTasks(read, audience);
      expect(tasks.map(({ id, light }) => [id, light])).toEqual(of(audience).map(({ id, light }) => [id, light]));
      const row = ranking.find(({ key }) => key === audience);
      if (row === undefined) throw new Error(`${audience} is not in the ranking`);
      expectTrue(read.sentences, districtClaims, { ...shared, ...facts(tasks), district: audience, own: row, ranking });
    }
    if (group === 'districts' && month.settings.audience === 'own') expectOwnReport(read, audience, shared);
    else expectReporters(read, due, shared);
    for (const text of read.texts) expectClean(text);
  }
}

/** 序时进度 at the end of a month: by the 节点 reached, else in even steps from the first month to the last. */
function paceBy({ startMonth = 1, deadlineMonth = 12, nodes }: PaceRuleSettings, month: number): number {
  if (nodes === undefined) return Math.min(1, Math.max(0, (month - startMonth + 1) / (deadlineMonth - startMonth + 1)));
  const reached = Object.entries(nodes).filter(([node]) => Number(node) <= month);
  return Number.parseFloat(reached.at(-1)?.[1] ?? '0') / 100;
}

/** What the last page says of who reported. */
function expectReporters(
  read: Read,
  due: readonly string[],
  { silent, partial }: Pick<Facts, 'silent' | 'partial'>,
): void {
  const sentence = read.notes.find((text) => text.startsWith('本月应报送'));
  const none = silent.length === 0 ? [] : [`未报送的有${silent.join('、')}`];
  const some = partial.length === 0 ? [] : [`报送不全的有${partial.join('、')}`];
  const said = [...none, ...some].join('，') || '已全部报送';
  expect(sentence).toBe(`本月应报送${due.length}个单位，${said}`);
}

/** The same for who reads of nobody else. */
function expectOwnReport(read: Read, district: string, { silent, partial }: Pick<Facts, 'silent' | 'partial'>): void {
  const said = silent.includes(district) ? '未报送' : partial.includes(district) ? '报送不全' : '已报送';
  expect(read.notes).toContain(`${district}本月月报${said}`);
  expect(read.notes.filter((text) => text.startsWith('本月应报送'))).toEqual([]);
}

/** Marks of a sentence that was put together wrongly. */
function expectClean(text: string): void {
  expect(text).not.toMatch(/[，。；：、]{2}|（）|“”|undefined|null|NaN|Infinity|、[）”，。；]|[（：，]、/);
  expect(text).not.toMatch(/(?<!\d|\.)0(?:项|个单位|个承担单位|个百分点|位)/);
}

describe('the sentences of a month', () => {
  it.each(['2023-01', '2023-06', '2023-07'] as const)('of the sample year are true: %s', (period) => {
    expectTrueMonth(sampleMonth(period));
  });

  it(
    'are true whatever the month',
    () => {
      fc.assert(fc.property(anyMonth, expectTrueMonth), { numRuns: runs(90, 1500) });
    },
    timeLimit,
  );

  it(
    'are true where districts read their own column only',
    () => {
      const alone = anyMonth.map((month): Month => ({ ...month, settings: { ...month.settings, audience: 'own' } }));
      fc.assert(fc.property(alone, expectTrueMonth), { numRuns: runs(30, 300) });
    },
    timeLimit,
  );
});
