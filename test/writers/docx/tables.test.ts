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
    const last = model.groups.length - 1;
    const expected = [
      ...model.head.map(() => true),
      ...model.groups.flatMap((rows, group) => rows.map((_, row) => row < rows.length - 1 || group === last)),
    ];
    expect(wide.rows.map((row) => row.keepNext)).toEqual(expected);
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

  it('take the largest text size at which no figure is broken', async () => {
    const size = (table: DocxTable | undefined) => Number(/[\d.]+$/.exec(table?.cells.at(-1)?.styleId ?? '')?.[0]);
    expect(size(lagging)).toBe(theme.sizes.table);
    // The widest district figure is 18600人次: 4.75 em and 0.3 em of room in 3.5 of 71.5 parts of 267 mm.
    expect(size(wide)).toBe(7);
    const sized = async (figure: string) => {
      const columns = Array.from({ length: 20 }, (_, i) => ({
        key: `c${i}`,
        width: 1,
        align: 'left' as const,
        marked: false,
      }));
      const groups = [[{ key: null, cells: columns.map((_, i) => textCell(i === 19 ? figure : '1个')) }]];
      const table: Table = { kind: 'table', name: '表', columns, head: [], groups };
      const section: Section = { name: '表', page: { paper: 'A4', orientation: 'portrait' }, blocks: [table] };
      return size((await written({ ...document, sections: [section] })).tables[0]);
    };
    expect(await sized('1个')).toBe(theme.sizes.table);
    expect(await sized('100个')).toBe(7);
    // Hopeless at any size: it has no say.
    expect(await sized('12345个')).toBe(theme.sizes.table);
  });

  it('are followed by a paragraph that Word wants and nobody sees', async () => {
    expect(file.paragraphs.at(-1)).toMatchObject({ styleId: 'hairline', text: '', section: 2 });
    const table = models[0] as Table;
    const section: Section = { name: '两表', page: { paper: 'A3', orientation: 'landscape' }, blocks: [table, table] };
    const both = await written({ ...document, sections: [section] });
    expect(both.tables.length).toBe(2);
    expect(both.paragraphs.map((paragraph) => paragraph.styleId)).toEqual(['hairline', 'note', 'hairline']);
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
