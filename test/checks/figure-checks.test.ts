import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import { settingsSchema } from '../../src/model/settings.ts';
import type { VersionInForce } from '../../src/month/background.ts';
import { judgeMonth, loadMonth, readMonth } from '../../src/month/pipeline.ts';
import { monthOf, planOfRows } from '../support/months.ts';
import { sampleSources } from '../support/plan-2023.ts';
import { theme } from '../support/theme.ts';

const head = '序号\t项目名称\t量化目标\t牵头单位\t市本级\t甲区\t乙县\t丙市\t丁区';
const plan = [
  head,
  '1\t建桥1000座\t1000座\t甲局\t200座\t400座\t400座\t\t',
  '2\t造林9.5公顷\t9.5公顷\t乙局\t\t5.5公顷\t4公顷\t\t',
  '3\t修路300公里\t300公里\t乙局\t20公里\t40公里\t60公里\t80公里\t100公里',
  '4\t投诉率控制在5%以内\t5%以内\t乙局\t\t5%\t4%\t\t',
  '5\t建亭10个\t10个\t乙局\t\t4个\t6个\t\t',
  '7\t植绿100处\t100处\t乙局\t\t20处\t20处\t30处\t30处',
  '6\t建塔38座\t38座\t乙局\t\t11座\t12座\t10座\t5座',
].join('\n');

/** What is found of one kind in rows such as `2023-05 甲区 1.1 120座`. */
function found(code: string, ...figures: readonly string[]) {
  const rows = figures.map((text) => {
    const [month, reporter, target, figure = ''] = text.split(' ');
    const [, value = figure, unit = ''] = /^([\d.]+)(.*)$/.exec(figure) ?? [];
    return `${month},${reporter},1,,${target},${value},${unit},`;
  });
  const { diagnostics } = monthOf(rows, { plan });
  return diagnostics.filter((d) => d.code === code);
}
const texts = (code: string, ...figures: readonly string[]) => found(code, ...figures).map((d) => d.message['zh-CN']);
const months = (...values: readonly (string | null)[]) =>
  values.flatMap((value, index) => (value === null ? [] : `2023-0${6 - index} 甲区 ${value}`));

describe('a figure a power of ten off', () => {
  it.each([
    ['a nought too many, as last month shows', ['1.1 2050座', '1.1 190座'], '205座'],
    ['two noughts too many', ['1.1 20500座', '1.1 190座'], '205座'],
    ['平方米 for 万', ['2.1 52000公顷', '2.1 5公顷'], '5.2公顷'],
    ['a nought too many, as the task shows', ['1.1 3500座', null], '350座'],
    ['the same digits and a nought', ['1.1 310座', '1.1 31座'], '31座'],
    ['a lost nought', ['1.1 21座', '1.1 190座'], '210座'],
    ['a lost nought, at the most it may have grown', ['1.1 30座', '1.1 200座'], '300座'],
    ['a nought too many, at the most it may be', ['1.1 4800座', '1.1 390座'], '480座'],
    ['the figure of last month and a nought', ['1.1 1900座', '1.1 190座'], '190座'],
    ['the figure of last month without its nought', ['1.1 19座', '1.1 190座'], '190座'],
    ['a lost nought, at the most it may be', ['1.1 48座', '1.1 390座'], '480座'],
    ['just above three times the task', ['1.1 1201座', null], '120.1座'],
  ])('is told with what would fit: %s', (_, values, fits) => {
    expect(found('figure-magnitude', ...months(...values)).map((d) => d.data['fits'])).toEqual([fits]);
  });

  it.each([
    ['that is well above the task', ['1.1 892座', '1.1 700座']],
    ['that is three times the task', ['1.1 1200座', '1.1 110座']],
    ['that grows by leaps', ['1.1 310座', '1.1 30座']],
    ['that would be too large without the nought as well', ['1.1 4810座', '1.1 390座']],
    ['that would be too small without the nought', ['1.1 1900座', '1.1 191座']],
    ['that would have grown by too much with a nought more', ['1.1 29座', '1.1 190座']],
    ['that would be above the task with a nought more', ['1.1 49座', '1.1 390座']],
    ['of one digit', ['1.1 200座', '1.1 20座']],
    ['that falls a little', ['1.1 180座', '1.1 190座']],
    ['that falls to nothing', ['1.1 0座', '1.1 190座']],
    ['that is still nothing', ['1.1 0座', '1.1 0座']],
    ['that comes from nothing', ['1.1 310座', '1.1 0座']],
    ['that fits nothing', ['1.1 1500座', '1.1 350座']],
    ['of which less is better', ['4.1 50%', '4.1 5%']],
    ['in another unit, which is told otherwise', ['1.1 3500万座', null]],
  ])('is no figure %s', (_, values) => expect(found('figure-magnitude', ...months(...values))).toEqual([]));
});

