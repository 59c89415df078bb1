import type { Diagnostic } from '../model/diagnostic.ts';
import { openPdf } from '../readers/pdf/open-pdf.ts';
import type { PdfText } from '../readers/pdf/page.ts';
import { isIn, type ReadPage, readPage } from '../readers/pdf/page-text.ts';
import type { RuledTable } from '../readers/pdf/ruled-tables.ts';
import { textsBeyond } from '../readers/pdf/table-block.ts';
import { bareText } from './bare-text.ts';
import { type FoundAstray, type FoundFile, type FoundTable, foundText } from './found.ts';
import { spread } from './spread-table.ts';
import { nowhere } from './where.ts';

/** Points that glyphs may reach over an edge: they are measured and drawn with different roundings. */
const overhang = 0.3;

/** What the pages of a PDF show, or why it cannot be opened. */
export async function foundInPdf(bytes: Uint8Array, source: string): Promise<FoundFile | Diagnostic> {
  const opened = await openPdf(bytes, source);
  if (opened.pages === null) return opened.problem;
  const pages = opened.pages.map(readPage);
  return {
    title: opened.title,
    surfaces: pages.map(({ page }) => ({ ...nowhere, page: String(page.number) })),
    texts: pages.flatMap(({ page, lines }) =>
      lines.map(({ text, y }) => foundText(text, { ...nowhere, page: String(page.number) }, orderOf(page.number, y))),
    ),
    tables: pages.flatMap(({ page, tables }) => tables.map((table) => foundTable(table, page.number))),
    headers: null,
    drawings: [],
    notes: [],
    astray: pages.flatMap(astrayOn),
  };
}

function foundTable(table: RuledTable, page: number): FoundTable {
  const where = { ...nowhere, page: String(page) };
  const cells = table.cells.map(({ row, column, rowspan, colspan, text }) => ({
    row,
    column,
    rowspan,
    colspan,
    text,
    bare: bareText(text),
    value: null,
    where,
    lastCell: '',
    note: null,
  }));
  const order = orderOf(page, table.y);
  return { ...spread(cells, table.rowCount, table.columnCount), where, order, repeatedRows: null };
}

/** Page by page from top to bottom; no page is so high. */
function orderOf(page: number, y: number): number {
  return page * 100_000 + y;
}

/** Words beyond the paper, and words in a table beyond their cell, which the next one may cover. */
function astrayOn({ page, tables }: ReadPage): FoundAstray[] {
  const where = { ...nowhere, page: String(page.number) };
  const beyondPage = page.texts.filter(
    ({ x, y, width, height }) =>
      x < -overhang || y < -overhang || x + width > page.width + overhang || y + height > page.height + overhang,
  );
  const inCells = tables.flatMap((table) => table.cells.flatMap((cell) => textsBeyond(cell, overhang)));
  const across = page.texts.filter((text) => tables.some((table) => crosses(text, table)));
  return [
    ...beyondPage.map(({ text }) => ({ text, edge: 'page' as const, where })),
    ...[...inCells, ...across.map(({ text }) => text)].map((text) => ({ text, edge: 'cell' as const, where })),
  ];
}

/** Whether a text that stands beside a table reaches into it. */
function crosses(text: PdfText, table: RuledTable): boolean {
  const { x, y, width, height } = text;
  const across = Math.min(x + width, table.x + table.width) - Math.max(x, table.x);
  const down = Math.min(y + height, table.y + table.height) - Math.max(y, table.y);
  return !isIn(text, table) && across > overhang && down > overhang && Math.abs(text.angle) <= 1;
}
