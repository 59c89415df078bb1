import { describe, expect, it } from 'vitest';
import type { CountsView } from '../../src/briefings/counts-view.ts';
import { countsText, tasksVerdict } from '../../src/briefings/counts-words.ts';
import { allNamesText, namesText } from '../../src/briefings/name-words.ts';
import type { Phrase } from '../../src/briefings/phrase.ts';
import { rankingPhrase, rankPhrase } from '../../src/briefings/ranking-words.ts';
import { hiddenText, targetPhrase } from '../../src/briefings/slow-words.ts';
import type { SpreadView } from '../../src/briefings/spread-view.ts';
import { citySteps, districtSteps, leadUnitSteps } from '../../src/briefings/steps-words.ts';
import { markedLights, settingsSchema } from '../../src/model/settings.ts';
import { theme } from '../support/theme.ts';

const lights = markedLights(settingsSchema.parse({}), theme.marks);
const words = (phrase: Phrase) => phrase.map(({ text }) => text).join('');

/** Counts of some tasks; those not named stand 按序时. */
function counts(some: Partial<CountsView> & { held: number }): CountsView {
  const none = { unreported: 0, unjudged: 0, done: 0, ahead: 0, slow: 0, late: 0, critical: 0 };
  const known = { ...none, ...some };
  const rest = known.unreported + known.unjudged + known.done + known.ahead + known.slow + known.late + known.critical;
  const onpace = known.held - rest;
  return { ...known, onpace, lagging: known.late + known.critical, moving: known.ahead + onpace + known.slow };
}

describe('the verdict on some tasks', () => {
  it.each([
    [{ held: 29, late: 1, critical: 1 }, '29项任务中，2项滞后'],
    [{ held: 29, late: 2, unreported: 3 }, '29项任务中，2项滞后，3项未报送'],
    [{ held: 29, late: 29 }, '29项任务全部滞后'],
    [{ held: 29, late: 26, unreported: 3 }, '29项任务中，已报送的26项全部滞后，3项未报送'],
    [{ held: 29, done: 29 }, '29项任务全部完成'],
    [{ held: 29, done: 26, unreported: 3 }, '29项任务中，已报送的26项全部完成，3项未报送'],
    [{ held: 29, done: 28 }, '29项任务无一滞后'],
    [{ held: 29, unreported: 1 }, '29项任务中，已报送的28项无一滞后，1项未报送'],
    [{ held: 29, unreported: 29 }, '29项任务均未报送'],
    [{ held: 1 }, '1项任务没有滞后'],
    [{ held: 1, late: 1 }, '1项任务滞后'],
    [{ held: 1, done: 1 }, '1项任务已完成'],
    [{ held: 1, unreported: 1 }, '1项任务未报送'],
    [{ held: 2, late: 1, unreported: 1 }, '2项任务中，已报送的1项滞后，1项未报送'],
    [{ held: 2, unjudged: 1 }, '2项任务无一滞后'],
    [{ held: 2, unjudged: 2 }, '2项任务均不计序时'],
    [{ held: 2, unjudged: 1, unreported: 1 }, '2项任务中，已报送的1项不计序时，1项未报送'],
  ])('%j', (some, expected) => expect(words(tasksVerdict(counts(some)))).toBe(expected));
});

describe('how many tasks stand under each light', () => {
  it.each([
    [{ held: 5, done: 1, slow: 2 }, '：已完成1项，按序时2项，略慢2项'],
    [{ held: 5, unreported: 1, unjudged: 1 }, '：按序时3项，不计序时1项，未报送1项'],
    [{ held: 5 }, '，均为“按序时”'],
    [{ held: 1, late: 1 }, '，状态为“滞后”'],
    [{ held: 0 }, ''],
  ])('%j', (some, expected) => expect(countsText(counts(some), lights)).toBe(expected));
});

describe('names', () => {
  const names = (number: number) => Array.from({ length: number }, (_, i) => `${i + 1}区`);
  it.each([
    [1, '1区'],
    [2, '1区、2区'],
    [5, '1区、2区、3区、4区、5区'],
    [6, '1区、2区、3区、4区、5区等6个'],
  ])('of %i', (number, expected) => expect(namesText(names(number))).toBe(expected));

  it('that are called one by one, up to twenty', () => {
    expect(allNamesText(names(20)).endsWith('、20区')).toBe(true);
    expect(allNamesText(names(21)).endsWith('、20区等')).toBe(true);
  });
});