describe('a figure that does not fit', () => {
  it('is told with last month’s where there is one, and about the task of its column', () => {
    const [grown] = found('figure-magnitude', ...months('1.1 2050座', '1.1 190座'));
    expect(grown?.message['zh-CN']).toContain('累计完成2050座，上月为190座，全年任务400座');
    expect(grown?.message.en).toContain('2050座 after 190座 against a task of 400座');
    expect(grown?.about).toMatchObject({ target: '1.1', column: '甲区' });
    const [alone] = found('figure-magnitude', ...months('1.1 3500座', null));
    expect(alone?.message['zh-CN']).toContain('累计完成3500座，全年任务400座');
    expect(alone?.message.en).toContain('3500座 against a task of 400座');
  });

  it('is one of more than one telling digit, noughts inside included', () => {
    expect(found('figure-magnitude', ...months('1.1 101座', '1.1 10.1座'))).toHaveLength(1);
    expect(found('figure-magnitude', ...months('2.1 0.5公顷', '2.1 0.05公顷'))).toEqual([]);
  });
});

describe('no movement', () => {
  it('is about the task of its column', () => {
    const [still] = found('no-movement', ...months('1.1 120座', '1.1 120座', '1.1 120座'));
    expect(still?.about).toMatchObject({ target: '1.1', column: '甲区' });
  });

  it('is told of an unfinished task after two months', () => {
    expect(texts('no-movement', ...months('1.1 120座', '1.1 120座', '1.1 120座'))).toEqual([
      '甲区目标1.1连续两个月没有进展，累计完成仍为120座，全年任务400座',
    ]);
  });

  it.each([
    ['after one month', months('1.1 120座', '1.1 120座', '1.1 110座')],
    ['of a finished task', months('1.1 400座', '1.1 400座', '1.1 400座')],
    ['of a task of a few units', months('5.1 2个', '5.1 2个', '5.1 2个')],
    ['of a task of eleven units', months('6.1 2座', '6.1 2座', '6.1 2座')],
    ['where a month is missing', months('1.1 120座', null, '1.1 120座')],
    ['where less is better', months('4.1 3%', '4.1 3%', '4.1 3%')],
  ])('is not told %s', (_, rows) => expect(texts('no-movement', ...rows)).toEqual([]));

  it('is told of a task that moves by two units in two months', () => {
    const rows = ['2023-06', '2023-05', '2023-04'].map((month) => `${month} 乙县 6.1 2座`);
    expect(texts('no-movement', ...rows)).toHaveLength(1);
    const decimals = months('2.1 1.2公顷', '2.1 1.2公顷', '2.1 1.2公顷');
    expect(texts('no-movement', ...decimals)).toHaveLength(1);
  });

  it('is told in March', () => {
    const rows = ['2023-01', '2023-02', '2023-03'].map((month) => `${month},甲区,1,,1.1,9,座,`);
    const { diagnostics } = monthOf(rows, { plan, period: '2023-03' });
    expect(diagnostics.filter((d) => d.code === 'no-movement')).toHaveLength(1);
  });

  it('is not told before a task has begun', () => {
    const rows = ['2023-04', '2023-05', '2023-06'].map((month) => `${month},甲区,1,,1.1,0,座,`);
    const told = (startMonth: number) => {
      const settings = { pace: { targets: { '1.1': { startMonth } } } };
      return monthOf(rows, { plan, settings }).diagnostics.some((d) => d.code === 'no-movement');
    };
    expect([told(4), told(5)]).toEqual([true, false]);
  });

  it('is not told of a task of which nothing was due in these months', () => {
    const rows = months('1.1 0座', '1.1 0座', '1.1 0座').map((text) => text.split(' '));
    const lines = rows.map(([month, reporter]) => `${month},${reporter},1,,1.1,0,座,`);
    const told = (rule: object) =>
      monthOf(lines, { plan, settings: { pace: { targets: { '1.1': rule } } } }).diagnostics.some(
        (d) => d.code === 'no-movement',
      );
    expect(told({ nodes: { 4: '10%', 7: '100%' } })).toBe(false);
    expect(told({ nodes: { 5: '10%', 7: '100%' } })).toBe(true);
    expect(told({ nodes: { 6: '10%', 7: '100%' } })).toBe(true);
    expect(told({ nodes: { 4: '10%', 7: '100%' }, between: 'linear' })).toBe(true);
  });

  it('is not told before March', () => {
    const rows = ['2023-01,甲区,1,,1.1,9,座,', '2023-02,甲区,1,,1.1,9,座,', '2022-12,甲区,1,,1.1,9,座,'];
    const { diagnostics } = monthOf(rows, { plan, period: '2023-02' });
    expect(diagnostics.filter((d) => d.code === 'no-movement')).toEqual([]);
  });
});

