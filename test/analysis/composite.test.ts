import { describe, expect, it } from 'vitest';
import { monthOf } from '../support/months.ts';

const plan = [
  '序号\t项目名称\t量化目标\t牵头单位\t市本级\t甲区\t乙县\t丙市',
  '1\t建桥100座\t100座\t甲局\t\t40座\t30座\t30座',
  '2\t修路20公里\t20公里\t乙局、甲局\t5公里\t10公里\t5公里\t',
].join('\n');

const assessed = (
  figures: Readonly<Record<string, readonly (string | null)[]>>,
  settings: object = {},
  text = plan,
) => {
  const rows = Object.entries(figures).flatMap(([column, [bridges, roads]]) => [
    ...(bridges ? [`${column},1,,1.1,${bridges},座,`] : []),
    ...(roads ? [`${column},1,,2.1,${roads},公里,`] : []),
  ]);
  const { month, diagnostics } = monthOf(rows, { plan: text, settings });
  if (month === null) throw new Error(diagnostics.map(({ message }) => message.en).join('\n'));
  return month.assessment;
};
const figures = { 市本级: [null, '1'], 甲区: ['60', '2'], 乙县: ['15', '5'], 丙市: ['15'] };
const scores = (settings: object) => assessed(figures, settings).columns.map(({ score }) => score?.toFraction());

describe('综合完成率', () => {
  it('is the unweighted mean of the rates, each counted as at most 100 %', () => {
    expect(scores({})).toEqual(['1/5', '3/5', '3/4', '1/2']);
  });

  it('caps where the office says, and weighs as it says', () => {
    expect(scores({ composite: { cap: 120 } })).toEqual(['1/5', '7/10', '3/4', '1/2']);
    expect(scores({ composite: { weights: { '1.1': 2 } } })).toEqual(['1/5', '11/15', '2/3', '1/2']);
    expect(scores({ composite: { weights: { '1.1': 0.125 } } })).toEqual(['1/5', '13/45', '17/18', '1/2']);
  });

  it('leaves a target of weight 0 out, and has no rate of nothing', () => {
    const { columns } = assessed(figures, { composite: { weights: { '1.1': 0 } } });
    expect(columns.map(({ score, pace, rank }) => [score?.toFraction(), pace?.toFraction(), rank])).toEqual([
      ['1/5', '1/2', null],
      ['1/5', '1/2', 2],
      ['1', '1/2', 1],
      [undefined, undefined, null],
    ]);
  });

  it('weighs the pace that it is compared with alike', () => {
    const settings = { composite: { weights: { '1.1': 3 } }, pace: { targets: { '2.1': { deadlineMonth: 6 } } } };
    expect(assessed(figures, settings).columns.map(({ pace }) => pace?.toFraction())).toEqual([
      '1',
      '5/8',
      '5/8',
      '1/2',
    ]);
  });

  it('is that of lead units, too, over all their tasks, with ranks', () => {
    const { leadUnits } = assessed(figures);
    expect(leadUnits.map(({ name, tasks, score, rank }) => [name, tasks.length, score?.toFraction(), rank])).toEqual([
      // (1 + 1/2 + 1/2 + 1/5 + 1/5 + 1) / 6 and (1/5 + 1/5 + 1) / 3
      ['甲局', 6, '17/30', 1],
      ['乙局', 3, '7/15', 2],
    ]);
    const incomplete = assessed({ ...figures, 丙市: [] });
    // What a district leaves out is not the lead unit's doing: (1 + 1/2 + 1/5 + 1/5 + 1) / 5.
    expect(incomplete.leadUnits.map(({ score, rank, complete }) => [score?.toFraction(), rank, complete])).toEqual([
      ['29/50', 1, false],
      ['7/15', 2, true],
    ]);
  });

  it('changes only between months in which all tasks are known', () => {
    const rows = (period: string, left: readonly string[]) =>
      [
        '市本级,1,,2.1,1,公里,',
        '甲区,1,,1.1,8,座,',
        '甲区,1,,2.1,2,公里,',
        '乙县,1,,1.1,6,座,',
        '乙县,1,,2.1,1,公里,',
        '丙市,1,,1.1,6,座,',
      ]
        .filter((row) => !left.some((name) => row.startsWith(name)))
        .map((row) => `${period},${row}`);
    const changes = (left: readonly string[]) =>
      monthOf([...rows('2023-05', left), ...rows('2023-06', [])], { plan }).month?.assessment.leadUnits.map(
        ({ change }) => change?.toFraction() ?? null,
      );
    expect(changes([])).toEqual(['0', '0']);
    expect(changes(['丙市'])).toEqual([null, '0']);
  });

  it('shares ranks among equal lead units: 1, 1, 3', () => {
    const three = [
      '序号\t项目名称\t量化目标\t牵头单位\t甲区',
      ...['甲局', '乙局', '丙局'].map((unit, i) => `${i + 1}\t建桥${i + 3}座\t${i + 3}座\t${unit}\t${i + 3}座`),
    ].join('\n');
    const { month } = monthOf(['甲区,1,,1.1,3,座,', '甲区,1,,2.1,1,座,', '甲区,1,,3.1,5,座,'], { plan: three });
    expect(month?.assessment.leadUnits.map(({ name, rank }) => [name, rank])).toEqual([
      ['甲局', 1],
      ['乙局', 3],
      ['丙局', 1],
    ]);
  });
});

