import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../src/checks/index.ts';
import { sumExplanation } from '../../src/checks/sum-explanation.ts';
import { slipBetween } from '../../src/checks/sum-slips.ts';
import { exact } from '../../src/model/exact.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { parseRegistry } from '../../src/plan/registry/parse.ts';
import { textReader } from '../../src/readers/text.ts';
import { planFile, seedsFolder } from '../support/plan-2023.ts';
import { planOf } from '../support/tables.ts';

const head = '序号|项目名称|量化目标|牵头单位|市本级|甲区|乙县|丙市|西湖名胜区';

/** What is found in rows such as `1|建桥10座|10座|甲局||4座|6座||`. */
function found(...rows: string[]) {
  const { plan, diagnostics } = planOf([head, ...rows].join('\n').replaceAll('|', '\t'));
  if (plan === null) throw new Error(diagnostics.map((d) => d.message.en).join('\n'));
  return checkPlan(plan);
}
const codesOf = (...rows: string[]) => found(...rows).map(({ code, about }) => `${code} ${about.target}`);
const sumOf = (row: string) => found(row).find(({ code }) => code === 'allocation-sum')?.message['zh-CN'] ?? null;

describe('a row that does not add up is explained', () => {
  it.each([
    ['nothing where it adds up', '1|建桥10座|10座|甲局||4座|6座||', null],
    [
      'a zone before any other column',
      '1|建桥12座|12座|甲局||5座|5座|2座|5座',
      '不计西湖名胜区（或另外2列中任一列）则相符',
    ],
    ['a column alone', '1|建桥12座|12座|甲局|3座|5座|7座||', '不计市本级也相符'],
    [
      'a cell ten times too large',
      '1|建桥1248座|1248座|甲局||400座|600座|2480座|',
      '丙市为248座（现为2480座，相差十倍）',
    ],
    ['a cell ten times too small', '1|建桥1000座|1000座|甲局||400座|60座||', '乙县为600座（现为60座，相差十倍）则相符'],
    [
      'a cell a hundred times too large',
      '1|建桥1000座|1000座|甲局||400座|60000座||',
      '乙县为600座（现为60000座，相差百倍）',
    ],
    ['a cell in 万', '1|建桥1000座|1000座|甲局||400座|600万座||', '乙县为0.06万座（现为600万座，相差万倍）'],
    ['two digits swapped', '1|建桥1000座|1000座|甲局||436座|537座||', '甲区为463座（现为436座，两位数字颠倒）'],
    ['swapped digits of the target', '1|建桥1090座|1090座|甲局||404座|605座||', '量化目标为1009座（两位数字颠倒）'],
    ['one digit of the target', '1|建桥1000座|1000座|甲局||1000座|50座||', '量化目标为1050座（差一位数字）'],
    [
      'decimals as they are printed',
      '1|造林9.5公顷|9.5公顷|甲局||4.5公顷|0.5公顷||',
      '乙县为5公顷（现为0.5公顷，相差十倍）',
    ],
  ])('by %s', (what, row, expected) => {
    const message = sumOf(row);
    if (expected === null) expect(message).toBeNull();
    else expect(message, what).toContain(expected);
  });

  it('by nothing where nothing explains it, and never by many cells', () => {
    expect(sumOf('1|建桥1000座|1000座|甲局||517座|222座||')).toMatch(/相差261座$/);
    expect(sumOf('1|建桥60座|60座|甲局||21座|22座|23座|')).not.toContain('甲区为');
  });

  it('with the figures that it is about, whatever the order of the columns', () => {
    const [one] = found('1|建桥12座|12座|甲局|3座|5座|7座||');
    expect(one?.data).toEqual({
      target: '1.1',
      stated: '12座',
      total: '15座',
      difference: '3座',
      figures: '乙县7座、市本级3座、甲区5座',
    });
  });

  it.each([
    ['4', '40', 'ten'],
    ['0.92', '9200', 'myriad'],
    ['125', '152', 'swap'],
    ['9.25', '9.52', 'swap'],
    ['125', '135', 'digit'],
    ['9.2', '9.25', 'digit'],
    ['125', '521', null],
    ['1234', '2143', null],
    ['125', '25', null],
    ['125', '125', null],
    ['0', '10', null],
  ])('%s and %s: %s', (a, b, slip) => {
    expect(slipBetween(a, b)).toBe(slip);
    expect(slipBetween(b, a)).toBe(slip);
  });
});

