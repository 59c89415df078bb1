import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Document, Table } from '../../src/model/document.ts';
import { WriteError } from '../../src/model/errors/write-error.ts';
import { gridOf } from '../../src/model/grid.ts';
import { plainText, textCell } from '../../src/model/text.ts';
import { csvWriter } from '../../src/writers/csv.ts';
import { sampleDocument } from '../support/sample-document.ts';

async function write(document: Document): Promise<string> {
  const bytes = await csvWriter.write(document, {} as never);
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

function documentOf(...tables: Table[]): Document {
  const sample = sampleDocument(null);
  return { ...sample, sections: [{ name: '表', page: { paper: 'A4', orientation: 'portrait' }, blocks: tables }] };
}

function tableOf(rows: readonly (readonly string[])[]): Table {
  return {
    kind: 'table',
    name: '表',
    columns: (rows[0] ?? []).map((_, i) => ({ key: `c${i}`, width: 1, align: 'left', marked: false })),
    head: [],
    groups: [rows.map((texts) => ({ key: null, cells: texts.map((text) => textCell(text)) }))],
  };
}

describe('csvWriter', () => {
  it('writes every table, each cell in the field where it begins', async () => {
    const document = sampleDocument(null);
    const tables = document.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
    const text = await write(document);
    const records = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true }) as string[][];
    const expected = tables.flatMap((table) =>
      gridOf([...table.head, ...table.groups.flat()], table.columns.length).at.map((line, row) =>
        line.map((p, column) => (p?.row === row && p.column === column ? plainText(p.cell.content) : '')),
      ),
    );
    expect(records).toEqual(expected);
  });

  it('begins with a byte order mark, ends lines with CRLF and leaves one blank line between tables', async () => {
    expect(await write(documentOf(tableOf([['甲', '乙']]), tableOf([['丙']])))).toBe('\uFEFF甲,乙\r\n\r\n丙\r\n');
  });

  it('puts the banner first', async () => {
    expect(await write(sampleDocument())).toMatch(/^\uFEFF示例数据\r\n\r\n序号,项目,/);
  });

  it('quotes commas, quotes and line breaks', async () => {
    expect(await write(documentOf(tableOf([['a,b', 'a"b', 'a\nb', ' a ']])))).toBe('\uFEFF"a,b","a""b","a\nb", a \r\n');
  });

  it('disarms what a spreadsheet program would calculate, but not plain numbers', async () => {
    const dangerous = ['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1', '＝1', '-', '\r=1'];
    const harmless = ['-1', '+1.5', '-12.5%', '1,000', '—', 'a=b', '-1,234'];
    const fields = (
      parse(await write(documentOf(tableOf([[...dangerous, ...harmless]]))), { bom: true }) as string[][]
    )[0];
    expect(fields).toEqual([...dangerous.map((text) => `'${text}`), ...harmless]);
  });

  it('refuses a document without tables', async () => {
    await expect(write(documentOf())).rejects.toThrow(WriteError);
  });
});
