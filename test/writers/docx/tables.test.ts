import { beforeAll, describe, expect, it } from 'vitest';
import type { Document, Section, Table } from '../../../src/model/document.ts';
import { gridOf } from '../../../src/model/grid.ts';
import { plainText, run, textCell } from '../../../src/model/text.ts';
import { docxWriter } from '../../../src/writers/docx/index.ts';
import { type DocxFile, readDocx } from '../../support/read-docx.ts';
import type { DocxTable } from '../../support/read-docx-table.ts';
import { sampleDocument } from '../../support/sample-document.ts';
import { resources, theme } from '../../support/theme.ts';

const rowsOf = (table: Table) => [...table.head, ...table.groups.flat()];
const tablesOf = (section: Section | undefined) =>
  (section?.blocks ?? []).filter((block): block is Table => block.kind === 'table');

async function written(document: Document): Promise<DocxFile> {
  return readDocx(await docxWriter.write(document, resources));
}

describe('tables in Word', () => {
  const document = sampleDocument();
  const models = document.sections.flatMap(tablesOf);
  let file: DocxFile;
  let lagging: DocxTable;
  let wide: DocxTable;

  beforeAll(async () => {
    file = await written(document);
    [lagging, wide] = file.tables as [DocxTable, DocxTable];
  });

  it('hold every cell of the model, with its place, spans and words', () => {
    expect(file.tables.length).toBe(2);
    for (const [index, model] of models.entries())
      expect(
        file.tables[index]?.cells.map(({ row, column, rowspan, colspan, text }) => [
          row,
          column,
          rowspan,
          colspan,
          text,
        ]),
      ).toEqual(
        gridOf(rowsOf(model), model.columns.length).cells.map(({ row, column, cell }) => [
          row,
          column,
          cell.rowspan,
          cell.colspan,
          plainText(cell.content),
        ]),
      );
  });

  it('repeat all head rows and no other, and split no row', () => {
    for (const [index, model] of models.entries()) {
      const rows = file.tables[index]?.rows ?? [];
      expect(rows.map((row) => row.header)).toEqual(rowsOf(model).map((_, row) => row < model.head.length));
      expect(rows.every((row) => row.cantSplit)).toBe(true);
    }
  });

  it('keep the rows of a group together and break between groups', () => {
    const model = models[1] as Table;
    const inside = model.groups.flatMap((rows) => rows.map((_, row) => row < rows.length - 1));
    // No page begins with fewer than the last three rows, and the note below stays with them.
    const expected = inside.map((kept, row) => kept || row >= inside.length - 3);
    expect(wide.rows.map((row) => row.keepNext)).toEqual([...model.head.map(() => true), ...expected]);
  });

  it('shade heads, and the marked column from head to foot, but not cells that only pass through it', () => {
    const marked = models[1]?.columns.findIndex((column) => column.marked);
    const [head, own] = [theme.colours.tableHead.slice(1), theme.colours.marked.slice(1)];
    for (const cell of wide.cells) {
      const expected = cell.column === marked && cell.colspan === 1 ? own : cell.row < 2 ? head : null;
      expect(cell.fills, `row ${cell.row}, column ${cell.column}`).toEqual(new Array(cell.rowspan).fill(expected));
    }
    expect(wide.cells.some((cell) => cell.fills[0] === own && cell.row === wide.rows.length - 1)).toBe(true);
  });

  it('fill the width of the text exactly, in fixed columns', () => {
    for (const table of file.tables) {
      const { width, margins } = file.sections[table.section] as NonNullable<(typeof file.sections)[number]>;
      expect(sum(table.columnWidths)).toBe(width - (margins.left ?? 0) - (margins.right ?? 0));
      expect(table.layout).toBe('fixed');
      for (const cell of table.cells)
        expect(cell.width).toBe(sum(table.columnWidths.slice(cell.column, cell.column + cell.colspan)));
    }
  });

  it('align cells as their column says unless they say it themselves', () => {
    const aligns = lagging.cells.filter((cell) => cell.row === 1).map((cell) => cell.align ?? 'left');
    expect(aligns).toEqual(['center', 'left', 'right', 'right', 'right']);
    expect(lagging.cells.find((cell) => cell.text === '合计')?.align).toBe('center');
    expect(lagging.cells.find((cell) => cell.text === '任务')?.styleId).toMatch(/^table-heading-/);
  });

  it('take the largest size that theme and columns allow, and keep every figure on one line', () => {
    const size = (table: DocxTable) => Number(/[\d.]+$/.exec(table.cells.at(-1)?.styleId ?? '')?.[0]);
    expect(size(lagging)).toBe(theme.sizes.table);
    expect(size(wide)).toBeGreaterThanOrEqual((theme.sizes.table + theme.sizes.tableMin) / 2);
    const figures = wide.cells.filter(({ row, text }) => row > 1 && /^[\d.]+\p{Script=Han}+$/u.test(text));
    expect(figures.length).toBeGreaterThan(350);
    for (const { text, width, percent } of figures) {
      // In 宋体 a digit is half an em wide; a quarter of one is kept free on each side.
      const ems = Array.from(text, (character) => (character < '\u2000' ? 0.5 : 1)).reduce((a, b) => a + b, 0);
      expect(width / 20 / size(wide) - 0.5, text).toBeGreaterThanOrEqual((ems * percent) / 100);
      expect(percent).toBeGreaterThanOrEqual(55);
    }
    expect(figures.filter(({ percent }) => percent < 100).length).toBeLessThan(figures.length / 10);
  });

  it('are followed by a paragraph that Word wants and nobody sees', async () => {
    expect(file.paragraphs.at(-1)).toMatchObject({ styleId: 'hairline', text: '', section: 2 });
    const table = models[0] as Table;
    const section: Section = { name: '两表', page: { paper: 'A3', orientation: 'landscape' }, blocks: [table, table] };
    const both = await written({ ...document, sections: [section] });
    expect(both.tables.length).toBe(2);
    expect(both.paragraphs.map((paragraph) => paragraph.styleId)).toEqual(['hairline', 'note', 'hairline']);
  });

  it('leave out head rows in which no cell begins, as LibreOffice would repeat such a head without its words', async () => {
    const head = (text: string, span: object) => textCell(text, { header: true, rowspan: 2, ...span });
    const table: Table = {
      kind: 'table',
      name: '表',
      columns: ['a', 'b'].map((key) => ({ key, width: 1, align: 'left', marked: false })),
      head: [
        { key: null, cells: [head('序号', { rowspan: 3 }), head('项目', {})] },
        { key: null, cells: [] },
        { key: null, cells: [textCell('名称', { header: true })] },
      ],
      groups: [[{ key: null, cells: [textCell('1'), textCell('新增托位')] }]],
    };
    const page = { paper: 'A4', orientation: 'portrait' } as const;
    const [read] = (await written({ ...document, sections: [{ name: '表', page, blocks: [table] }] })).tables;
    expect(read?.rows.map(({ header }) => header)).toEqual([true, true, false]);
    expect(read?.cells.slice(0, 3).map(({ text, rowspan }) => [text, rowspan])).toEqual([
      ['序号', 2],
      ['项目', 1],
      ['名称', 1],
    ]);
  });

  it('keep line breaks and the look of words in cells', async () => {
    const cell = {
      ...textCell(''),
      content: [run('一行\n二行'), { text: '滞后', strong: true, tone: 'lagging' as const }],
    };
    const table: Table = {
      kind: 'table',
      name: '表',
      columns: [{ key: 'a', width: 1, align: 'left', marked: false }],
      head: [],
      groups: [[{ key: null, cells: [cell] }]],
    };
    const page = { paper: 'A4', orientation: 'portrait' } as const;
    const file = await written({ ...document, sections: [{ name: '表', page, blocks: [table] }] });
    expect(file.tables[0]?.cells[0]?.text).toBe('一行\n二行滞后');
    expect(file.part('word/document.xml')).toContain('<w:rStyle w:val="tone-lagging"/>');
  });
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
