import { expect, it } from 'vitest';
import type { Chart, Table } from '../../../src/model/document.ts';
import { textCell } from '../../../src/model/text.ts';
import { cellAddress } from '../../../src/writers/cell-address.ts';
import { sampleDocument } from '../../support/sample-document.ts';
import { cellAt, documentOf, rowOf, writeAndRead } from './written.ts';

const chart = sampleDocument().sections[0]?.blocks.find((block) => block.kind === 'chart') as Chart;

it('shows a chart as its title, then label, value and bar in a row each, the yardstick last', async () => {
  const [sheet] = await writeAndRead(documentOf([chart]));
  const title = rowOf(sheet, chart.title);
  const rows = Array.from({ length: 5 }, (_, i) => title + 1 + i);
  expect(rows.map((row) => [cellAt(sheet, row, 0).text, cellAt(sheet, row, 1).text])).toEqual([
    ['拱墅区', '61.0%'],
    ['上城区', '52.3%'],
    ['西湖区', '48.8%'],
    ['杭州西湖风景名胜区', '111.5%'],
    ['序时进度50.0%', '50.0%'],
  ]);
  const bars = rows.map((row) => ({ ...cellAt(sheet, row, 2), bar: sheet?.bars[cellAddress(row, 2)] }));
  expect(bars.map(({ formula, text, bar }) => [formula, text, bar?.max])).toEqual(
    rows.map((row) => [cellAddress(row, 1), '', 1.115]),
  );
  expect(bars.map(({ bar }) => bar?.colour)).toEqual(['FF1E7B34', 'FF1F4E79', 'FF9C5700', 'FF1E7B34', 'FF7F7F7F']);
});

it('lies over the columns of a table above it and leaves them as they are', async () => {
  const table: Table = {
    kind: 'table',
    name: '排名',
    columns: [2, 12, 3, 3, 3].map((width, i) => ({ key: `c${i}`, width, align: 'center', marked: false })),
    head: [],
    groups: [[{ key: null, cells: ['1', '上城区', '3', '4', '5'].map((text) => textCell(text)) }]],
  };
  const [alone] = await writeAndRead(documentOf([table]));
  const [sheet] = await writeAndRead(documentOf([table, chart]));
  expect(sheet?.widths).toEqual(alone?.widths);
  const row = rowOf(sheet, '杭州西湖风景名胜区');
  const parts = sheet?.cells.filter((cell) => cell.row === row) ?? [];
  expect(parts.map((cell) => cell.colspan)).toEqual([2, 1, 2]);
  expect(sheet?.bars[cellAddress(row, 3)]).toBeDefined();
});
