import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { LineChart, Table } from '../../../src/model/document.ts';
import { WriteError } from '../../../src/model/errors/write-error.ts';
import { textCell } from '../../../src/model/text.ts';
import { rates, sampleLines } from '../../support/line-chart.ts';
import { readChart } from '../../support/read-chart.ts';
import { readXlsx } from '../../support/read-xlsx.ts';
import { children, parseXml } from '../../support/xml.ts';
import { cellAt, documentOf, documentWith, rowOf, write, writeAndRead } from './written.ts';

const partsOf = async (...charts: readonly LineChart[]) => {
  const bytes = await write(documentOf(charts));
  const parts = unzipSync(bytes);
  return {
    sheets: readXlsx(bytes),
    part: (name: string) => strFromU8(parts[name] ?? new Uint8Array()),
    names: Object.keys(parts),
  };
};

describe('lines in Excel', async () => {
  const { sheets, part } = await partsOf(sampleLines);
  const [sheet] = sheets;
  const chart = readChart(part('xl/charts/chart1.xml'));
  const head = rowOf(sheet, '1月') - 1;

  it('have their figures in rows of months, as numbers in their format; a gap is an empty cell', () => {
    expect(sampleLines.series.map((_, i) => cellAt(sheet, head, i + 1).text)).toEqual(
      sampleLines.series.map(({ label }) => label),
    );
    for (const [row, month] of sampleLines.categories.entries()) {
      expect(cellAt(sheet, head + 1 + row, 0).text).toBe(month);
      for (const [column, { values }] of sampleLines.series.entries()) {
        const { raw, text, style } = cellAt(sheet, head + 1 + row, column + 1);
        const value = values[row];
        if (!value) expect(raw.type).toBe('empty');
        else {
          expect([raw.type, style.format]).toEqual(['number', '0.0%']);
          expect(Number(raw.value)).toBe(Number(value.number));
          expect(text).toBe(`${(Number(value.number) * 100).toFixed(1)}%`);
        }
      }
    }
  });

  it('are drawn by a native chart from these cells', () => {
    const letters = ['B', 'C', 'D'];
    expect(chart.title).toBe(sampleLines.title);
    expect(chart.series.map(({ references }) => references)).toEqual(
      letters.map((letter) => ({
        name: `'表'!$${letter}$${head + 1}`,
        categories: `'表'!$A$${head + 2}:$A$${head + 7}`,
        values: `'表'!$${letter}$${head + 2}:$${letter}$${head + 7}`,
      })),
    );
    expect(chart.series.map(({ values }) => values)).toEqual(
      sampleLines.series.map(({ values }) => values.map((value) => value?.number ?? null)),
    );
    expect(chart.blanks).toBe('gap');
    expect(new Set(chart.series.map(({ dash, marker, open }) => `${dash} ${marker} ${open}`)).size).toBe(3);
  });

  it('stand over the whole width in the row above their figures, with words for those who do not see them', () => {
    const drawing = parseXml(new TextEncoder().encode(part('xl/drawings/drawing1.xml')));
    const corner = (name: string) =>
      ['col', 'row'].map((axis) => Number(children(drawing, 'twoCellAnchor', name, axis)[0]?.textContent));
    expect(corner('from')).toEqual([0, head - 1]);
    expect(corner('to')).toEqual([sheet?.widths.length, head]);
    expect(sheet?.heights[head - 1]).toBeGreaterThan(130);
    const [properties] = children(drawing, 'twoCellAnchor', 'graphicFrame', 'nvGraphicFramePr', 'cNvPr');
    expect(properties?.getAttribute('descr')).toBe(sampleLines.alt);
    expect(properties?.getAttribute('name')).toBe(sampleLines.name);
  });

  it('have each part declared and related', () => {
    for (const path of ['/xl/drawings/drawing1.xml', '/xl/charts/chart1.xml'])
      expect(part('[Content_Types].xml').split(`PartName="${path}"`)).toHaveLength(2);
    expect(part('xl/worksheets/_rels/sheet1.xml.rels')).toContain('Target="../drawings/drawing1.xml"');
    expect(part('xl/drawings/_rels/drawing1.xml.rels')).toContain('Target="../charts/chart1.xml"');
    expect(part('xl/worksheets/sheet1.xml')).toMatch(
      /<\/ignoredErrors><drawing r:id="rId1"\/>(<extLst>|<\/worksheet>)/,
    );
  });
});

it('puts several charts on several sheets, each with its own parts', async () => {
  const other = { ...sampleLines, name: '另一', title: '另一张图' };
  const third = { ...sampleLines, name: '第三', title: '第三张图' };
  const page = { paper: 'A4', orientation: 'portrait' } as const;
  const parts = unzipSync(
    await write(
      documentWith([
        { name: '甲', page, blocks: [sampleLines, other] },
        { name: '乙', page, blocks: [{ kind: 'heading', level: 2, content: [] }] },
        { name: '丙', page, blocks: [third] },
      ]),
    ),
  );
  const charts = [1, 2, 3].map((number) => readChart(strFromU8(parts[`xl/charts/chart${number}.xml`] as Uint8Array)));
  expect(charts.map(({ title }) => title)).toEqual([sampleLines.title, '另一张图', '第三张图']);
  expect(charts[2]?.series[0]?.references.name).toMatch(/^'丙'!\$B\$/);
  expect(Object.keys(parts).filter((name) => name.startsWith('xl/drawings/drawing'))).toEqual([
    'xl/drawings/drawing1.xml',
    'xl/drawings/drawing3.xml',
  ]);
});

it('asks a table above for no more width than numbers and short words need', async () => {
  const table: Table = {
    kind: 'table',
    name: '主要指标',
    columns: Array.from({ length: 8 }, (_, i) => ({ key: `c${i}`, width: 1, align: 'center', marked: false })),
    head: [],
    groups: [[{ key: null, cells: Array.from({ length: 8 }, (_, i) => textCell(String(i))) }]],
  };
  const [alone] = await writeAndRead(documentOf([table]));
  const [sheet] = await writeAndRead(documentOf([table, sampleLines]));
  expect(sheet?.widths).toEqual(alone?.widths);
});

describe('what Excel cannot draw', () => {
  const write = (change: Partial<LineChart>) => writeAndRead(documentOf([{ ...sampleLines, ...change }]));
  const [first] = sampleLines.series;
  const withValues = (values: LineChart['series'][number]['values']) => ({
    series: first === undefined ? [] : [{ ...first, values }],
  });

  it.each<[string, Partial<LineChart>, RegExp]>([
    ['a scale whose format is none', { format: 'yyyy' }, /“逐月走势”: “yyyy” is not a number format/],
    ['a control character', { alt: '甲\u0007' }, /U\+0007/],
    [
      'a value that is no number',
      withValues(rates('0.1', '未报送', null, null, null, null)),
      /“未报送” is not a decimal/,
    ],
    [
      'a value with more digits than a spreadsheet keeps, which it would draw at zero',
      withValues([{ number: '1234567890123456', format: '0' }, null, null, null, null, null]),
      /1234567890123456 has more digits/,
    ],
  ])('is refused: %s', async (_, change, message) => {
    const writing = write(change);
    await expect(writing).rejects.toThrow(WriteError);
    await expect(writing).rejects.toThrow(message);
  });
});
