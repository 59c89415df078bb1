import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document, PageSetup, Table } from '../../src/model/document.ts';
import { anyTable } from '../support/any-table.ts';
import { type PdfTable, tablesOn } from '../support/pdf-tables.ts';
import { expectedWords, printedWords } from '../support/printed-table.ts';
import {
  anyPage,
  bareDocument,
  bodyLine,
  noteLine,
  tableCount,
  tableSeed,
  tableSizes,
} from '../support/random-tables.ts';
import { type PdfFile, type PdfPage, type PdfText, readPdf } from '../support/read-pdf.ts';
import { isInside, middleOf } from '../support/rects.ts';
import { written } from '../support/written-packet.ts';

/** Points; glyphs are measured and drawn with different roundings. */
const tolerance = 0.1;
/** GB/T 15834-2011: what no line begins with. */
const neverFirst = /^[，。、；：？！）」』”’》〉】]/;

const { small, wide, long, many } = tableSizes;

describe.each([
  ['small ones', { ...small, groups: { min: 0, max: 8 } }],
  ['with up to 60 columns', wide],
  ['with texts longer than a page', long],
  ['with many projects', many],
])('any table as PDF, %s', (_, limits) => {
  it('has every word once where it belongs, under its head on each page, inside page and cell', async () => {
    await fc.assert(
      fc.asyncProperty(anyTable(limits), anyPage, fc.integer({ min: 0, max: 30 }), async (table, setup, lines) => {
        const file = await readPdf(await written(documentOf(table, setup, lines), 'pdf'));
        const printed = file.pages.flatMap(tablesOn);
        const seen = printedWords(printed, table);
        const shown = new Set(seen.flatMap(({ columns }) => columns));
        expect([...shown].sort((a, b) => a - b)).toEqual(table.columns.map((__, column) => column));
        for (const { columns, heads, body } of seen) {
          const expected = expectedWords(table, columns);
          expect(inOrder(body)).toEqual(inOrder(expected.body));
          for (const head of heads) expect(inOrder(head)).toEqual(inOrder(expected.head));
        }
        expectInside(file, printed);
      }),
      { numRuns: Math.ceil(tableCount(12) / 4), seed: tableSeed },
    );
  });
});

function documentOf(table: Table, page: PageSetup, lines: number): Document {
  return bareDocument([{ name: '任意表', page, blocks: [...new Array(lines).fill(bodyLine), table, noteLine] }]);
}

function inOrder(words: ReadonlyMap<string, string>): [string, string][] {
  return [...words].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
}

function expectInside({ pages }: PdfFile, tables: readonly PdfTable[]): void {
  for (const page of pages) {
    const paper = { x: 0, y: 0, width: page.width, height: page.height };
    expect(page.texts.filter((text) => !isInside(text, paper, tolerance))).toEqual([]);
    for (const table of tables.filter((each) => each.page === page.number)) expectInCells(page, table);
  }
}

function expectInCells(page: PdfPage, table: PdfTable): void {
  const words = page.texts.filter((text) => isInside(middleOf(text), table, tolerance));
  const astray = words.filter((text) => !table.cells.some(({ rect }) => isInside(text, rect, tolerance)));
  expect(astray.map(({ text }) => text)).toEqual([]);
  for (const { rect } of table.cells) {
    const lines = new Map<number, PdfText[]>();
    for (const text of words.filter((each) => isInside(each, rect, tolerance))) {
      const line = Math.round(text.baseline);
      lines.set(line, [...(lines.get(line) ?? []), text]);
    }
    for (const pieces of lines.values()) {
      const first = pieces.reduce((left, piece) => (piece.x < left.x ? piece : left));
      // A column of one character leaves a line no choice.
      if (rect.width > 3 * first.size) expect(first.text).not.toMatch(neverFirst);
    }
  }
}
