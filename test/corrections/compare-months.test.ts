import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Month } from '../../src/briefings/month.ts';
import { changesFor } from '../../src/corrections/compare-months.ts';
import type { Change } from '../../src/model/correction.ts';
import { settingsSchema } from '../../src/model/settings.ts';
import { judgeMonth, readMonth } from '../../src/month/pipeline.ts';
import { decisionOn } from '../support/decisions.ts';
import { bridges, full, monthOf } from '../support/months.ts';
import { theme } from '../support/theme.ts';

function month(rows: readonly string[], options: Parameters<typeof monthOf>[1] = {}): Month {
  const judged = monthOf(rows, options);
  if (judged.month === null) throw new Error(judged.diagnostics.map((d) => d.message['zh-CN']).join('\n'));
  return judged.month;
}

/** `甲区 1.1 figure 2座→3座` */
const line = ({ kind, target, column, before, after }: Change) =>
  [column ?? '全市', target, kind, `${before?.text ?? '无'}→${after?.text ?? '无'}`].filter(Boolean).join(' ');
const lines = (before: Month, after: Month, audience = '全市') => changesFor(before, after, audience).map(line);

describe('what changed between two editions', () => {
  const june = month(full('1', '2', '1'));

  it('is a figure, and what follows from it', () => {
    const corrected = month(full('1', '2', '3'));
    const own = ['乙县 score 25.0%→75.0%', '乙县 rank 2→1', '乙县 1.1 figure 1座→3座'];
    expect(lines(june, corrected, '乙县')).toEqual(own);
    expect(lines(june, corrected, '甲区')).toEqual(['甲区 rank 1→2']);
    expect(lines(june, corrected)).toEqual([
      '乙县 score 25.0%→75.0%',
      '甲局 score 41.7%→58.3%',
      '甲区 rank 1→2',
      '乙县 rank 2→1',
      '乙县 1.1 figure 1座→3座',
    ]);
  });

  it('is for a lead unit what changed with its targets, also where it bears the name of a column', () => {
    const led = { plan: bridges.replace('甲局', '甲区') };
    const [before, after] = [month(full('1', '2', '1'), led), month(full('1', '2', '3'), led)];
    expect(lines(before, after, '甲区')).toEqual(['甲区 rank 1→2']);
    expect(lines(before, after, '甲区（牵头单位）')).toEqual(['甲区 score 41.7%→58.3%', '乙县 1.1 figure 1座→3座']);
  });

  it('is a return that came late, and the finding that is gone with it', () => {
    const late = month(full('1', '2', '1').slice(0, 2));
    expect(lines(late, june, '乙县')).toEqual([
      '乙县 score 数据不全→25.0%',
      '乙县 rank 不排名→2',
      '乙县 1.1 figure 未报送→1座',
      expect.stringMatching(/^乙县 finding .*未报送.*→无$/),
    ]);
    expect(lines(june, late, '乙县').at(-1)).toMatch(/^乙县 finding 无→.*未报送/);
    // Its lead unit reads of a holder that is missing, and of nobody else.
    expect(lines(june, late, '甲局').at(-1)).toMatch(/^全市 finding 无→.*乙县.*未报送/);
  });

  it('is a task of another size, one that was given and one that was taken away', () => {
    const plan = bridges.replace('10座\t甲局\t2座\t4座\t4座', '10座\t甲局\t2座\t8座\t');
    const moved = month(full('1', '2', '1').slice(0, 2), { plan });
    expect(lines(june, moved, '甲区')).toEqual(['甲区 score 50.0%→25.0%', '甲区 1.1 task 4座→8座']);
    expect(lines(june, moved, '乙县')).toEqual([
      '乙县 score 25.0%→数据不全',
      '乙县 rank 2→不排名',
      '乙县 1.1 figure 1座→无任务',
      '乙县 1.1 task 4座→无任务',
    ]);
    expect(lines(moved, june, '乙县')).toContain('乙县 1.1 task 无任务→4座');
  });

  it('is the target itself, its lead unit and its number', () => {
    const other = bridges.replace('10座\t甲局', '11座\t乙局').replace('\n1\t', '\n3\t');
    const changed = month(
      full('1', '2', '1').map((row) => row.replace(',1.1,', ',3.1,')),
      { plan: other },
    );
    const own = lines(june, changed, '甲区');
    expect(own).toEqual(
      expect.arrayContaining(['全市 3.1 target 10座→11座', '全市 3.1 wording 1.1→3.1', '全市 3.1 wording 甲局→乙局']),
    );
    // The same task under another number has the figure that it had.
    expect(own.filter((text) => text.includes('figure'))).toEqual([]);
    expect(lines(june, changed, '乙局')).toEqual(expect.arrayContaining(['全市 3.1 wording 甲局→乙局']));
  });

  it('is a light that changed with its threshold, and the legend that says so', () => {
    const { lights } = settingsSchema.parse({});
    const strict = month(full('1', '2', '1'), {
      settings: { lights: { ...lights, lagging: { ...lights.lagging, from: -20 } } },
    });
    expect(lines(june, strict, '乙县')).toEqual([
      '乙县 1.1 status ▲滞后→■严重滞后',
      expect.stringMatching(/^全市 statement .*30个百分点.*→.*20个百分点/),
    ]);
  });

  it('is what was decided on a finding that stays', () => {
    const plan = bridges.replace('10座\t甲局', '11座\t甲局');
    const files = { name: '计划.txt', bytes: new TextEncoder().encode(plan) };
    const rows = full('1', '2', '1').map((row) => `2023-06,${row}`);
    const header = '月份,填报单位,版次,截止日期,目标编号,累计完成,单位,数据性质';
    const returns = [{ name: '月报.csv', bytes: new TextEncoder().encode([header, ...rows].join('\n')) }];
    const readings = readMonth({ plan: files, returns });
    const asked = { period: '2023-06', settings: settingsSchema.parse({}), marks: theme.marks, issued: null } as const;
    const before = judgeMonth(readings, asked);
    const sum = before.diagnostics.find(({ code }) => code === 'allocation-sum');
    if (before.month === null || sum === undefined) throw new Error('the sum is not told');
    const { month: after } = judgeMonth({ ...readings, decisions: [decisionOn(sum)] }, asked);
    const found = changesFor(before.month, after ?? before.month, '甲区');
    expect(found.map(({ kind, subject, after: now }) => [kind, subject, now?.text])).toEqual([
      ['finding', sum.message['zh-CN'], expect.stringMatching(/督查室联络员.*2023年3月1日/)],
    ]);
  });

  it('is nothing where only what is not printed differs', () => {
    const plan = '序号\t项目名称\t量化目标\t牵头单位\t甲区\n1\t修路30000米\t30000米\t甲局\t30000米';
    const at = (figure: string) => month([`甲区,1,,1.1,${figure},米,`], { plan });
    expect(lines(at('15000'), at('15001'))).toEqual(['甲区 1.1 figure 15000米→15001米']);
  });
});

