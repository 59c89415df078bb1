import { describe, expect, it } from 'vitest';
import { markKind } from '../../src/model/figure-mark.ts';
import { csvReader } from '../../src/readers/csv.ts';
import { readSource } from '../../src/readers/index.ts';
import { readReturns } from '../../src/returns/read-returns.ts';
import { row, sheetFile } from '../support/office-parts.ts';

const read = (text: string) =>
  readReturns(csvReader.read(new TextEncoder().encode(text), '月报.csv').blocks, '月报.csv');
const header = '月份,填报单位,版次,截止日期,目标编号,累计完成,单位,说明,数据性质\n';

describe('returns', () => {
  it('are grouped by reporter, month and revision, and keep the cell of each figure', () => {
    const { returns, diagnostics } = read(
      `${header}2023-06,甲区,1,2023-06-28,1.1,3,座,,示例数据\n2023-06,甲区,2,2023-06-28,1.1,4座,,更正,\n`,
    );
    expect(diagnostics).toEqual([]);
    expect(returns.map((r) => [r.reporter, r.revision, r.sample, r.cutoff])).toEqual([
      ['甲区', 1, true, '2023-06-28'],
      ['甲区', 2, false, '2023-06-28'],
    ]);
    expect(returns[1]?.entries[0]).toMatchObject({
      cumulative: { value: '4', unit: '座' },
      remark: '更正',
      at: { source: '月报.csv', row: 3, column: 6 },
    });
  });

  it('may have columns in another order, other names and no optional ones', () => {
    const { returns } = read('编号,累计完成数,区县,统计月份\n1.1,5,甲区,2023-02\n');
    expect(returns[0]).toMatchObject({ reporter: '甲区', period: '2023-02', revision: null, cutoff: '2023-02-28' });
  });

  it.each(['无任务', '未报送', '—', ''])('tell %j from 0', (mark) => {
    const { returns } = read(`${header}2023-06,甲区,1,,1.1,${mark},座,,\n2023-06,甲区,1,,1.2,0,座,,\n`);
    expect(returns[0]?.entries.map((entry) => [entry.cumulative?.value ?? null, entry.mark])).toEqual([
      [null, mark],
      ['0', null],
    ]);
  });

  it.each([
    ['6月,甲区,1,,1.1,3,座,,', 'return-month-unreadable', 1],
    ['2023-13,甲区,1,,1.1,3,座,,', 'return-month-unreadable', 1],
    ['2023-06,甲区,0,,1.1,3,座,,', 'return-revision-unreadable', 3],
    ['2023-06,甲区,1,2023-02-30,1.1,3,座,,', 'return-date-unreadable', 4],
    ['2023-06,甲区,1,,1.1,约3,座,,', 'return-figure-unreadable', 6],
    ['2023-06,甲区,1,,1.1,三百二十,座,,', 'return-figure-unreadable', 6],
    ['2023-06,甲区,1,,1.1,=2+3,座,,', 'return-figure-unreadable', 6],
  ])('name the cell of what cannot be read: %s', (line, code, column) => {
    const { returns, diagnostics } = read(`${header}${line}\n`);
    expect(returns).toEqual([]);
    expect(diagnostics.map((d) => [d.code, d.at?.row, d.at?.column])).toEqual([[code, 2, column]]);
  });

  it.each(['全部开工', '已完成', '=HYPERLINK("x")', '@来源', '+见附件'])(
    'keep the words %j in place of a figure as such',
    (words) => {
      const { returns, diagnostics } = read(`${header}2023-06,甲区,1,,1.1,"${words.replaceAll('"', '""')}",座,,\n`);
      expect(returns[0]?.entries.map(({ cumulative, mark }) => [cumulative, mark])).toEqual([[null, words]]);
      expect(diagnostics.map((d) => [d.code, d.severity, d.at?.column])).toEqual([
        ['return-words-for-figure', 'warning', 6],
      ]);
    },
  );

  it.each([
    ['', 'blank'],
    ['无任务', 'no-task'],
    ['没有任务', 'no-task'],
    ['未报', 'not-reported'],
    ['未报送 ', 'not-reported'],
    ['—', 'dash'],
    ['——', 'dash'],
    ['/', 'dash'],
    ['无', 'words'],
    ['全部开工', 'words'],
  ] as const)('tell what %j in place of a figure means: %s', (text, kind) => expect(markKind(text)).toBe(kind));

  it('of a lead unit say whose figure each is, and may carry reason, problems and next steps', () => {
    const { returns } = read(
      '月份,填报单位,区县,目标编号,累计完成,数字下降原因,存在问题,下一步措施\n' +
        '2023/6,甲局,乙县,1.1,3座,重复统计,"缺地\n缺钱",加快\n2023年6月,甲局,甲局,1.2,5座,,,\n',
    );
    expect(returns).toHaveLength(1);
    expect(returns[0]).toMatchObject({ reporter: '甲局', period: '2023-06' });
    expect(returns[0]?.entries.map(({ at, ...entry }) => entry)).toEqual([
      {
        target: '1.1',
        cumulative: { value: '3', unit: '座' },
        mark: null,
        remark: '',
        column: '乙县',
        fallReason: '重复统计',
        problems: '缺地\n缺钱',
        nextSteps: '加快',
      },
      {
        target: '1.2',
        cumulative: { value: '5', unit: '座' },
        mark: null,
        remark: '',
        fallReason: '',
        problems: '',
        nextSteps: '',
      },
    ]);
  });

  it.each([
    ['as usual', '', ['2023-06']],
    ['from 1904, so that the number alone would be four years off,', '<workbookPr date1904="1"/>', []],
  ])('take 6月-23 for June 2023, days counted %s', (_, workbook, expected) => {
    const rows = [
      row(1, ['月份', '填报单位', '目标编号', '累计完成']),
      row(2, ['<c s="1"><v>45078</v></c>', '甲区', '1.1', 3]),
    ];
    const { blocks } = readSource(sheetFile(rows.join(''), { formats: ['mmm-yy'], workbook }), '月报.xlsx');
    expect(readReturns(blocks, '月报.xlsx').returns.map((r) => r.period)).toEqual(expected);
  });

  it('take the dates that a spreadsheet makes of what is typed, and what a merged cell says of each of its rows', () => {
    const labels = ['月份', '填报单位', '截止日期', '目标编号', '累计完成'];
    const rows = [
      row(1, labels),
      row(2, ['<c s="1"><v>45078</v></c>', '甲区', '<c s="2"><v>45107</v></c>', '1.1', 3]),
      row(3, ['', '', '', '1.2', 4]),
    ].join('');
    const formats = ['yyyy&quot;年&quot;m&quot;月&quot;', 'yyyy/m/d'];
    const after = '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/><mergeCell ref="C2:C3"/></mergeCells>';
    const { blocks } = readSource(sheetFile(rows, { formats, after }), '月报.xlsx');
    const { returns, diagnostics } = readReturns(blocks, '月报.xlsx');
    expect(diagnostics).toEqual([]);
    expect(returns.map((r) => [r.period, r.reporter, r.cutoff, r.entries.map((entry) => entry.target)])).toEqual([
      ['2023-06', '甲区', '2023-06-30', ['1.1', '1.2']],
    ]);
  });

  it('refuse a figure that is merged over several targets', () => {
    const rows = [row(1, ['月份', '填报单位', '目标编号', '累计完成'])];
    rows.push(row(2, ['2023-06', '甲区', '1.1', 3]), row(3, ['2023-06', '甲区', '1.2', '']));
    const after = '<mergeCells><mergeCell ref="D2:D3"/></mergeCells>';
    const { blocks } = readSource(sheetFile(rows.join(''), { after }), '月报.xlsx');
    const { returns, diagnostics } = readReturns(blocks, '月报.xlsx');
    expect(returns).toEqual([]);
    expect(diagnostics.map((d) => [d.code, d.at?.row, d.at?.column])).toEqual([
      ['return-cell-merged', 2, 4],
      ['return-cell-merged', 2, 4],
    ]);
  });

  it('refuse a file that is no list of returns', () => {
    expect(read('a,b\n1,2\n').diagnostics.map((d) => d.code)).toEqual(['return-no-table']);
    expect(read('').diagnostics.map((d) => d.code)).toEqual(['return-no-table']);
  });
});
