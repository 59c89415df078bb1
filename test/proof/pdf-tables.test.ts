import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document, PageSetup, Table } from '../../src/model/document.ts';
import { run } from '../../src/model/text.ts';
import { anyTable } from '../support/any-table.ts';
import { type PdfTable, tablesOn } from '../support/pdf-tables.ts';
import { expectedWords, printedWords } from '../support/printed-table.ts';
import { type PdfFile, type PdfPage, type PdfText, type Rect, readPdf } from '../support/read-pdf.ts';
import { written } from '../support/written-packet.ts';

/** A few tables here; `.ci/run` asks for more. */
const count = Number(process.env['JIANBAO_RANDOM_TABLES'] ?? 12);
/** The same tables on every machine; another seed is for whoever looks for more. */
const seed = Number(process.env['JIANBAO_SEED'] ?? 20_230_705);
/** Points; glyphs are measured and drawn with different roundings. */
const tolerance = 0.1;
/** GB/T 15834-2011: what no line begins with. */
const neverFirst = /^[，。、；：？！）」』”’》〉】]/;

const small = { columns: { min: 1, max: 9 }, groups: { min: 0, max: 8 }, rows: 5, words: 60 };
const wide = { columns: { min: 15, max: 60 }, groups: { min: 1, max: 5 }, rows: 4, words: 90 };
const long = { columns: { min: 2, max: 6 }, groups: { min: 1, max: 3 }, rows: 6, words: 4000 };
const many = { columns: { min: 5, max: 19 }, groups: { min: 40, max: 60 }, rows: 4, words: 60 };
const page: fc.Arbitrary<PageSetup> = fc.record({
  paper: fc.constantFrom('A4', 'A3'),
  orientation: fc.constantFrom('portrait', 'landscape'),
});

describe.each([
  ['small ones', small],
  ['with up to 60 columns', wide],
  ['with texts longer than a page', long],
  ['with many projects', many],
])('any table as PDF, %s', (_, limits) => {
  it('has every word once where it belongs, under its head on each page, inside page and cell', async () => {
    await fc.assert(
      fc.asyncProperty(anyTable(limits), page, fc.integer({ min: 0, max: 30 }), async (table, setup, lines) => {
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
      { numRuns: Math.ceil(count / 4), seed },
    );
  });
});

function documentOf(table: Table, setup: PageSetup, lines: number): Document {
  const above = { kind: 'paragraph', role: 'body', content: [run('正文。')] } as const;
  const note = { kind: 'paragraph', role: 'note', content: [run('注：内容随机生成。')] } as const;
  return {
    title: '随机表格',
    subject: '',
    author: '',
    keywords: [],
    language: 'zh-CN',
    date: '2023-07-05',
    banner: null,
    sections: [{ name: '任意表', page: setup, blocks: [...new Array(lines).fill(above), table, note] }],
  };
}

function inOrder(words: ReadonlyMap<string, string>): [string, string][] {
  return [...words].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
}

function expectInside({ pages }: PdfFile, tables: readonly PdfTable[]): void {
  for (const page of pages) {
    const paper = { x: 0, y: 0, width: page.width, height: page.height };
    expect(page.texts.filter((text) => !isInside(text, paper))).toEqual([]);
    for (const table of tables.filter((each) => each.page === page.number)) expectInCells(page, table);
  }
}

function expectInCells(page: PdfPage, table: PdfTable): void {
  const words = page.texts.filter((text) => isInside(middleOf(text), table));
  const astray = words.filter((text) => !table.cells.some(({ rect }) => isInside(text, rect)));
  expect(astray.map(({ text }) => text)).toEqual([]);
  for (const { rect } of table.cells) {
    const lines = new Map<number, PdfText[]>();
    for (const text of words.filter((each) => isInside(each, rect))) {
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

function middleOf({ x, y, width, height }: Rect): Rect {
  return { x: x + width / 2, y: y + height / 2, width: 0, height: 0 };
}

function isInside(inner: Rect, outer: Rect): boolean {
  return (
    inner.x >= outer.x - tolerance &&
    inner.y >= outer.y - tolerance &&
    inner.x + inner.width <= outer.x + outer.width + tolerance &&
    inner.y + inner.height <= outer.y + outer.height + tolerance
  );
}