describe('the ranking', () => {
  const ranked = (...rows: [string, number, string][]) => rows.map(([name, rank, score]) => ({ name, rank, score }));
  it.each([
    ['nobody', ranked(), ''],
    ['one', ranked(['甲区', 1, '50.0%']), '参加排名的只有甲区，综合完成率50.0%。'],
    [
      'all tied',
      ranked(['甲区', 1, '50.0%'], ['乙县', 1, '50.0%']),
      '参加排名的2个区、县（市）综合完成率相同，均为50.0%，并列第1位。',
    ],
    [
      'two of different rate',
      ranked(['甲区', 1, '50.0%'], ['乙县', 2, '25.0%']),
      '甲区综合完成率列第1位（50.0%），乙县列末位（25.0%）。',
    ],
    [
      'ties at both ends',
      ranked(['甲区', 1, '50.0%'], ['乙县', 1, '50.0%'], ['丙市', 3, '9.0%'], ['丁区', 3, '9.0%']),
      '甲区、乙县综合完成率并列第1位（50.0%），丙市、丁区并列末位（9.0%）。',
    ],
  ])('of %s', (_, rows, expected) => expect(words(rankingPhrase(rows))).toBe(expected));

  it.each([
    [{ rank: 4, sharing: 1, ranked: 13 }, '在参加排名的13个区、县（市）中列第4位'],
    [{ rank: 4, sharing: 2, ranked: 13 }, '在参加排名的13个区、县（市）中并列第4位'],
    [{ rank: 1, sharing: 1, ranked: 1 }, '是唯一参加排名的区、县（市）'],
  ])('as one of them reads it: %j', (rank, expected) => expect(words(rankPhrase(rank, '区、县（市）'))).toBe(expected));
});

describe('a target that holders lag with', () => {
  const spread = (some: Partial<SpreadView>): SpreadView => ({
    id: '1.1',
    clause: '建桥10座',
    leadUnits: ['甲局'],
    completion: { text: '40.0%', number: '0.4', format: '0.0%' },
    againstPace: '低于序时进度10.0个百分点',
    good: false,
    reached: false,
    holders: 12,
    done: 0,
    lagging: 2,
    unreported: 0,
    unfinished: 12,
    laggards: ['甲区', '乙县'],
    spread: null,
    level: null,
    light: { label: '略慢', mark: '△', tone: 'slow' },
    ...some,
  });
  const good = { againstPace: '高于序时进度2.0个百分点', good: true };
  const done = { completion: { text: '112.0%', number: '1.12', format: '0.0%' }, good: true, reached: true };

  it.each([
    [{}, '全市完成率40.0%，低于序时进度10.0个百分点，12个承担单位中2个滞后（甲区、乙县）。'],
    [good, '全市完成率40.0%，高于序时进度2.0个百分点，但12个承担单位中2个滞后（甲区、乙县）。'],
    [{ ...done, unfinished: 9 }, '全市完成率112.0%，但12个承担单位中9个未达100%，其中2个滞后（甲区、乙县）。'],
    [{ ...done, unfinished: 2 }, '全市完成率112.0%，但12个承担单位中2个滞后（甲区、乙县）。'],
    [{ unreported: 3 }, '12个承担单位中2个滞后（甲区、乙县），3个未报送。'],
    [{ lagging: 1, laggards: ['甲区'], completion: null }, '12个承担单位中甲区滞后。'],
    [{ holders: 2 }, '全市完成率40.0%，低于序时进度10.0个百分点，2个承担单位全部滞后。'],
    [{ holders: 1, lagging: 1, laggards: ['市本级'] }, '由市本级承担，滞后。'],
  ])('%j', (some, expected) => expect(words(targetPhrase(spread(some)))).toBe(`1.1 建桥10座（甲局）：${expected}`));

  it('is named by its number where the table says no more', () => {
    expect(words(targetPhrase(spread({ clause: '', leadUnits: [] })))).toMatch(/^目标1\.1：全市/);
  });

  it('is told, too, where it only looks done', () => {
    expect(hiddenText([])).toBe('');
    expect(hiddenText([spread({ ...done, unfinished: 9 }), spread({ ...done, id: '2.1' })])).toBe(
      '全市合计已达100%、仍有承担单位未完成的有目标1.1（全市112.0%，12个承担单位中9个未达100%）、目标2.1（全市112.0%，12个承担单位均未达100%）。',
    );
  });
});