describe('for any two editions of a month', () => {
  const plan = [
    '序号\t项目名称\t量化目标\t牵头单位\t市本级\t甲区\t乙县\t丙市',
    '1\t建桥20座\t20座\t甲局\t2座\t8座\t4座\t6座',
    '2\t修路30公里\t30公里\t乙局\t\t10公里\t10公里\t10公里',
    '3\t植树90棵\t90棵\t甲局\t30棵\t30棵\t\t30棵',
  ].join('\n');
  const columns = ['市本级', '甲区', '乙县', '丙市'];
  const units = ['座', '公里', '棵'];
  const held = (target: number, column: number) => !(target === 1 && column === 0) && !(target === 2 && column === 2);
  const cells = units.flatMap((_, target) => columns.map((_, column) => [target, column] as const));
  const tasks = cells.filter(([target, column]) => held(target, column));
  type Figures = readonly (number | null)[];
  const figures = fc.array(fc.option(fc.integer({ min: 0, max: 9 }), { freq: 5 }), {
    minLength: tasks.length,
    maxLength: tasks.length,
  });
  const build = (values: Figures) =>
    month(
      tasks.flatMap(([target, column], index) => {
        const value = values[index];
        return value == null ? [] : [`${columns[column]},1,,${target + 1}.1,${value},${units[target]},`];
      }),
      { plan },
    );
  const months = fc
    .tuple(figures, figures)
    .filter((both) => both.every((values) => values.some((value) => value !== null)));

  it('lists nothing between a month and itself', () => {
    fc.assert(
      fc.property(months, ([values]) => {
        for (const audience of [...columns, '全市', '甲局'])
          expect(changesFor(build(values), build(values), audience)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('lists every changed figure once, for the city and for the column that it belongs to', () => {
    fc.assert(
      fc.property(months, ([then, now]) => {
        const [before, after] = [build(then), build(now)];
        const city = changesFor(before, after, '全市').filter(({ kind }) => kind === 'figure');
        const own = columns
          .flatMap((column) => changesFor(before, after, column))
          .filter(({ kind }) => kind === 'figure');
        const expected = tasks.flatMap(([target, column], index) => {
          const [a, b] = [then, now].map((values) =>
            values[index] == null ? '未报送' : `${values[index]}${units[target]}`,
          );
          return a === b ? [] : [`${columns[column]} ${target + 1}.1 figure ${a}→${b}`];
        });
        expect(city.map(line)).toEqual(expected);
        expect(own.map(line).sort()).toEqual([...expected].sort());
      }),
      { numRuns: 40 },
    );
  });

  it('lists the same backwards, with before and after exchanged', () => {
    fc.assert(
      fc.property(months, ([then, now]) => {
        const [before, after] = [build(then), build(now)];
        const forth = changesFor(before, after, '全市');
        const back = changesFor(after, before, '全市').map((one) => ({ ...one, before: one.after, after: one.before }));
        expect(back.map(line).sort()).toEqual(forth.map(line).sort());
      }),
      { numRuns: 25 },
    );
  });
});
