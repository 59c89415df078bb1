import { describe, expect, it } from 'vitest';
import type { Table } from '../../src/model/document.ts';
import { plainText } from '../../src/model/text.ts';
import { csvReader } from '../../src/readers/csv.ts';
import { readerFor } from '../../src/readers/index.ts';
import { textReader } from '../../src/readers/text.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const rows = (table: Table) => table.groups.flat().map((row) => row.cells.map((cell) => plainText(cell.content)));

describe('the text reader', () => {
  it('tells paragraphs from tables and knows the line and field of each cell', () => {
    const { blocks } = textReader.read(bytes('题目\r\n\r\na\tb\r\nc\td\te\r\n\r\nf\tg\n'), 't.txt');
    expect(blocks.map((block) => block.kind)).toEqual(['paragraph', 'table', 'table']);
    const table = blocks[1] as Table;
    expect(rows(table)).toEqual([
      ['a', 'b', ''],
      ['c', 'd', 'e'],
    ]);
    expect(table.groups[0]?.[1]?.cells[2]?.at).toEqual({ source: 't.txt', part: '表1', row: 4, column: 3 });
  });

  it.each([
    ['UTF-8 with BOM', Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes('区\t县'))],
    ['UTF-16 LE', Uint8Array.of(0xff, 0xfe, 0x3a, 0x53, 0x09, 0x00, 0xbf, 0x53)],
    ['UTF-16 BE', Uint8Array.of(0xfe, 0xff, 0x53, 0x3a, 0x00, 0x09, 0x53, 0xbf)],
    ['GB18030', Uint8Array.of(0xc7, 0xf8, 0x09, 0xcf, 0xd8)],
  ])('reads %s', (_, file) => {
    const { blocks, diagnostics } = textReader.read(file, 't.txt');
    expect(diagnostics).toEqual([]);
    expect(rows(blocks[0] as Table)).toEqual([['区', '县']]);
  });

  it.each([
    ['a zip file', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00)],
    ['bytes of no encoding', Uint8Array.of(0xff, 0xff, 0xff)],
  ])('refuses %s', (_, file) => {
    const { blocks, diagnostics } = textReader.read(file, 't.txt');
    expect(blocks).toEqual([]);
    expect(diagnostics.map((d) => [d.code, d.severity])).toEqual([['file-not-text', 'error']]);
  });
});

describe('the CSV reader', () => {
  it('reads quotes, rows of different length and CRLF, with line numbers', () => {
    const { blocks } = csvReader.read(bytes('\uFEFFa,"b,""c"""\r\n\r\nd\r\n'), 't.csv');
    const table = blocks[0] as Table;
    expect(rows(table)).toEqual([
      ['a', 'b,"c"'],
      ['d', ''],
    ]);
    expect(table.groups[0]?.[1]?.cells[0]?.at?.row).toBe(3);
  });

  it('names the line of a broken quote', () => {
    const { diagnostics } = csvReader.read(bytes('a,b\n"c,d\n'), 't.csv');
    expect(diagnostics.map((d) => [d.code, d.at?.source])).toEqual([['csv-broken', 't.csv']]);
  });

  it('has nothing to say of an empty file', () => expect(csvReader.read(bytes(''), 't.csv').blocks).toEqual([]));
});

it('finds readers by extension, whatever its case', () => {
  expect([readerFor('a.CSV')?.format, readerFor('b.txt')?.format, readerFor('c.doc')]).toEqual(['csv', 'text', null]);
});
