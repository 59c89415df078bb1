import { describe, expect, it } from 'vitest';
import type { Table } from '../../../src/model/document.ts';
import { run, textCell } from '../../../src/model/text.ts';
import { sampleDocument } from '../../support/sample-document.ts';
import { documentOf, rowOf, tablesOf, writeAndRead } from './written.ts';

const millimetres = (inches: string | undefined) => Math.round(Number(inches) * 25.4);

describe('page and panes', async () => {
  const sheets = await writeAndRead(sampleDocument());

  it('takes paper, direction and margins from section and theme and fits the width to one page', () => {
    expect(sheets.map((sheet) => sheet.page.orientation)).toEqual(['portrait', 'portrait', 'landscape']);
    for (const sheet of sheets) {
      expect(sheet).toMatchObject({ fitToPage: true, centred: true, footer: expect.stringMatching(/^&C.*— &P —$/) });
      expect(sheet.page).toMatchObject({ paperSize: '9', fitToWidth: '1', fitToHeight: '0' });
    }
    const { top, bottom, left, right } = sheets[0]?.margins ?? {};
    expect([top, bottom, left, right].map(millimetres)).toEqual([37, 35, 28, 26]);
    expect(millimetres(sheets[2]?.margins.left)).toBe(20);
  });

  it('knows A3', async () => {
    const [sheet] = await writeAndRead(documentOf(wideTable(3), { paper: 'A3', orientation: 'landscape' }));
    expect(sheet?.page.paperSize).toBe('8');
  });

  it('prints all that is written and repeats the head of the one table of a sheet', () => {
    const head = rowOf(sheets[2], '序号') + 1;
    expect(sheets[2]?.printArea).toBe(`'附件2'!$A$1:$S$${sheets[2]?.heights.length}`);
    expect(sheets[2]?.printTitles).toBe(`'附件2'!$${head}:$${head + 1}`);
    expect(sheets[0]?.printTitles).toBeNull();
  });

  it('freezes the head, and the leading columns of a wide table with a divided head', () => {
    expect(sheets[2]?.frozen).toEqual({ rows: rowOf(sheets[2], '序号') + 2, columns: 5 });
    expect(sheets[1]?.frozen).toEqual({ rows: rowOf(sheets[1], '序号') + 1, columns: 0 });
    expect(sheets[0]?.frozen).toEqual({ rows: 0, columns: 0 });
  });

  it('freezes nothing that would fill a small screen', async () => {
    const lead = { kind: 'paragraph', role: 'body', content: [run('序时进度'.repeat(200))] } as const;
    const [sheet] = await writeAndRead(documentOf([lead, ...wideTable(4)]));
    expect(sheet?.frozen).toEqual({ rows: 0, columns: 0 });
    expect(sheet?.printTitles).not.toBeNull();
  });

  it('neither freezes nor repeats the head of a table inside a text, but does so above notes', async () => {
    const below = (role: 'body' | 'note') => ({ kind: 'paragraph', role, content: [run('一')] }) as const;
    const [text] = await writeAndRead(documentOf([...wideTable(4), below('note'), below('body')]));
    expect(text).toMatchObject({ frozen: { rows: 0, columns: 0 }, printTitles: null });
    const [table] = await writeAndRead(documentOf([...wideTable(4), below('note'), below('note')]));
    expect(table).toMatchObject({ frozen: { rows: 1, columns: 0 }, printTitles: "'表'!$1:$1" });
  });

  it('turns a page break into a manual one, except above the first row', async () => {
    const paragraph = { kind: 'paragraph', role: 'body', content: [run('一')] } as const;
    const pageBreak = { kind: 'page-break' } as const;
    const [sheet] = await writeAndRead(documentOf([pageBreak, paragraph, paragraph, pageBreak, paragraph]));
    expect(sheet?.breaks).toEqual([2]);
  });
});

