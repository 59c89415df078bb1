import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../src/model/settings.ts';
import { loadMonth } from '../../src/month/pipeline.ts';
import { bridges } from '../support/months.ts';
import { theme } from '../support/theme.ts';

/** A month from rows such as `2023-06,甲局,市本级,1.1,2,座,`: month, reporter, column, target, figure, unit, reason. */
const monthOf = (...rows: string[]) => monthIn(bridges, ...rows);

function monthIn(plan: string, ...rows: string[]) {
  const text = ['月份,填报单位,区县,目标编号,累计完成,单位,数字下降的原因', ...rows].join('\n');
  const bytes = (words: string) => new TextEncoder().encode(words);
  return loadMonth({
    plan: { name: '计划.txt', bytes: bytes(plan) },
    returns: [{ name: '月报.csv', bytes: bytes(text) }],
    period: '2023-06',
    settings: settingsSchema.parse({}),
    marks: theme.marks,
    issued: null,
  });
}

const found = (...rows: string[]) =>
  monthOf(...rows).diagnostics.map((d) => `${d.severity} ${d.code} ${d.about.column ?? ''} ${d.about.target ?? ''}`);
const districts = ['2023-06,甲区,,1.1,2,座,', '2023-06,乙县,,1.1,3,座,'];

describe('lead units', () => {
  it('report the figure of 市本级, which then counts as if it had reported itself', () => {
    const { month, diagnostics } = monthOf(...districts, '2023-06,甲局,市本级,1.1,1,座,');
    expect(diagnostics).toEqual([]);
    expect(month?.assessment.tasks.map(({ column, done }) => [column, done?.value])).toEqual([
      ['市本级', '1'],
      ['甲区', '2'],
      ['乙县', '3'],
    ]);
  });

  it('never replace what a column reports itself, but stand in where it gave no figure', () => {
    const own = monthOf(
      '2023-06,甲区,,1.1,2,座,',
      '2023-06,乙县,,1.1,未报送,座,',
      '2023-06,市本级,,1.1,1,座,',
      '2023-06,甲局,甲区,1.1,4,座,',
      '2023-06,甲局,乙县,1.1,3,座,',
    );
    expect(own.month?.assessment.tasks.map(({ done }) => done?.value)).toEqual(['1', '2', '3']);
  });

  it('may report the whole city, which is compared with the sum of the columns', () => {
    const city = '2023-06,甲局,市本级,1.1,1,座,';
    expect(found(...districts, city, '2023-06,甲局,,1.1,6,座,')).toEqual([]);
    expect(found(...districts, city, '2023-06,甲局,,1.1,7,座,')).toEqual(['warning lead-unit-differs 甲局 1.1']);
    expect(found(...districts.slice(1), city, '2023-06,甲局,,1.1,7,座,')).toEqual(['warning return-missing 甲区 ']);
  });

  it('are told apart from the columns while some have no figure, if those that have exceed them already', () => {
    const [a, b] = districts as [string, string];
    const whole = (figure: string) => `2023-06,甲局,,1.1,${figure},座,`;
    expect(found(a, b, whole('4'))).toEqual(['warning return-missing 市本级 ', 'warning lead-unit-differs 甲局 1.1']);
    expect(found(a, b, whole('5'))).toEqual(['warning return-missing 市本级 ']);
    const { diagnostics } = monthOf(a, b, whole('4'));
    expect(diagnostics.at(-1)?.message['zh-CN']).toBe('目标1.1全市累计，甲局报4座，已报各列合计已达5座');
  });

  it('are compared with a column that reports itself, whichever is higher', () => {
    const city = '2023-06,市本级,,1.1,1,座,';
    const lead = (figure: string, unit = '座') => `2023-06,甲局,甲区,1.1,${figure},${unit},`;
    expect(found(...districts, city, lead('2'))).toEqual([]);
    expect(found(...districts, city, lead('3'))).toEqual(['warning lead-unit-column 甲区 1.1']);
    expect(found(...districts, city, lead('1'))).toEqual(['warning lead-unit-column 甲区 1.1']);
    expect(found(...districts, city, lead('0.0002', '万座'))).toEqual([]);
  });

  it('are compared target by target, and only in sums that can be made', () => {
    const more = [
      bridges,
      '2\t修亭20座\t20座\t甲局\t\t8座\t12座',
      '3\t投诉率控制在5%以内\t5%以内\t甲局\t\t5%\t4%',
      '4\t新增就业90人\t90人\t甲局\t由市级统筹实施，不作分解。\t\t',
    ].join('\n');
    const others = ['甲区,,2.1,5,座,', '乙县,,2.1,6,座,', '甲区,,3.1,4,%,', '乙县,,3.1,3,%,', '市本级,,1.1,1,座,'];
    const lead = [
      '甲局,甲区,2.1,5,座,',
      '甲局,甲区,1.1,未报送,座,',
      '甲局,,3.1,2,%,',
      '甲局,,4.1,30,人,',
      '甲局,,2.1,11,座,',
    ];
    const rows = [...districts, ...[...others, ...lead].map((row) => `2023-06,${row}`)];
    expect(monthIn(more, ...rows).diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    const slip = rows.map((row) => row.replace('乙县,,2.1,6,座', '乙县,,2.1,60,万座'));
    expect(monthIn(more, ...slip).diagnostics.filter(({ code }) => code === 'lead-unit-differs')).toEqual([]);
  });

  it.each([
    ['another unit than the target has', '2023-06,甲局,,1.1,6,个,', 'error lead-unit-figure 甲局 1.1'],
    ['a target that is none', '2023-06,甲局,,9.9,6,座,', 'error return-target-unknown 甲局 9.9'],
    ['a column that is none', '2023-06,甲局,丙市,1.1,6,座,', 'error lead-unit-target 甲局 1.1'],
  ])('are stopped at %s', (_, row, expected) => {
    expect(found(...districts, '2023-06,市本级,,1.1,1,座,', row)).toContain(expected);
  });

  it('alone speak for a column: a district cannot report another’s figure', () => {
    expect(found(...districts, '2023-06,市本级,,1.1,1,座,', '2023-06,甲区,乙县,1.1,4,座,')).toContain(
      'error lead-unit-target 甲区 1.1',
    );
  });

  it('cannot report a figure twice', () => {
    const twice = found(...districts, '2023-06,甲局,市本级,1.1,1,座,', '2023-06,甲局,市本级,1.1,2,座,');
    expect(twice).toEqual(['error return-target-twice 甲局 1.1']);
  });

  it('are asked about a figure of theirs that falls, with the reason they gave', () => {
    const rows = [
      ...districts,
      '2023-06,甲局,市本级,1.1,1,座,',
      '2023-06,甲局,,1.1,6,座,审计核减',
      '2023-05,甲局,,1.1,7,座,',
      '2023-05,甲局,市本级,1.1,2,座,',
    ];
    const { diagnostics } = monthOf(...rows);
    expect(diagnostics.map((d) => [d.code, d.about.column, d.data['reason']])).toEqual([
      ['cumulative-falls', '市本级', ''],
      ['cumulative-falls', '甲局', '审计核减'],
    ]);
    expect(diagnostics[1]?.message['zh-CN']).toContain('填报原因：审计核减');
  });
});