describe('an explanation', () => {
  const explain = (target: number, figures: Readonly<Record<string, number>>) => {
    const quantity = (value: number) => ({ value: String(value), unit: '座' });
    const cells = Object.entries(figures).map(([column, value]) => [column, quantity(value)] as const);
    const total = Object.values(figures).reduce((a, b) => a + b);
    return sumExplanation(quantity(target), cells, exact(String(total - target)));
  };

  it('names what is likeliest first, in both languages', () => {
    expect(explain(12, { 甲区: 5, 乙县: 5, 丙市: 2, 西湖名胜区: 5 })).toEqual({
      'zh-CN': '；不计西湖名胜区（或另外2列中任一列）则相符，量化目标为17座（差一位数字）也相符',
      en: '; they agree without 西湖名胜区 (or any one of 2 others), or with 17座 instead of 12座 for the target (one digit off)',
    });
    expect(explain(15, { 甲区: 5, 乙县: 7, 丙市: 10 }).en).toBe('; they agree without 乙县');
  });

  it('is given for one or two cells that one digit would put right, and not for more', () => {
    expect(explain(100, { 甲区: 14, 乙县: 89 })['zh-CN']).toBe(
      '；量化目标为103座（差一位数字）则相符，甲区为11座（现为14座，差一位数字）也相符，乙县为86座（现为89座，差一位数字）也相符',
    );
    expect(explain(100, { 甲区: 14, 乙县: 25, 丙市: 64 })['zh-CN']).toBe('；量化目标为103座（差一位数字）则相符');
  });

  it('leaves such cells out where there are two better ones', () => {
    expect(explain(100, { 甲区: 59, 乙县: 41, 西湖名胜区: 30 })['zh-CN']).toBe(
      '；不计西湖名胜区则相符，量化目标为130座（差一位数字）也相符',
    );
  });

  it('is one of three at most', () => {
    expect(explain(70, { 甲区: 10, 乙县: 10, 丙市: 50, 西湖名胜区: 9 })['zh-CN']).toBe(
      '；不计西湖名胜区则相符，甲区为1座（现为10座，相差十倍）也相符，乙县为1座（现为10座，相差十倍）也相符',
    );
  });
});

describe('the checks of a plan', () => {
  const row = (no: number, words: string, ...figures: number[]) =>
    `${no}|${words}${figures.reduce((a, b) => a + b)}座|${figures.reduce((a, b) => a + b)}座|甲局||${figures.map((n) => `${n}座`).join('|')}|`;

  it('find rows that differ in no figure, across projects and in any order', () => {
    expect(codesOf(row(1, '建桥', 5, 6, 7), row(2, '修桥', 5, 6, 7))).toEqual(['twin-rows 2.1']);
    expect(codesOf(row(1, '建桥', 5, 6, 7), row(2, '修桥', 5, 7, 6))).toEqual([]);
    expect(codesOf(row(1, '建桥', 5, 5, 5), row(2, '修桥', 5, 5, 5))).toEqual([]);
    expect(codesOf('1|建桥11座|11座|甲局||5座|6座||', '2|修桥11座|11座|甲局||5座|6座||')).toEqual([]);
  });

  it('find a target that is not allocated, and tell a note from nothing', () => {
    expect(codesOf('1|建桥10座|10座|甲局||||由市级统筹实施，不作分解，年底统一考核。||')).toEqual([
      'note-without-figures 1.1',
    ]);
    const noteOf = (length: number) => {
      const note = `由市级统筹${'实施'.repeat(20)}`.slice(0, length);
      return found(`1|建桥10座|10座|甲局||||${note}||`)[0]?.message['zh-CN'].split('：')[1];
    };
    expect([noteOf(30)?.length, noteOf(30)?.endsWith('…')]).toEqual([30, false]);
    expect([noteOf(31)?.length, noteOf(31)?.endsWith('…')]).toEqual([31, true]);
    expect(codesOf('1|建桥10座|10座|甲局|||||')).toEqual([]); // reading says plan-target-unallocated
    expect(codesOf('1|发放育儿券|育儿券|甲局|||||')).toEqual([]);
    expect(codesOf('1|建桥10座|10座|甲局|10座||||')).toEqual([]);
  });

  it('add up no figures of different units', () => {
    expect(codesOf('1|建桥10座|10座|甲局||4座|7处||')).toEqual(['cell-unit 1.1']);
    expect(codesOf('1|建桥10万座|10万座|甲局||40000座|6万座||')).toEqual(['cell-unit 1.1']);
  });

  it('find a task that stands in the table twice', () => {
    const twice = [row(1, '完成居民小区供水设施改造', 5, 6, 7), row(2, '完成居民小区供水设施改造', 1, 2, 3)];
    expect(codesOf(...twice)).toEqual(['clause-twice 2.1']);
    expect(codesOf(row(1, '建桥', 5, 6, 7), row(2, '建桥', 1, 2, 3))).toEqual([]);
    expect(codesOf(row(1, '改造桥护栏', 5, 6, 7), row(2, '改造桥护栏', 1, 2, 3))).toEqual(['clause-twice 2.1']);
    expect(codesOf(row(1, '改造护栏', 5, 6, 7), row(2, '改造护栏', 1, 2, 3))).toEqual([]);
    expect(codesOf(twice[0] as string, row(2, '完成居民小区供电设施改造', 1, 2, 3))).toEqual([]);
  });

  it('find the same row twice in a project, but not two figures of one clause', () => {
    const project = '1|新辟优化城乡公交线路30条|20条|甲局||20条|||';
    expect(codesOf(project, '||10条|甲局||10条|||')).toEqual([]);
    expect(codesOf(project.replace('30', '40'), '||20条|甲局||20条|||')).toEqual(['clause-twice 1.2']);
  });

  it('find figures under a target without a number', () => {
    const [only, ...others] = found('1|建桥|应建尽建|甲局||4座|6座||');
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      code: 'target-number-missing',
      data: { text: '应建尽建', figures: '乙县6座、甲区4座' },
    });
    expect(only?.message['zh-CN']).toContain('2列却有分解数');
    // What reading has told already is not told again.
    expect(codesOf('1|建桥|10—12座|甲局||4座|6座||')).toEqual([]);
  });

  it('tell of the 2023 table what is so, and no more', () => {
    const { plan } = readPlan(textReader.read(planFile.bytes, planFile.name).blocks, planFile.name);
    expect(plan && checkPlan(plan).map((d) => `${d.severity} ${d.code} ${d.about.target}`)).toEqual([
      'warning allocation-sum 6.3',
      'warning allocation-sum 12.1',
      'warning allocation-sum 13.3',
      'info note-without-figures 13.2',
      'info twin-rows 2.1',
    ]);
  });
});

