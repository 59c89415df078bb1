import { beforeAll, describe, expect, it } from 'vitest';
import type { Cell, Document, Table } from '../../src/model/document.ts';
import { plainText, textCell } from '../../src/model/text.ts';
import { withRow, withTable } from '../support/changed-document.ts';
import { composed } from '../support/composed.ts';
import {
  annex2,
  annex3,
  expectedAnnex2,
  expectedAnnex3,
  headRows,
  leadingColumns,
  onPages,
  type SeenCell,
} from '../support/expected-annexes.ts';
import { openWritten, type PacketFormat, packetFormats, type TableOfSection } from '../support/open-written.ts';
import { sampleMonth } from '../support/plan-2023.ts';
import { resources } from '../support/theme.ts';
import { written, writtenNow } from '../support/written-packet.ts';

/** A district as any, one that sent no return, one that holds five tasks only, and the city, which has no column. */
const audiences = ['上城区', '建德市', '杭州西湖风景名胜区', '全市'] as const;
type Audience = (typeof audiences)[number];

const month = sampleMonth('2023-06');
const sample = composed(month, '上城区');
const packets = new Map<string, TableOfSection>();

async function writeAndOpen(document: Document, format: PacketFormat) {
  return openWritten[format](await written(document, format), document);
}

/** A long share may be broken after its stroke; that is layout and no word. */
function wholeShares(pages: readonly SeenCell[][]): SeenCell[][] {
  return pages.map((cells) => cells.map((cell) => ({ ...cell, text: cell.text.replace('/\n', '/') })));
}

function tableOf(audience: Audience, format: PacketFormat, section: string): SeenCell[][] {
  return (packets.get(audience + format) as TableOfSection)(section);
}

/**
 * What a file has to hold that breaks its pages where these are broken. The last page has to hold all that is left. In a
 * PDF a line break is a place and no character.
 */
function expectedIn(pages: readonly SeenCell[][], expected: readonly SeenCell[], format: PacketFormat): SeenCell[][] {
  const bodyRows = pages.map(rowsBelowHead);
  const left = rowsBelowHead(expected) - bodyRows.slice(0, -1).reduce((sum, rows) => sum + rows, 0);
  const table =
    format === 'pdf' ? expected.map((cell) => ({ ...cell, text: cell.text.replaceAll('\n', '') })) : expected;
  return onPages(table, bodyRows.with(-1, left));
}

function rowsBelowHead(cells: readonly SeenCell[]): number {
  return Math.max(...cells.map(({ row, rowspan }) => row + rowspan)) - headRows;
}

beforeAll(async () => {
  for (const audience of audiences) {
    const document = await composed(month, audience);
    for (const format of packetFormats) packets.set(audience + format, await writeAndOpen(document, format));
  }
});

describe.each(audiences)('%s, June 2023', (audience) => {
  describe.each(packetFormats)('as %s', (format) => {
    it('附件2: every cell of the plan at its place, its spans, its words, its shading, and nothing else', () => {
      const pages = tableOf(audience, format, annex2);
      expect(pages).toEqual(expectedIn(pages, expectedAnnex2(month.plan, audience), format));
    });

    it('附件2: 390 figures, 2 notes and blanks for the rest of 42 rows and 15 columns', () => {
      const body = tableOf(audience, format, annex2).flatMap((page) => page.filter(({ row }) => row >= headRows));
      const values = body.filter(({ column }) => column >= leadingColumns);
      const figures = values.filter(({ colspan, text }) => colspan === 1 && /^\d/.test(text));
      const blanks = values.filter(({ text }) => text === '');
      const notes = values.filter(({ colspan }) => colspan === 15);
      expect(body.filter(({ column }) => column === 2)).toHaveLength(42);
      expect([figures.length, blanks.length, notes.length]).toEqual([390, 40 * 15 - 390, 2]);
    });

    it('附件3: what was reported and the light under each task, and the whole city under 量化目标', () => {
      const pages = wholeShares(tableOf(audience, format, annex3));
      expect(pages).toEqual(expectedIn(pages, expectedAnnex3(month, audience), format));
    });

    it.each([annex2, annex3])(
      '%s: shaded from head to foot under the reader’s own name and nowhere else',
      (section) => {
        const pages = tableOf(audience, format, section);
        const shaded = pages.flat().filter((cell) => cell.shaded);
        const heads = shaded.filter(({ row }) => row < headRows).map(({ text }) => text);
        expect(heads).toEqual(audience === '全市' ? [] : pages.map(() => audience));
        expect(new Set(shaded.map(({ column }) => column)).size).toBe(audience === '全市' ? 0 : 1);
        // A note stands across the column and belongs to none.
        expect(shaded.length - heads.length).toBe(audience === '全市' ? 0 : 40);
      },
    );

    it('附件3: 未报送 in each of the 25 tasks of the district without a return, and in no other', () => {
      const missing = tableOf(audience, format, annex3)
        .flat()
        .filter(({ text }) => text.endsWith('未报送'));
      const column = leadingColumns + month.plan.columns.findIndex(({ name }) => name === '建德市');
      expect(missing.map((cell) => cell.column)).toEqual(new Array(25).fill(column));
    });
  });
});

