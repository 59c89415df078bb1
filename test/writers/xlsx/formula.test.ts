import { describe, expect, it } from 'vitest';
import type { Table } from '../../../src/model/document.ts';
import { WriteError } from '../../../src/model/errors/write-error.ts';
import { textCell } from '../../../src/model/text.ts';
import { cellAddress } from '../../../src/writers/cell-address.ts';
import { resolveFormula } from '../../../src/writers/xlsx/formula.ts';
import { spreadTable, type TablePlace } from '../../../src/writers/xlsx/table-place.ts';
import { documentWith, writeAndRead } from './written.ts';

/** Head row, then one row for each key; the first column of the first two rows is one merged cell. */
function place(name: string, sheet: string, top: number, rows: string[], columns: string[]): TablePlace {
  const table: Table = {
    kind: 'table',
    name,
    columns: columns.map((key) => ({ key, width: 1, align: 'right', marked: false })),
    head: [{ key: null, cells: columns.map((key) => textCell(key)) }],
    groups: [
      rows.map((key, i) => ({
        key,
        cells: columns.slice(i === 1 ? 1 : 0).map((_, c) => textCell('', { rowspan: i === 0 && c === 0 ? 2 : 1 })),
      })),
    ],
  };
  const spread = spreadTable(table);
  return { ...spread, sheet, rowStarts: Array.from({ length: spread.grid.rowCount + 1 }, (_, i) => top + i) };
}

const own = place('滞后项目', '附件1', 3, ['1.2', '2.1', 'total'], ['name', 'task', 'done', 'rate']);
const annex = place(
  '附件2',
  '附件 2',
  4,
  ['13.2', '13.3'],
  ['target', '市本级', '上城区', '杭州西湖风景名胜区', '10:30'],
);
const tables = new Map([own, annex].map((table) => [table.table.name, table]));
const resolve = (source: string, row = 3, column = 3) => resolveFormula(source, { table: own, row, column }, tables);

describe('resolveFormula', () => {
  it.each([
    ['[,done]/[,task]', 'C7/B7'],
    ['SUM([1.2:2.1,task])', 'SUM(B5:B6)'],
    ['SUM([2.1:1.2,task])', 'SUM(B5:B6)'],
    ['[1.2,]', 'D5'],
    ['SUM(滞后项目[,task:done])', 'SUM(B7:C7)'],
    ['SUM(附件2[13.3,市本级:杭州西湖风景名胜区])-附件2[13.3,上城区]', "SUM('附件 2'!B7:D7)-'附件 2'!C7"],
    ['附件2[13.2,10:30]', "'附件 2'!E6"],
    ['IF([,task]=0,"无任务[x,y]",ROUND([,done]/[,task]*1.5,3))', 'IF(B7=0,"无任务[x,y]",ROUND(C7/B7*1.5,3))'],
  ])('writes %s as %s', (source, expected) => {
    expect(resolve(source)).toBe(expected);
  });

  it('points into a merged cell at the corner that holds its value', () => {
    expect(resolve('[2.1,name]')).toBe('A5');
  });

  it.each([
    ['[9.9,task]', 'no row “9.9”'],
    ['[1.2:9.9,task]', 'no row “9.9”'],
    ['[,tasks]', 'no column “tasks”'],
    ['附件3[,task]', 'no table “附件3”'],
    ['附件2[,target]', 'no row “”'],
    ['SUM([1.2:total,rate])', 'its own cell'],
    ['WEBSERVICE("http://x")', 'WEBSERVICE is not allowed'],
    ['[,done]/B3', 'cannot read “B3”'],
    ["cmd|'/C calc'!A0", 'cannot read “cmd'],
    ['"open', 'cannot read “"open”'],
  ])('refuses %s: %s', (source, problem) => {
    const attempt = () => resolve(source);
    expect(attempt).toThrow(WriteError);
    expect(attempt).toThrow(problem);
    expect(attempt).toThrow(`table “滞后项目”, row 4, column “rate”: formula ${source}`);
  });
});

it('names columns as spreadsheets do', () => {
  expect([0, 25, 26, 701, 702, 16_383].map((column) => cellAddress(0, column))).toEqual([
    'A1',
    'Z1',
    'AA1',
    'ZZ1',
    'AAA1',
    'XFD1',
  ]);
});

it('looks ahead to tables of later sheets and past what stands above them', async () => {
  const number = (text: string, formula: string | null) =>
    textCell(text, { value: { number: text, format: '0', formula } });
  const table = (name: string, formula: string | null): Table => ({
    kind: 'table',
    name,
    columns: [{ key: 'x', width: 1, align: 'right', marked: false }],
    head: [],
    groups: [[{ key: 'r', cells: [number('7', formula)] }]],
  });
  const page = { paper: 'A4', orientation: 'portrait' } as const;
  const sheets = await writeAndRead(
    documentWith([
      { name: '一', page, blocks: [table('甲', '乙[r,x]')] },
      { name: '二', page, blocks: [{ kind: 'heading', level: 1, content: [] }, table('乙', null)] },
    ]),
  );
  expect(sheets[0]?.cells[0]).toMatchObject({ formula: "'二'!A2", text: '7' });
});
