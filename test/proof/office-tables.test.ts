import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Table } from '../../src/model/document.ts';
import { run } from '../../src/model/text.ts';
import { anyTable } from '../support/any-table.ts';
import { hasOffice, type OfficeFolder, officeFolder } from '../support/office.ts';
import { type PdfTable, tablesOn } from '../support/pdf-tables.ts';
import { expectedWords, printedWords } from '../support/printed-table.ts';
import { bareDocument, noteLine, tableCount, tableSeed } from '../support/random-tables.ts';
import { type PdfPage, type PdfText, type Rect, readPdf, textsIn } from '../support/read-pdf.ts';
import { written } from '../support/written-packet.ts';

const count = tableCount(8);

const small = { columns: { min: 1, max: 9 }, groups: { min: 1, max: 6 }, rows: 4, words: 60 };
const wide = { columns: { min: 20, max: 60 }, groups: { min: 1, max: 5 }, rows: 4, words: 90 };
const long = { columns: { min: 3, max: 12 }, groups: { min: 1, max: 3 }, rows: 50, words: 400 };
const high = { columns: { min: 2, max: 6 }, groups: { min: 1, max: 3 }, rows: 6, words: 4000 };
/** One file for all, since LibreOffice takes its time to start; always the same, so that a failure can be looked at. */
const tables = [small, wide, long, high].flatMap((limits, index) =>
  fc.sample(anyTable(limits), { seed: tableSeed + index, numRuns: Math.ceil(count / 4) }),
);

const document = bareDocument(
  tables.map((table, index) => ({
    name: titleOf(index),
    page: { paper: index % 4 === 3 ? 'A3' : 'A4', orientation: index % 2 === 0 ? 'landscape' : 'portrait' },
    blocks: [
      { kind: 'paragraph', role: 'annex-label', content: [run(`附件${index + 1}`)] },
      { kind: 'heading', level: 1, content: [run(titleOf(index))] },
      { ...table, name: titleOf(index) },
      noteLine,
    ],
  })),
);

function titleOf(index: number): string {
  return `任意表${index + 1}号`;
}

/** Points that other fonts and rounding may move a word over the rule of its cell. */
const tolerance = 1;
/** GB/T 15834-2011: what no line begins with. */
const neverFirst = /^[，。、；：？！）」』”’》〉】]/;

const formats = ['docx', 'xlsx'] as const;

describe.skipIf(!hasOffice)('any tables, printed by LibreOffice (skipped where soffice is not installed)', () => {
  let folder: OfficeFolder;
  beforeAll(async () => {
    folder = await officeFolder();
    const files: Record<string, Uint8Array> = {};
    for (const format of formats) files[`as-${format}.${format}`] = await written(document, format);
    await folder.convert('pdf', files);
  }, 300_000);
  afterAll(() => folder.remove());

  describe.each(formats)('as %s', (format) => {
    const pagesOf: PdfPage[][] = [];

    beforeAll(async () => {
      const { pages } = await readPdf(new Uint8Array(await folder.read(`as-${format}.pdf`)));
      const starts = tables.map((_, index) => pages.findIndex((page) => wordsOn(page).includes(titleOf(index))));
      for (const [index, start] of starts.entries()) pagesOf.push(pages.slice(start, starts[index + 1]));
    });

    it.each(tables.map((table, index) => [index, describeTable(table)] as const))(
      'table %i (%s): every word once, under its head',
      (index) => {
        const table = tables[index] as Table;
        const printed = (pagesOf[index] ?? []).flatMap((page) => tablesOn(page));
        const seen = printedWords(printed, table);
        const shown = new Set(seen.flatMap(({ columns }) => columns));
        expect([...shown].sort((a, b) => a - b)).toEqual(table.columns.map((_, column) => column));
        for (const { columns, heads, body } of seen) {
          const expected = expectedWords(table, columns);
          expect(inOrder(body)).toEqual(inOrder(expected.body));
          for (const head of heads) expect(inOrder(head)).toEqual(inOrder(expected.head));
        }
      },
    );

    it.each(tables.map((_, index) => index))('table %i: every word inside the page and inside its cell', (index) => {
      for (const page of pagesOf[index] ?? []) {
        const found = tablesOn(page);
        const beside = page.texts.filter(
          ({ x, y, width, height }) => x < 0 || y < 0 || x + width > page.width || y + height > page.height,
        );
        expect([page.number, beside.map(({ text }) => text)]).toEqual([page.number, []]);
        const over = page.texts.filter((text) => found.some((table) => crossesRule(text, table)));
        expect([page.number, over.map(({ text }) => text)]).toEqual([page.number, []]);
      }
    });

    // LibreOffice Calc knows no rules for line ends but those that a person sets cell by cell; Excel has them built in.
    if (format === 'docx')
      it.each(tables.map((_, index) => index))('table %i: no line begins with a mark that closes', (index) => {
        for (const page of pagesOf[index] ?? []) {
          const cells = tablesOn(page).flatMap((table) => table.cells);
          const first = cells.flatMap(({ rect }) => linesIn(page, rect)).filter((line) => neverFirst.test(line));
          expect([page.number, first]).toEqual([page.number, []]);
        }
      });
  });
});

function describeTable({ columns, groups, head }: Table): string {
  return `${columns.length} columns, ${groups.flat().length} rows, head of ${head.length}`;
}

function wordsOn(page: PdfPage): string {
  return page.texts.map(({ text }) => text).join('');
}

/** The lines of a cell after its first one. */
function linesIn(page: PdfPage, rect: Rect): string[] {
  const lines = new Map<number, string>();
  for (const { text, baseline } of textsIn(page, rect)) {
    const line = Math.round(baseline);
    lines.set(line, (lines.get(line) ?? '') + text);
  }
  return [...lines.values()].slice(1);
}

function inOrder(words: ReadonlyMap<string, string>): (readonly [string, string])[] {
  return [...words].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Whether a word that stands in a table by its middle leaves the cell there. */
function crossesRule(text: PdfText, table: PdfTable): boolean {
  const x = text.x + text.width / 2;
  const y = text.y + text.height / 2;
  const cell = table.cells.find(
    ({ rect }) => x > rect.x && x < rect.x + rect.width && y > rect.y && y < rect.y + rect.height,
  );
  if (cell === undefined) return x > table.x && x < table.x + table.width && y > table.y && y < table.y + table.height;
  const { rect } = cell;
  return (
    text.x < rect.x - tolerance ||
    text.x + text.width > rect.x + rect.width + tolerance ||
    text.y < rect.y - tolerance ||
    text.y + text.height > rect.y + rect.height + tolerance
  );
}