describe('sizes', () => {
  it('keeps columns equal that the model makes equal, and every number whole', async () => {
    const document = sampleDocument(null);
    const [sheet] = (await writeAndRead(document)).slice(2);
    expect(new Set(sheet?.widths.slice(4)).size).toBe(1);
    const [table] = tablesOf(document.sections[2]);
    for (const cell of sheet?.cells ?? []) {
      if (cell.raw.type !== 'number') continue;
      const halves = [...cell.text].reduce((sum, c) => sum + (c > '~' ? 2 : 1), 0);
      expect(sheet?.widths[cell.column]).toBeGreaterThan(halves);
    }
    expect(table?.columns).toHaveLength(sheet?.widths.length ?? 0);
  });

  it('makes rows high enough for every text, merged or not, and none higher than Excel allows', async () => {
    for (const sheet of await writeAndRead(sampleDocument()))
      for (const cell of sheet.cells) {
        const height = sheet.heights.slice(cell.row, cell.row + cell.rowspan).reduce((a, b) => a + b, 0);
        const width = sheet.widths.slice(cell.column, cell.column + cell.colspan).reduce((a, b) => a + b, 0) * 5.25;
        const squares = [...cell.text].reduce((sum, c) => sum + (c > '~' ? 1 : 0.5), 0);
        const perLine = Math.floor(width / cell.style.size);
        expect(height).toBeGreaterThanOrEqual(Math.ceil(squares / perLine) * cell.style.size * 1.3);
        expect(height / cell.rowspan).toBeLessThanOrEqual(409);
      }
  });

  it('spreads a text higher than one row can be over several rows', async () => {
    const words = '民生实事'.repeat(800);
    const [table] = wideTable(2);
    const long = { ...table, groups: [[{ key: 'a', cells: [textCell(words), textCell('1')] }]] };
    const [sheet] = await writeAndRead(documentOf([{ kind: 'paragraph', role: 'note', content: [run(words)] }, long]));
    const written = sheet?.cells.filter((cell) => cell.text === words) ?? [];
    expect(written).toHaveLength(2);
    for (const cell of written) expect(cell.rowspan).toBeGreaterThan(1);
    expect(sheet?.cells.find((cell) => cell.text === '1')?.rowspan).toBe(written[1]?.rowspan);
    expect(Math.max(...(sheet?.heights ?? []))).toBeLessThanOrEqual(409);
  });

  it('lays text alone over several columns that fill the page, which LibreOffice can scale', async () => {
    const paragraph = { kind: 'paragraph', role: 'body', content: [run('一')] } as const;
    const [text] = await writeAndRead(documentOf([paragraph]));
    const [table] = await writeAndRead(documentOf(wideTable(5)));
    const total = (widths: readonly number[] = []) => widths.reduce((sum, width) => sum + width, 0);
    expect(text?.widths.length).toBeGreaterThan(1);
    expect(total(text?.widths)).toBeCloseTo(total(table?.widths), 0);
    expect(text?.cells[0]?.colspan).toBe(text?.widths.length);
  });

  it('lays tables that share a sheet from column A on, each column as wide as its widest table needs', async () => {
    const [few] = wideTable(2);
    const [many] = wideTable(5);
    const [sheet] = await writeAndRead(documentOf([few, { ...many, name: '宽表' }]));
    expect(sheet?.widths).toHaveLength(5);
    expect(sheet?.cells.filter((cell) => cell.text === '列1').map((cell) => cell.column)).toEqual([0, 0]);
    expect(sheet?.frozen).toEqual({ rows: 0, columns: 0 });
    expect(sheet?.printTitles).toBeNull();
  });
});

function wideTable(count: number): [Table] {
  const columns = Array.from({ length: count }, (_, i) => i + 1);
  return [
    {
      kind: 'table',
      name: '窄表',
      columns: columns.map((n) => ({ key: String(n), width: 1, align: 'center', marked: false })),
      head: [{ key: null, cells: columns.map((n) => textCell(`列${n}`, { header: true })) }],
      groups: [[{ key: null, cells: columns.map((n) => textCell(String(n))) }]],
    },
  ];
}