describe('a sudden and exact 100 %', () => {
  it('is told', () => {
    expect(texts('sudden-full', ...months('1.1 400座', '1.1 230座'))).toEqual([
      '甲区目标1.1由上月230座一个月内恰好达到全年任务400座',
    ]);
  });

  it('is told of ten units, not of fewer', () => {
    const jump = (column: string, to: string) => [`2023-06 ${column} 6.1 ${to}座`, `2023-05 ${column} 6.1 1座`];
    expect(texts('sudden-full', ...jump('丙市', '10'))).toHaveLength(1);
    expect(texts('sudden-full', ...jump('丁区', '5'))).toEqual([]);
  });

  it.each([
    ['from more than half', months('1.1 400座', '1.1 240座')],
    ['that is not exact', months('1.1 401座', '1.1 100座')],
    ['of a task of a few units', months('5.1 4个', '5.1 1个')],
    ['without last month', months('1.1 400座')],
  ])('is not told %s', (_, rows) => expect(texts('sudden-full', ...rows)).toEqual([]));
});

describe('the same figure of many columns', () => {
  const reported = (...values: string[]) =>
    ['市本级', '甲区', '乙县', '丙市', '丁区'].map((name, index) => `2023-06 ${name} 3.1 ${values[index]}公里`);

  it('is told where their tasks differ', () => {
    expect(texts('same-figure', ...reported('12', '12', '12', '12', '30'))).toEqual([
      '目标3.1有4列任务不同而累计完成同为12公里（丙市、乙县、市本级、甲区）',
    ]);
  });

  it('is told where tasks differ but in pairs', () => {
    const four = ['甲区', '乙县', '丙市', '丁区'].map((name) => `2023-06 ${name} 7.1 11处`);
    expect(texts('same-figure', ...four)).toHaveLength(1);
  });

  it('is not told of three, of single digits, and of nothing done', () => {
    expect(texts('same-figure', ...reported('10', '10', '10', '10', '30'))).toHaveLength(1);
    expect(texts('same-figure', ...reported('12', '12', '12', '13', '30'))).toEqual([]);
    expect(texts('same-figure', ...reported('9', '9', '9', '9', '9'))).toEqual([]);
    expect(texts('same-figure', ...reported('0', '0', '0', '0', '0'))).toEqual([]);
  });
});

describe('a copied return', () => {
  const may = ['1.1 120座', '2.1 2.5公顷', '3.1 15公里', '5.1 1个'];
  const rows = (month: string, values: readonly string[]) => values.map((value) => `${month} 甲区 ${value}`);

  it('is told where all of it is last month’s', () => {
    expect(texts('return-copied', ...rows('2023-06', may), ...rows('2023-05', may))).toEqual([
      '甲区2023年6月月报各项累计数与2023年5月完全相同（其中未完成4项）',
    ]);
  });

  it('is not told where one figure moved, or nearly all is done', () => {
    expect(texts('return-copied', ...rows('2023-06', may.with(2, '3.1 16公里')), ...rows('2023-05', may))).toEqual([]);
    const three = may.with(2, '3.1 40公里');
    expect(texts('return-copied', ...rows('2023-06', three), ...rows('2023-05', three))).toHaveLength(1);
    const nothing = may.with(2, '3.1 0公里').with(1, '2.1 0公顷');
    expect(texts('return-copied', ...rows('2023-06', nothing), ...rows('2023-05', nothing))).toEqual([]);
    const done = ['1.1 400座', '2.1 5.5公顷', '3.1 15公里', '5.1 1个'];
    expect(texts('return-copied', ...rows('2023-06', done), ...rows('2023-05', done))).toEqual([]);
  });
});

