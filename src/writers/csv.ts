import { strToU8 } from 'fflate';
import type { Block, Document, Table } from '../model/document.ts';
import { documentIn } from '../model/document-in.ts';
import { WriteError } from '../model/errors/write-error.ts';
import { gridOf } from '../model/grid.ts';
import { plainText } from '../model/text.ts';
import type { Writer } from './writer.ts';

/** Excel takes a file without this mark for the machine's own code page. */
const byteOrderMark = '\uFEFF';
const lineEnd = '\r\n';

/** What makes a spreadsheet program calculate a field instead of showing it, in half and full width (OWASP, CSV Injection). */
const dangerous = /^[=+\-@\t\r\n＝＋－＠]/;
const plainNumber = /^[+-]?\d[\d,]*(?:\.\d+)?%?$/;

/**
 * The document's tables one after another, as RFC 4180 has it, with a blank line between them; a merged cell's text stands in its
 * first field and the others are empty. Running text has no place in a table of fields and is left out; the banner has.
 * Fields that a spreadsheet program would calculate begin with an apostrophe, so that they stay words.
 */
export const csvWriter: Writer = {
  format: 'csv',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  async write(whole) {
    const document = documentIn(whole, 'csv');
    const tables = tablesOf(document).map(recordsOf);
    if (tables.length === 0)
      throw new WriteError({
        'zh-CN': `“${document.title}”中没有表格，不能写成 CSV，请改用其他格式`,
        en: `“${document.title}” has no table to write as CSV`,
      });
    const parts = document.banner === null ? tables : [[[document.banner]], ...tables];
    const text = parts.map((records) => records.map(line).join('')).join(lineEnd);
    return strToU8(byteOrderMark + text);
  },
};

type Carried = { readonly [K in Block['kind']]: (block: Extract<Block, { kind: K }>) => readonly Table[] };

const carried: Carried = {
  heading: () => [],
  paragraph: () => [],
  list: () => [],
  table: (table) => [table],
  chart: () => [],
  colophon: () => [],
  'line-chart': () => [],
  'page-break': () => [],
};

function tablesOf(document: Document): Table[] {
  return document.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (carried[block.kind] as (block: Block) => readonly Table[])(block)),
  );
}

function recordsOf(table: Table): string[][] {
  const grid = gridOf([...table.head, ...table.groups.flat()], table.columns.length);
  const records = grid.at.map((row) => row.map(() => ''));
  for (const { cell, row, column } of grid.cells) (records[row] as string[])[column] = plainText(cell.content);
  return records;
}

function line(fields: readonly string[]): string {
  return fields.map(field).join(',') + lineEnd;
}

function field(text: string): string {
  const safe = dangerous.test(text) && !plainNumber.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
