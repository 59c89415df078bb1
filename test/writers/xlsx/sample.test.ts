import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ReadSheet, readXlsx } from '../../support/read-xlsx.ts';
import { sampleDocument } from '../../support/sample-document.ts';
import { children, parseXml, text } from '../../support/xml.ts';
import { cellAt, expectTable, placedCells, rowOf, tablesOf, write } from './written.ts';

const document = sampleDocument();
let bytes: Uint8Array;
let sheets: ReadSheet[];

beforeAll(async () => {
  bytes = await write(document);
  sheets = readXlsx(bytes);
});

describe('the sample document as a workbook', () => {
  it('has a sheet for each section, of its name and in its order', () => {
    expect(sheets.map((sheet) => sheet.name)).toEqual(['简报', '附件1', '附件2']);
  });

  it.each([1, 2])('holds every cell of the table of section %i: place, span, words, number, border', (i) => {
    const [table] = tablesOf(document.sections[i]);
    if (table === undefined) throw new Error('the section has no table');
    expectTable(sheets[i], table, rowOf(sheets[i], '序号'));
  });

  it('writes quantities as numbers in their own format', () => {
    const top = rowOf(sheets[2], '序号');
    const quantities = placedCells(tablesOf(document.sections[2])[0] as never).filter(
      ({ cell }) => cell.value !== null,
    );
    expect(quantities.length).toBeGreaterThan(300);
    for (const { cell, row, column } of quantities) {
      const written = cellAt(sheets[2], top + row, column);
      expect(written.raw).toEqual({ type: 'number', value: String(Number(cell.value?.number)) });
      expect(written.style.format).toBe(cell.value?.format);
    }
  });

  it('writes formulas in A1 style with their results', () => {
    const formulas = sheets[1]?.cells.filter((cell) => cell.formula !== null);
    const top = rowOf(sheets[1], '序号') + 1;
    const [first, second, total] = [top + 1, top + 2, top + 3];
    expect(formulas?.map(({ formula, text }) => [formula, text])).toEqual([
      [`D${first}/C${first}`, '25.0%'],
      [`D${second}/C${second}`, '30.0%'],
      [`SUM(C${first}:C${second})`, '1000户'],
      [`SUM(D${first}:D${second})`, '275户'],
      [`D${total}/C${total}`, '27.5%'],
    ]);
  });

  it('shades heads, and the marked column from head to foot except under a note across it', () => {
    const top = rowOf(sheets[2], '序号');
    expect(cellAt(sheets[2], top, 0).style.fill).toBe('EDEDED');
    const column = sheets[2]?.cells.filter((cell) => cell.row > top && cell.column === 5) ?? [];
    expect(new Set(column.map((cell) => cell.style.fill))).toEqual(new Set(['FFF2CC']));
    const note = sheets[2]?.cells.find((cell) => cell.colspan === 15 && cell.row > top);
    expect(note?.style.fill).toBeNull();
  });

  it('sets text in the fonts and sizes of the theme, wrapped and centred in height', () => {
    const title = cellAt(sheets[2], rowOf(sheets[2], '2023年市政府民生实事项目区、县（市）任务分解表'), 0);
    expect(title.style).toMatchObject({ font: '方正小标宋简体', size: 22, horizontal: 'center', vertical: 'center' });
    expect(title.colspan).toBe(19);
    expect(cellAt(sheets[2], rowOf(sheets[2], '序号'), 0).style).toMatchObject({
      font: '宋体',
      size: 8.5,
      wrap: true,
    });
  });

  it('keeps words like 2.1 words, without a mark of doubt in Excel', () => {
    const cell = cellAt(sheets[1], rowOf(sheets[1], '2.1'), 0);
    expect(cell.raw).toEqual({ type: 'text', value: '2.1' });
    for (const n of [1, 2, 3]) {
      const root = parseXml(unzipSync(bytes)[`xl/worksheets/sheet${n}.xml`]);
      const ignored = children(root, 'ignoredErrors', 'ignoredError')[0];
      expect(ignored?.getAttribute('numberStoredAsText')).toBe('1');
      expect(ignored?.getAttribute('sqref')).toBe(children(root, 'dimension')[0]?.getAttribute('ref'));
    }
  });

  it('indents paragraphs, numbers lists and colours runs', () => {
    const words = sheets[0]?.cells.map((cell) => cell.text) ?? [];
    expect(words).toContain('　　1. 新增托位5000个，已完成72.0%。');
    expect(words).toContain(
      '　　截至6月30日，上城区承担的31项任务中，2项滞后，其余按序时推进，综合完成率52.3%，列全市第3位。',
    );
    const strings = new TextDecoder().decode(unzipSync(bytes)['xl/sharedStrings.xml']);
    expect(strings).toMatch(/<r><rPr><b\/><color rgb="FFC00000"\/>[^>]*>.*?<t>2项滞后<\/t><\/r>/);
  });

  it('carries title, subject, author, keywords and the issue date as its properties', () => {
    const core = parseXml(unzipSync(bytes)['docProps/core.xml']);
    const property = (name: string) => text(children(core, name)[0]);
    expect(['title', 'subject', 'creator', 'lastModifiedBy', 'keywords', 'created', 'modified'].map(property)).toEqual([
      document.title,
      document.subject,
      document.author,
      document.author,
      '上城区, 2023-06',
      '2023-07-05T00:00:00Z',
      '2023-07-05T00:00:00Z',
    ]);
    const workbook = parseXml(unzipSync(bytes)['xl/workbook.xml']);
    expect(children(workbook, 'calcPr')[0]?.getAttribute('fullCalcOnLoad')).toBe('1');
  });
});

describe('the banner', () => {
  it('stands first on every sheet in red across all columns, in the print header and on the tab', () => {
    for (const sheet of sheets) {
      const banner = cellAt(sheet, 0, 0);
      expect(banner).toMatchObject({ text: '示例数据', colspan: sheet.widths.length });
      expect(banner.style).toMatchObject({ bold: true, colour: 'C00000' });
      expect(sheet.header).toMatch(/^&C.*&KC00000示例数据$/);
      expect(sheet.tabColour).toBe('FFC00000');
    }
  });

  it('is absent from real data', async () => {
    for (const sheet of readXlsx(await write(sampleDocument(null)))) {
      expect(sheet).toMatchObject({ header: '', tabColour: null });
      expect(sheet.cells.some((cell) => cell.text.includes('示例'))).toBe(false);
    }
  });

  it('may hold an ampersand and begin with digits', async () => {
    const [sheet] = readXlsx(await write(sampleDocument('2023 A&B')));
    expect(sheet?.header).toMatch(/&KC000002023 A&&B$/);
  });
});