describe('a rate that leaps', () => {
  it('is explained by a task of a few units', () => {
    expect(texts('small-task', ...months('5.1 2个', '5.1 1个'))).toEqual([
      '本月有1个完成率因任务数很小而一次上升20个百分点以上，涉及目标5.1',
    ]);
  });

  it('is left alone otherwise', () => {
    expect(texts('small-task', ...months('5.1 2个', '5.1 2个'))).toEqual([]);
    expect(texts('small-task', ...months('2.1 2.1公顷', '2.1 0.1公顷'))).toEqual([]);
    const larger = ['2023-06 乙县 5.1 2个', '2023-05 乙县 5.1 1个'];
    expect(texts('small-task', ...larger)).toEqual([]);
    const fifth = ['2023-06 丁区 6.1 2座', '2023-05 丁区 6.1 1座', ...larger];
    expect(texts('small-task', ...fifth)).toEqual([expect.stringContaining('1个完成率')]);
  });
});

describe('the cut-off date', () => {
  const cutoffs = (...dates: readonly string[]) =>
    monthOf(
      dates.map((date, index) => `${['市本级', '甲区', '乙县'][index]},1,${date},1.1,2,座,`),
      { plan },
    ).diagnostics.filter((d) => d.code === 'cutoff-date');

  it('is told where a return is as of another day', () => {
    const found = cutoffs('2023-06-25', '2023-06-30', '2023-07-03');
    expect(
      found.map((d) => [d.about.column, d.message['zh-CN'].includes('早于'), d.message.en.includes('after')]),
    ).toEqual([
      ['市本级', true, false],
      ['乙县', false, true],
    ]);
  });

  it('is the one of the settings where none is written', () => {
    expect(cutoffs('', '', '')).toEqual([]);
    const rows = ['市本级,1,,1.1,2,座,', '甲区,1,2023-06-25,1.1,2,座,', '乙县,1,2023-06-30,1.1,2,座,'];
    const { diagnostics } = monthOf(rows, { plan, settings: { cutoffDay: 25 } });
    expect(diagnostics.filter((d) => d.code === 'cutoff-date').map((d) => d.about.column)).toEqual(['乙县']);
  });
});

/** What is said of a printed rate of 甲区, whose task is 400座. */
function ratesOf(figure: string, rate: string) {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const text = `月份,填报单位,目标编号,累计完成,单位,完成率\n2023-06,甲区,1.1,${figure},座,${rate}`;
  const { diagnostics } = loadMonth({
    plan: { name: '计划.txt', bytes: bytes(plan) },
    returns: [{ name: '月报.csv', bytes: bytes(text) }],
    ...{ period: '2023-06', settings: settingsSchema.parse({}), marks: theme.marks, issued: null },
  });
  return diagnostics.filter((d) => d.code === 'printed-rate').map((d) => d.message['zh-CN']);
}

describe('a printed rate', () => {
  it.each([
    ['123', '30.75%'],
    ['123', '30.8%'],
    ['123', '30.7%'],
    ['123', '31%'],
    ['123', '30.8'],
    ['123', '0.31'],
    ['446', '111.5％'],
    ['123', '—'],
    ['123', ''],
  ])('of %s in 400 is right as %s', (figure, rate) => expect(ratesOf(figure, rate)).toEqual([]));

  it.each([
    ['123', '30.9%'],
    ['123', '32%'],
    ['123', '0.31%'],
    ['123', '3.1'],
  ])('of %s in 400 is wrong as %s', (figure, rate) => {
    expect(ratesOf(figure, rate)).toHaveLength(1);
    expect(ratesOf(figure, rate)[0]).toContain(`所报完成率${rate}，按累计完成123座、全年任务400座计算为30.`);
  });
});

it('a printed rate is wrong where it is one unit of its last decimal off', () => {
  expect(ratesOf('120', '31%')).toHaveLength(1);
  expect(ratesOf('120', '30.1%')).toHaveLength(1);
  expect(ratesOf('120', '30.0%')).toEqual([]);
});

