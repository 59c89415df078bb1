import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Block, Chart, Row, Table } from '../../../src/model/document.ts';
import { WriteError } from '../../../src/model/errors/write-error.ts';
import { textCell } from '../../../src/model/text.ts';
import { sampleLines } from '../../support/line-chart.ts';
import { hasOffice, officeFolder } from '../../support/office.ts';
import { readXlsx } from '../../support/read-xlsx.ts';
import { sampleDocument } from '../../support/sample-document.ts';
import { all, parseXml, text } from '../../support/xml.ts';
import { documentOf, documentWith, rowOf, write } from './written.ts';

const bars = sampleDocument().sections[0]?.blocks.find((block) => block.kind === 'chart') as Chart;
const note = '来源：月报/2023-06.xlsx\n工作表“月报表”D7\n第2版，截至2023年6月30日';

function tableOf(rows: readonly Row[], columns = 2, name = '表'): Table {
  const keys = Array.from({ length: columns }, (_, i) => `c${i}`);
  return {
    kind: 'table',
    name,
    columns: keys.map((key) => ({ key, width: 3, align: 'left', marked: false })),
    head: [{ key: null, cells: keys.map((key) => textCell(key, { header: true })) }],
    groups: [rows],
  };
}

const row = (a: string, b: string, remark?: string): Row => ({
  key: null,
  cells: [textCell(a), textCell(b, remark === undefined ? {} : { note: remark })],
});

/** What a workbook says in remarks: of each sheet, address and words; and the anchors of their boxes. */
async function notesOf(blocks: readonly Block[], page?: Parameters<typeof documentOf>[1]) {
  const bytes = await write(documentOf(blocks, page));
  const parts = unzipSync(bytes);
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const xml = (name: string) => parseXml(parts[name]);
  const comments = all(xml('xl/comments1.xml'), 'comment');
  const shapes = xml('xl/drawings/vmlDrawing1.vml');
  return {
    bytes,
    part,
    xml,
    names: Object.keys(parts),
    comments: comments.map((each) => [each.getAttribute('ref'), all(each, 't').map(text).join('')]),
    authors: all(xml('xl/comments1.xml'), 'author').map(text),
    anchors: all(shapes, 'Anchor').map((each) => text(each).split(', ').map(Number)),
    places: all(shapes, 'ClientData').map((each) => ['Row', 'Column'].map((name) => Number(text(all(each, name)[0])))),
  };
}

describe('remarks on cells in Excel', () => {
  it('stand at their cell, word for word, without an author, hidden until somebody points at it', async () => {
    const found = await notesOf([tableOf([row('甲', '1户'), row('乙', '2户', note), row('丙', '3户', '<&>"_x0041_')])]);
    expect(found.comments).toEqual([
      ['B3', note],
      ['B4', '<&>"_x005F_x0041_'],
    ]);
    expect(found.authors).toEqual(['']);
    expect(found.places).toEqual([
      [2, 1],
      [3, 1],
    ]);
    expect(found.part('xl/drawings/vmlDrawing1.vml').match(/visibility:hidden/g)).toHaveLength(2);
  });

  it('have boxes beside their cells, as high as their words', async () => {
    const { anchors } = await notesOf([tableOf([row('甲', '1户', '短'), row('乙', '2户', note.repeat(3))])]);
    const [short, long] = anchors as [number[], number[]];
    // Column, pixels, row, pixels of the upper left corner, then of the lower right one; 20 px a row below the table.
    for (const [left] of anchors) expect(left).toBeGreaterThanOrEqual(2);
    const lines = ([, , top = 0, , , , bottom = 0]: number[]) => bottom - top;
    expect(lines(long)).toBeGreaterThan(lines(short) + 4);
    expect(long[4]).toBeGreaterThan(short[4] as number);
  });

  it('share a sheet with a chart of lines, bars in cells and a banner', async () => {
    const found = await notesOf([tableOf([row('乙', '2户', note)]), bars, sampleLines]);
    const sheet = found.part('xl/worksheets/sheet1.xml');
    // The order of ISO/IEC 29500-1, 18.3.1.99.
    const order = ['<conditionalFormatting', '<ignoredErrors>', '<drawing ', '<legacyDrawing ', '<extLst><ext uri'];
    const places = order.map((mark) => sheet.lastIndexOf(mark));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    const relations = all(found.xml('xl/worksheets/_rels/sheet1.xml.rels'), 'Relationship');
    const ids = relations.map((each) => each.getAttribute('Id'));
    expect(new Set(ids).size).toBe(3);
    for (const used of ['drawing', 'legacyDrawing'])
      expect(ids).toContain(new RegExp(`<${used} r:id="([^"]+)"`).exec(sheet)?.[1]);
    expect(found.names).toContain('xl/charts/chart1.xml');
    expect(found.part('[Content_Types].xml')).toContain('Extension="vml"');
    expect(Object.keys(readXlsx(found.bytes)[0]?.bars ?? {})).toHaveLength(5);
  });

  it('are made once where the pages of a sheet divide a cell, down or across', async () => {
    const tall = tableOf([
      { key: null, cells: [textCell('高', { rowspan: 120, note }), textCell('1')] },
      ...Array.from({ length: 119 }, (_, i): Row => ({ key: null, cells: [textCell(String(i + 2))] })),
    ]);
    expect((await notesOf([tall])).comments).toEqual([['A2', note]]);
    const wide = tableOf([{ key: null, cells: [textCell('宽', { colspan: 60, note })] }], 60);
    const found = await notesOf([wide], { paper: 'A4', orientation: 'portrait' });
    expect(found.part('xl/worksheets/sheet1.xml')).toContain('<colBreaks');
    expect(found.comments).toEqual([['A2', note]]);
  });

  it('are of the sheet that they are on', async () => {
    const page = { paper: 'A4', orientation: 'portrait' } as const;
    const sections = [undefined, note, undefined, '另一条'].map((remark, i) => ({
      name: `表${i}`,
      page,
      blocks: [tableOf([row('甲', '1户', remark)], 2, `表${i}`)],
    }));
    const names = Object.keys(unzipSync(await write(documentWith(sections))));
    expect(names.filter((name) => /comments|vml/.test(name))).toEqual([
      'xl/comments2.xml',
      'xl/comments4.xml',
      'xl/drawings/vmlDrawing2.vml',
      'xl/drawings/vmlDrawing4.vml',
    ]);
  });

  it('give the same bytes each time, and refuse what no workbook can hold', async () => {
    const blocks = [tableOf([row('甲', '1户', note)]), bars, sampleLines];
    expect(Buffer.compare(await write(documentOf(blocks)), await write(documentOf(blocks)))).toBe(0);
    const bad = write(documentOf([tableOf([row('甲', '1户', '坏\u0001字')])]));
    await expect(bad).rejects.toThrow(WriteError);
    await expect(bad).rejects.toThrow(/table “表”, row 2, column “c1”.*U\+0001/);
  });

  it.skipIf(!hasOffice)('come through LibreOffice as they were written', async () => {
    const folder = await officeFolder();
    try {
      const bytes = await write(documentOf([tableOf([row('乙', '2户', note)]), bars, sampleLines]));
      await folder.convert('fods', { 'a.xlsx': bytes });
      const file = parseXml(await folder.read('a.fods'));
      const [annotation, ...more] = all(file, 'annotation');
      expect(more).toEqual([]);
      expect(annotation && all(annotation, 'p').map(text)).toEqual(note.split('\n'));
      expect(rowOf(readXlsx(bytes)[0], '乙')).toBe(1);
    } finally {
      await folder.remove();
    }
  });
});