describe('the next steps', () => {
  const facts = (some: Parameters<typeof counts>[0], timeLeft = true) => ({
    month: '2023年6月',
    counts: counts(some),
    timeLeft,
    catchUp: timeLeft,
    lights,
  });
  const district = (unreported: string[] = [], led = true) => ({ district: '甲区', unreported, annex: '附件4', led });

  it.each([
    [facts({ held: 3 }), district(), ['各项任务进度正常，请继续按计划推进，确保全年任务如期完成。']],
    [facts({ held: 3, done: 3 }), district(), ['全年任务已全部完成，请做好查漏补缺和巩固提升。']],
    [facts({ held: 3, unjudged: 3 }), district(), ['请继续按计划推进，确保全年任务如期完成。']],
    [
      facts({ held: 3, late: 1, slow: 1 }),
      district(),
      [
        '请甲区会同牵头单位查明1项任务滞后的原因，按附件1所列“今后每月需完成”数排出赶工计划，明确责任单位和完成时限。',
        '对状态为“略慢”的1项任务加强跟踪，防止转为滞后。',
      ],
    ],
    [
      facts({ held: 3, late: 2, slow: 1 }, false),
      district([], false),
      [
        '请甲区对2项滞后任务逐项查明原因，提出补救措施，明确责任单位和完成时限。',
        '对状态为“略慢”的1项任务抓紧收尾，尽快全面完成。',
      ],
    ],
    [
      facts({ held: 3, unreported: 2 }),
      district(['1.1', '2.1']),
      ['请甲区尽快补报2023年6月月报中目标1.1、2.1的进度，以便更正本期简报。'],
    ],
    [
      facts({ held: 20, unreported: 11 }),
      district(Array.from({ length: 11 }, (_, i) => `${i}.1`)),
      ['请甲区尽快补报2023年6月月报中11项目标（附件4中标为“未报送”）的进度，以便更正本期简报。'],
    ],
    [facts({ held: 3, unreported: 3 }), district(['1.1']), ['请甲区尽快补报2023年6月月报，以便更正本期简报。']],
  ])('of a district: %#', (some, own, expected) => expect(districtSteps(some, own)).toEqual(expected));

  it.each([
    [
      facts({ held: 3 }),
      { silent: [], partial: [], led: true },
      ['各项任务进度正常，请各单位继续按计划推进，确保全年任务如期完成。'],
    ],
    [
      facts({ held: 9, unreported: 4, late: 2 }),
      { silent: ['甲区', '乙县'], partial: ['丙市'], led: true },
      [
        '请甲区、乙县尽快补报2023年6月月报，丙市尽快补齐2023年6月月报所缺数据，以便更正本期简报。',
        '请有关牵头单位会同滞后任务的承担单位对2项滞后任务逐项查明原因，按附件1所列“今后每月需完成”数排出赶工计划，并在下月月报中说明落实情况。',
      ],
    ],
    [
      facts({ held: 9, late: 1 }, false),
      { silent: [], partial: [], led: false },
      ['请滞后任务的承担单位查明1项任务滞后的原因，提出补救措施，并书面报告落实情况。'],
    ],
  ])('of the city: %#', (some, own, expected) => expect(citySteps(some, own)).toEqual(expected));

  it.each([
    [
      facts({ held: 3, unreported: 2 }),
      { unit: '甲局', missing: ['甲区'], city: '市本级', alone: false },
      [
        '请甲局督促甲区尽快补报2023年6月有关任务的进度，以便更正本期简报。',
        '请甲局尽快补报市本级2023年6月有关任务的进度，以便更正本期简报。',
      ],
    ],
    [
      facts({ held: 3 }),
      { unit: '甲局', missing: [], city: null, alone: true },
      ['各项任务进度正常，请继续按计划推进，确保全年任务如期完成。'],
    ],
    [
      facts({ held: 3, late: 3 }),
      { unit: '甲局', missing: [], city: null, alone: false },
      [
        '请甲局会同滞后任务的承担单位对3项滞后任务逐项查明原因，按附件1所列“今后每月需完成”数排出赶工计划，明确责任单位和完成时限。',
      ],
    ],
  ])('of a lead unit: %#', (some, own, expected) => expect(leadUnitSteps(some, own)).toEqual(expected));

  it('never ask to watch what lags already', () => {
    const strict = { ...lights, slow: { ...lights.slow, lags: true } };
    const some = { ...facts({ held: 2, slow: 2 }), lights: strict };
    expect(districtSteps({ ...some, counts: { ...some.counts, lagging: 2 } }, district()).join()).not.toContain('防止');
  });
});