describe('a target changed in the year', () => {
  const version = (
    figures: string,
    effective: VersionInForce['effective'],
    documentNumber: string | null,
  ): VersionInForce => ({
    plan: planOfRows([head, figures]),
    effective,
    documentNumber,
    returns: [],
  });
  const first = '1\t建桥1000座\t1000座\t甲局\t200座\t400座\t400座\t\t';
  const second = '1\t建桥1100座\t1100座\t甲局\t200座\t500座\t400座\t\t';
  const changes = (...planVersions: readonly VersionInForce[]) => {
    const last = planVersions.at(-1) as VersionInForce;
    const sources = sampleSources('2023-06');
    const readings = { ...readMonth({ plan: sources.plan, returns: sources.returns }), plan: last.plan, planVersions };
    return judgeMonth(readings, sources).diagnostics.filter((d) => d.code === 'target-changed');
  };

  it('without a document is told, figure by figure', () => {
    const [only, ...others] = changes(version(first, '2023-01', null), version(second, '2023-04', null));
    expect(others).toEqual([]);
    expect(only?.message['zh-CN']).toBe(
      '目标1.1自2023年4月起调整，没有文号：量化目标1000座改为1100座，甲区400座改为500座',
    );
  });

  it('is the one that says the same, wherever it stands now, and of several the one with its number', () => {
    const shared = ['1\t新辟优化城乡公交线路90条\t30条\t甲局\t30条\t\t\t\t', '\t\t60条\t甲局\t60条\t\t\t\t'];
    const before = planOfRows([head, ...shared, first.replace('1', '2')]);
    const after = planOfRows([head, second, ...shared.with(0, (shared[0] as string).replace('1', '2'))]);
    const same = (plan: Plan, effective: VersionInForce['effective']) => ({
      plan,
      effective,
      documentNumber: null,
      returns: [],
    });
    const moved = changes(same(before, '2023-01'), same(after, '2023-04'));
    expect(moved.map((d) => [d.about.target, d.data['before']])).toEqual([['1.1', expect.stringContaining('1000座')]]);
    const edited = planOfRows([
      head,
      ...shared.with(1, (shared[1] as string).replaceAll('60条', '70条')),
      first.replace('1', '2'),
    ]);
    expect(changes(same(before, '2023-01'), same(edited, '2023-04')).map((d) => d.about.target)).toEqual(['1.2']);
  });

  it('is settled by the same version with a document, and told where the first version was replaced in silence', () => {
    const silent = version(second, '2023-04', null);
    expect(changes(version(first, '2023-01', null), silent, { ...silent, documentNumber: '5号' })).toEqual([]);
    expect(changes(version(first, '2023-01', null), version(second, '2023-01', null))).toHaveLength(1);
    expect(changes(version(first, '2023-01', null), version(second, '2023-01', '5号'))).toEqual([]);
  });

  it('is told where it came or went', () => {
    const both = {
      plan: planOfRows([head, first, '2\t建塔5座\t5座\t甲局\t5座\t\t\t\t']),
      documentNumber: null,
      returns: [],
    };
    const went = changes({ ...both, effective: '2023-01' }, version(first, '2023-04', null));
    expect(went.map((d) => d.message['zh-CN'])).toEqual([
      '目标2.1自2023年4月起调整，没有文号：量化目标5座改为无，市本级5座改为无',
    ]);
    const came = changes(version(first, '2023-01', null), { ...both, effective: '2023-04' });
    expect(came.map((d) => d.message.en)).toEqual([
      'target 2.1 was changed from 2023-04 on without a document: the target none → 5座, 市本级 none → 5座',
    ]);
  });

  it('is told with five of its figures, and how many there are', () => {
    const many = '1\t建桥1100座\t1100座\t甲局\t210座\t410座\t410座\t60座\t10座';
    const five = '1\t建桥1000座\t1000座\t甲局\t210座\t390座\t390座\t5座\t5座';
    const said = (row: string) =>
      changes(version(first, '2023-01', null), version(row, '2023-04', null))[0]?.message['zh-CN'];
    expect(said(many)).toMatch(/丙市无改为60座等6处$/);
    expect(said(five)).toMatch(/丁区无改为5座$/);
  });

  it('by a document, or in nothing, is not told', () => {
    expect(changes(version(first, '2023-01', null), version(second, '2023-04', '市政办函〔2023〕45号'))).toEqual([]);
    expect(changes(version(first, '2023-01', null), version(first, '2023-04', null))).toEqual([]);
    expect(changes(version(first, '2023-01', null))).toEqual([]);
  });
});