describe('a project that a page break cuts', () => {
  it('goes on under a repeated head, with （续） behind the words of each merged cell', async () => {
    // As if no project had to stay together, and on a page so low that there are many breaks.
    const ungrouped = (table: Table): Table => ({ ...table, groups: [table.groups.flat()] });
    const document = withTable(withTable(await sample, '附件2', ungrouped), '附件3', ungrouped);
    const { sizes, landscapeMargins } = resources.theme;
    const low = { sizes: { ...sizes, table: 8 }, landscapeMargins: { ...landscapeMargins, top: 60, bottom: 50 } };
    const bytes = await writtenNow(document, 'pdf', { ...resources.theme, ...low });
    const open = await openWritten.pdf(bytes, document);
    const pages = { 2: open(annex2), 3: open(annex3) };
    expect(pages[2]).toEqual(expectedIn(pages[2], expectedAnnex2(month.plan, '上城区'), 'pdf'));
    expect(pages[3]).toEqual(expectedIn(pages[3], expectedAnnex3(month, '上城区'), 'pdf'));
    const cut = [...pages[2], ...pages[3]].flat().filter(({ text }) => text.endsWith('（续）'));
    expect(cut.length).toBeGreaterThan(3);
  });
});

describe.each(packetFormats)('the comparison', (format) => {
  const replaced = (text: string, by: Cell) => (cells: readonly Cell[]) =>
    cells.map((cell) => (plainText(cell.content) === text ? by : cell));

  /** The cells of 附件2 that are not as the plan has them, after changes to the document that is written. */
  async function differences(document: Document): Promise<string[]> {
    const pages = (await writeAndOpen(document, format))(annex2);
    return expectedIn(pages, expectedAnnex2(month.plan, '上城区'), format).flatMap((expected, page) => {
      const right = new Set(expected.map((cell) => JSON.stringify(cell)));
      const wrong = (pages[page] ?? []).filter((cell) => !right.has(JSON.stringify(cell)));
      return wrong.map((cell) => `${cell.text} ${cell.rowspan}×${cell.colspan} ${cell.shaded ? 'shaded' : 'plain'}`);
    });
  }

  it(`notices in ${format} a merge undone, a wrong digit, two figures in each other's place and one that is gone`, async () => {
    const wrong = textCell('5901个', { value: { number: '5901', format: '0"个"', formula: null } });
    const swapped = (cells: readonly Cell[]) => cells.with(7, cells[8] as Cell).with(8, cells[7] as Cell);
    let document = await sample;
    document = withRow(document, '附件2', '1.1', replaced('市民政局', textCell('市民政局')));
    document = withRow(document, '附件2', '1.2', (cells) => cells.toSpliced(1, 0, textCell('')));
    document = withRow(document, '附件2', '5.2', replaced('5900个', wrong));
    document = withRow(document, '附件2', '16.1', swapped);
    document = withRow(document, '附件2', '20.1', replaced('2处', textCell('')));
    expect(await differences(document)).toEqual([
      '市民政局 1×1 plain',
      ' 1×1 plain',
      '5901个 1×1 shaded',
      '11万平方米 1×1 plain',
      '8万平方米 1×1 plain',
      ' 1×1 plain',
    ]);
  });

  it(`notices in ${format} that the neighbour's column is shaded`, async () => {
    const shifted = withTable(await sample, '附件2', (table) => ({
      ...table,
      columns: table.columns.map((column) => ({ ...column, marked: column.key === '拱墅区' })),
    }));
    const found = await differences(shifted);
    expect(found).toEqual(expect.arrayContaining(['上城区 1×1 plain', '拱墅区 1×1 shaded', '9.2万平方米 1×1 shaded']));
    // Two columns of a head and 40 cells; PDF repeats the heads on its pages.
    expect(found.filter((cell) => !/^(上城|拱墅)区/.test(cell))).toHaveLength(80);
  });
});
