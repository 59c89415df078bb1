import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document, Table } from '../../../src/model/document.ts';
import { run, textCell } from '../../../src/model/text.ts';
import { docxWriter } from '../../../src/writers/docx/index.ts';
import { anyTable } from '../../support/any-table.ts';
import { readDocx } from '../../support/read-docx.ts';
import type { DocxTable } from '../../support/read-docx-table.ts';
import { sampleDocument } from '../../support/sample-document.ts';
import { resources } from '../../support/theme.ts';

async function written(table: Table): Promise<{ tables: readonly DocxTable[]; textWidth: number }> {
  const page = { paper: 'A4', orientation: 'landscape' } as const;
  const blocks = [table, { kind: 'paragraph', role: 'note', content: [run('注')] } as const];
  const document: Document = { ...sampleDocument(null), sections: [{ name: '表', page, blocks }] };
  const { tables, sections } = readDocx(await docxWriter.write(document, resources));
  const { width = 0, margins = {} } = sections[0] ?? {};
  return { tables, textWidth: width - (margins.left ?? 0) - (margins.right ?? 0) };
}

/** Two leading columns and so many figure columns below two headings; a note across all figures. */
function broad(count: number, groups: readonly number[] = [1, 2]): Table {
  const head = (text: string, span: object) => textCell(text, { header: true, ...span });
  const half = Math.floor(count / 2);
  const names = Array.from({ length: count }, (_, index) => `区${index + 1}`);
  return {
    kind: 'table',
    name: '分解表',
    columns: ['no', 'name', ...names].map((key) => ({ key, width: 3, align: 'center', marked: false })),
    head: [
      {
        key: null,
        cells: [
          head('序号', { rowspan: 2 }),
          head('项目', { rowspan: 2 }),
          head('城区', { colspan: half }),
          head('县市', { colspan: count - half }),
        ],
      },
      { key: null, cells: names.map((name) => head(name, {})) },
    ],
    groups: groups.map((rows, group) =>
      Array.from({ length: rows }, (_, row) => ({
        key: null,
        cells: [
          ...(row === 0
            ? [String(group + 1), `项目${group + 1}`].map((text) => textCell(text, { rowspan: rows }))
            : []),
          ...(row === 1 ? [textCell('不作分解', { colspan: count })] : names.map(() => textCell('ABC-10000'))),
        ],
      })),
    ),
  };
}

const texts = (table: DocxTable, from: number, to: number) =>
  table.cells.filter(({ column, row }) => column >= from && column < to && row > 1).map(({ text }) => text);

describe('a table wider than the page', () => {
  it('becomes tables of its own, each as wide as the text and with number and name', async () => {
    const { tables, textWidth } = await written(broad(50));
    expect(tables.length).toBeGreaterThan(2);
    for (const table of tables) {
      expect(table.columnWidths.reduce((sum, width) => sum + width, 0)).toBe(textWidth);
      expect(texts(table, 0, 2)).toEqual(['1', '项目1', '2', '项目2']);
      expect(table.rows.slice(0, 3).map(({ header }) => header)).toEqual([true, true, false]);
    }
    const names = tables.flatMap((table) => table.cells.filter(({ text }) => text.startsWith('区')));
    expect(names.map(({ text }) => text)).toEqual(Array.from({ length: 50 }, (_, index) => `区${index + 1}`));
  });

  it('cuts its headings to the columns of each, and marks a cell that goes on', async () => {
    const { tables } = await written(broad(50));
    const notes = tables.flatMap((table) => table.cells.filter(({ text }) => text.startsWith('不作分解')));
    expect(notes.map(({ text }) => text)).toEqual(['不作分解', ...tables.slice(1).map(() => '不作分解（续）')]);
    expect(notes.reduce((sum, { colspan }) => sum + colspan, 0)).toBe(50);
    for (const heading of ['城区', '县市']) {
      const parts = tables.flatMap((table) => table.cells.filter(({ text }) => text === heading));
      expect(parts.length).toBeGreaterThan(1);
      expect(parts.reduce((sum, { colspan }) => sum + colspan, 0)).toBe(25);
    }
  });

  it('is one table as long as it fits', async () => {
    expect((await written(broad(14))).tables).toHaveLength(1);
  });
});

describe('rows of a project', () => {
  it('stay together where they fit on a page, the last with the note', async () => {
    const { tables } = await written(broad(3, [4, 1, 3]));
    expect(tables[0]?.rows.slice(2).map(({ keepNext }) => keepNext)).toEqual([
      ...[true, true, true, false],
      false,
      ...[true, true, true],
    ]);
  });

  it('may part where they are more than a page, but not before the name is told', async () => {
    const table = broad(3, [80]);
    const [first, ...rest] = table.groups[0] ?? [];
    const name = textCell('新增公共服务设施'.repeat(12), { rowspan: 80 });
    const named = { ...table, groups: [[{ key: null, cells: first?.cells.with(1, name) ?? [] }, ...rest]] };
    const rows = (await written(named)).tables[0]?.rows.slice(2) ?? [];
    const kept = rows.findIndex(({ keepNext }) => !keepNext);
    expect(kept).toBeGreaterThan(0);
    expect(rows.slice(kept).some(({ keepNext }) => keepNext)).toBe(false);
    expect(rows.every(({ cantSplit }) => cantSplit)).toBe(true);
  });

  it('may end inside their text only where it is higher than a page', async () => {
    const table = broad(3, [1, 1]);
    const [one, two] = table.groups.map(([row]) => row?.cells ?? []);
    const long = textCell('逐项查明原因，'.repeat(900));
    const groups = [[{ key: null, cells: (one ?? []).with(1, long) }], [{ key: null, cells: two ?? [] }]];
    const { tables } = await written({ ...table, groups });
    expect(tables[0]?.rows.map(({ cantSplit }) => cantSplit)).toEqual([true, true, false, true]);
  });
});

it('every cell of any table stands in each panel that has its columns', async () => {
  const limits = { columns: { min: 1, max: 60 }, groups: { min: 1, max: 3 }, rows: 4, words: 60 };
  await fc.assert(
    fc.asyncProperty(anyTable(limits), async (table) => {
      const { tables, textWidth } = await written(table);
      const leaves = tables.flatMap(({ cells }) => cells.filter(({ text }) => /^(栏|区)\d/.test(text)));
      expect(new Set(leaves.map(({ text }) => text)).size).toBe(table.columns.length);
      for (const { columnWidths, rows, cells } of tables) {
        expect(columnWidths.reduce((sum, width) => sum + width, 0)).toBe(textWidth);
        expect(cells.reduce((sum, { rowspan, colspan }) => sum + rowspan * colspan, 0)).toBe(
          rows.length * columnWidths.length,
        );
        expect(rows.filter(({ header }) => !header)).toHaveLength(table.groups.flat().length);
      }
    }),
    { numRuns: 25 },
  );
});