describe('the spread behind a total', () => {
  it('shows the districts that a total above 100 % hides', () => {
    const { targets } = assessed({ 市本级: [null, '5'], 甲区: ['85', '10'], 乙县: ['12', '5'], 丙市: ['14.5'] });
    const [bridges, roads] = targets;
    expect(bridges?.completion?.toFraction()).toBe('223/200');
    expect(bridges?.spread).toMatchObject({
      rated: 3,
      belowWhole: 2,
      belowPace: 2,
      highest: { columns: ['甲区'] },
      lowest: { columns: ['乙县'] },
    });
    expect([bridges?.spread?.highest.rate.toFraction(), bridges?.spread?.lowest.rate.toFraction()]).toEqual([
      '17/8',
      '2/5',
    ]);
    expect(roads?.spread).toMatchObject({ rated: 3, belowWhole: 0, belowPace: 0 });
    expect(roads?.spread?.highest.columns).toEqual(['市本级', '甲区', '乙县']);
    expect(roads?.spread?.lowest.columns).toEqual(['市本级', '甲区', '乙县']);
  });

  it('counts those below a pace and not those at it', () => {
    const { targets } = assessed({ 甲区: ['20', '4.9'], 乙县: ['14'], 丙市: ['30'] });
    expect(targets[0]?.spread).toMatchObject({ rated: 3, belowWhole: 2, belowPace: 1, highest: { columns: ['丙市'] } });
    expect(targets[1]?.spread).toMatchObject({ rated: 1, belowPace: 1 });
  });

  it('shows 223 % as it is, with and without a figure that is missing', () => {
    const { targets } = assessed({ 甲区: ['89.2', '3'], 乙县: ['15'], 丙市: ['15'] });
    const [bridges, roads] = targets;
    expect(bridges?.spread?.highest.rate.toFraction()).toBe('223/100');
    expect([roads?.unreported, roads?.status, roads?.spread?.rated]).toEqual([2, null, 1]);
    expect(assessed({ 甲区: ['1'] }).targets[1]?.spread).toBeNull();
  });
});

describe('shares and limits', () => {
  it('are never added, and their holders are still rated each by its own', () => {
    const shares =
      '序号\t项目名称\t量化目标\t牵头单位\t甲区\t乙县\n1\t覆盖率达到90%\t90%\t甲局\t92%\t80%\n2\t投诉率5%以内\t5%以内\t甲局\t5%\t4%';
    const { month } = monthOf(['甲区,1,,1.1,46,%,', '甲区,1,,2.1,3,%,', '乙县,1,,1.1,80,%,', '乙县,1,,2.1,3,%,'], {
      plan: shares,
    });
    expect(
      month?.assessment.targets.map(({ done, completion, spread }) => [
        done,
        completion,
        spread?.lowest.rate.toFraction() ?? null,
      ]),
    ).toEqual([
      [null, null, '1/2'],
      [null, null, null],
    ]);
  });
});

describe('a part of a target', () => {
  it('is never added to the whole', () => {
    const parts =
      '序号\t项目名称\t量化目标\t牵头单位\t甲区\t乙县\n1\t新增托位\t新增托位5000个\t甲局\t3000个\t2000个\n\t\t其中：普惠托位3000个\t甲局\t2000个\t1000个';
    const rows = ['甲区,1,,1.1,1500,个,', '甲区,1,,1.2,500,个,', '乙县,1,,1.1,1000,个,', '乙县,1,,1.2,250,个,'];
    const { month } = monthOf(rows, { plan: parts });
    const { targets } = month?.assessment ?? { targets: [] };
    expect(
      targets.map(({ target, done, completion }) => [target.partOf, done?.value, completion?.toFraction()]),
    ).toEqual([
      [null, '2500', '1/2'],
      ['1.1', '750', '1/4'],
    ]);
  });
});