describe('a column of the registry', () => {
  const parsed = parseRegistry(readFileSync(`${seedsFolder}/columns.yaml`, 'utf8'));
  const registry = 'registry' in parsed ? parsed.registry : null;
  const all = [
    '上城区',
    '拱墅区',
    '西湖区',
    '滨江区',
    '萧山区',
    '余杭区',
    '临平区',
    '钱塘区',
    '富阳区',
    '临安区',
    '桐庐县',
  ];
  const rest = ['淳安县', '建德市', '杭州西湖风景名胜区'];
  const missing = (year: number, columns: readonly string[]) => {
    const rows = ['序号', '项目名称', '量化目标', '牵头单位', ...columns].join('\t');
    const text = `${year}年民生实事项目任务分解表\n${rows}\n1\t建桥3座\t3座\t甲局\t3座${'\t'.repeat(columns.length - 1)}`;
    return planOf(text, registry)
      .diagnostics.filter(({ code }) => code === 'plan-column-missing')
      .map(({ about }) => about.column);
  };

  it('that the table lacks is named', () => {
    expect(missing(2023, [...all, ...rest])).toEqual([]);
    expect(missing(2023, [...all, '淳安县', '杭州西湖风景名胜区'])).toEqual(['建德市']);
    expect(missing(2023, [...all.filter((name) => name !== '上城区'), '上城', ...rest])).toEqual([]);
  });

  it('is expected in the years that have it, and in no other', () => {
    const of2018 = [
      '上城区',
      '下城区',
      '江干区',
      '拱墅区',
      '西湖区',
      '滨江区',
      '萧山区',
      '余杭区',
      '富阳区',
      '临安区',
      '桐庐县',
    ];
    const zones = ['大江东产业集聚区', '杭州经济技术开发区'];
    expect(missing(2018, [...of2018, ...zones, ...rest])).toEqual([]);
    expect(missing(2018, [...of2018.filter((name) => name !== '下城区'), ...zones, ...rest])).toEqual(['下城区']);
    // In the year of a change the table may have been made before or after it.
    expect(missing(2021, [...all, ...rest])).toEqual([]);
    expect(missing(2021, [...of2018, '钱塘新区', ...rest])).toEqual([]);
  });

  it('is not expected in a table of another city', () => {
    expect(missing(2023, ['上城区', '拱墅区', '西湖区'])).toEqual([]);
  });
});
