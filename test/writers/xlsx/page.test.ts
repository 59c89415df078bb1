import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Table } from '../../../src/model/document.ts';
import { run, textCell } from '../../../src/model/text.ts';
import { pointsPerUnit } from '../../../src/writers/xlsx/text-size.ts';
import type { ReadSheet } from '../../support/read-xlsx.ts';
import { sampleDocument } from '../../support/sample-document.ts';
import { theme } from '../../support/theme.ts';
import { children, type Node, parseXml, text } from '../../support/xml.ts';
import { documentOf, rowOf, write, writeAndRead } from './written.ts';

const millimetres = (inches: string | undefined) => Math.round(Number(inches) * 25.4);

describe('page and panes', async () => {
  const sheets = await writeAndRead(sampleDocument());

  it('takes paper and direction from the section and prints at its own size', () => {
    expect(sheets.map((sheet) => sheet.page.orientation)).toEqual(['portrait', 'portrait', 'landscape']);
    for (const sheet of sheets) {
      expect(sheet).toMatchObject({ fitToPage: false, centred: true });
      expect(sheet.page).toMatchObject({ paperSize: '9', scale: '100' });
    }
  });

  it('fills the width between the margins, which lend it 3 mm at each side', () => {
    const { margins, landscapeMargins } = theme;
    const sides = (sheet: ReadSheet | undefined) =>
      ['top', 'bottom', 'left', 'right'].map((side) => millimetres(sheet?.margins[side]));
    expect(sides(sheets[0])).toEqual([margins.top, margins.bottom, margins.left - 3, margins.right - 3]);
    expect(sides(sheets[2])).toEqual([
      landscapeMargins.top,
      landscapeMargins.bottom,
      landscapeMargins.left - 3,
      landscapeMargins.right - 3,
    ]);
    for (const [sheet, width] of [
      [sheets[0], 210 - margins.left - margins.right],
      [sheets[2], 297 - landscapeMargins.left - landscapeMargins.right],
    ] as const) {
      const points = (sheet?.widths ?? []).reduce((sum, each) => sum + each, 0) * pointsPerUnit;
      expect(points).toBeLessThanOrEqual((width / 25.4) * 72);
      expect(points).toBeGreaterThan((width / 25.4) * 72 - 20);
    }
  });

  it('numbers its pages right on odd ones and left on even ones', async () => {
    const parts = unzipSync(await write(sampleDocument()));
    for (const n of [1, 2, 3]) {
      const furniture = children(parseXml(parts[`xl/worksheets/sheet${n}.xml`]), 'headerFooter')[0] as Node;
      expect(furniture.getAttribute('differentOddEven')).toBe('1');
      const [odd, even] = ['oddFooter', 'evenFooter'].map((name) => text(children(furniture, name)[0]));
      expect(odd).toMatch(/^&R.*— &P —　$/);
      expect(even).toMatch(/^&L.*　— &P —$/);
      const [oddHeader, evenHeader] = ['oddHeader', 'evenHeader'].map((name) => text(children(furniture, name)[0]));
      expect(oddHeader).toBe(evenHeader);
    }
  });

  it('counts column widths in a font that comes out alike on every machine', async () => {
    const styles = parseXml(unzipSync(await write(sampleDocument()))['xl/styles.xml']);
    const [normal] = children(styles, 'fonts', 'font');
    expect(children(normal as Node, 'name')[0]?.getAttribute('val')).toBe('Arial');
    expect(children(normal as Node, 'sz')[0]?.getAttribute('val')).toBe('11');
  });

  it('knows A3', async () => {
    const [sheet] = await writeAndRead(documentOf(wideTable(3), { paper: 'A3', orientation: 'landscape' }));
    expect(sheet?.page.paperSize).toBe('8');
  });

  it('prints all that is written and repeats the head of the one table of a sheet', () => {
    const head = rowOf(sheets[2], '序号') + 1;
    // The banner of the first row is in the header of each printed page.
    expect(sheets[2]?.printArea).toBe(`'附件2'!$A$2:$S$${sheets[2]?.heights.length}`);
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
  it('gives a column what its own figures need, so that none shrinks below three quarters', async () => {
    const [sheet] = (await writeAndRead(sampleDocument(null))).slice(2);
    const size = sheet?.cells.find(({ raw }) => raw.type === 'number')?.style.size ?? 0;
    expect(size).toBeGreaterThanOrEqual((theme.sizes.table + theme.sizes.tableMin) / 2);
    const numbers = (sheet?.cells ?? []).filter(({ raw }) => raw.type === 'number');
    expect(numbers.length).toBeGreaterThan(350);
    for (const { text, column, style } of numbers) {
      const ems = [...text].reduce((sum, c) => sum + (c > '~' ? 1 : 0.5), 0);
      const room = (sheet?.widths[column] ?? 0) * pointsPerUnit - 4.5;
      expect([text, style.shrink, style.wrap, room >= ems * size * 0.75]).toEqual([text, true, false, true]);
    }
  });

  it('makes rows high enough for every text, merged or not, and none higher than Excel allows', async () => {
    for (const sheet of await writeAndRead(sampleDocument()))
      for (const cell of sheet.cells) {
        const height = sheet.heights.slice(cell.row, cell.row + cell.rowspan).reduce((a, b) => a + b, 0);
        if (cell.raw.type === 'number') continue;
        const width =
          sheet.widths.slice(cell.column, cell.column + cell.colspan).reduce((a, b) => a + b, 0) * pointsPerUnit;
        const squares = [...cell.text].reduce((sum, c) => sum + (c > '~' ? 1 : 0.5), 0);
        const perLine = Math.floor(width / cell.style.size);
        expect(height).toBeGreaterThanOrEqual(Math.ceil(squares / perLine) * cell.style.size * 1.3);
        expect(height / cell.rowspan).toBeLessThanOrEqual(409);
      }
  });

  it('divides a text higher than a page between lines, and repeats what stands beside it', async () => {
    const words = '民生实事'.repeat(800);
    const [table] = wideTable(2);
    const long = { ...table, groups: [[{ key: 'a', cells: [textCell(words), textCell('1')] }]] };
    const [sheet] = await writeAndRead(documentOf([{ kind: 'paragraph', role: 'note', content: [run(words)] }, long]));
    const parts = (sheet?.cells ?? []).filter(({ column, text }) => column === 0 && /^[民生实事]+$/.test(text));
    expect(parts.map(({ text }) => text).join('')).toBe(words + words);
    for (const { row, rowspan, colspan, text, style } of parts) {
      const height = sheet?.heights.slice(row, row + rowspan).reduce((a, b) => a + b, 0) ?? 0;
      const width = sheet?.widths.slice(0, colspan).reduce((a, b) => a + b, 0) ?? 0;
      const lines = Math.ceil(text.length / Math.floor((width * pointsPerUnit) / style.size));
      expect(height).toBeGreaterThanOrEqual(lines * style.size * 1.3);
    }
    expect(sheet?.cells.filter(({ column }) => column === 1).map(({ text }) => text)).toContain('1（续）');
    expect(Math.max(...(sheet?.heights ?? []))).toBeLessThanOrEqual(409);
    expect(sheet?.breaks.length).toBeGreaterThan(1);
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
