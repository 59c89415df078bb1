import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document, PageSetup, Row, Table } from '../../src/model/document.ts';
import { run } from '../../src/model/text.ts';
import { verifyFile } from '../../src/verify/index.ts';
import { anyTable } from '../support/any-table.ts';
import { packetFormats } from '../support/open-written.ts';
import { written } from '../support/written-packet.ts';

/** A few tables here; `.ci/run` asks for more. */
const count = Number(process.env['JIANBAO_RANDOM_TABLES'] ?? 12);
/** The same tables on every machine; another seed is for whoever looks for more. */
const seed = Number(process.env['JIANBAO_SEED'] ?? 20_230_705);

const small = { columns: { min: 1, max: 9 }, groups: { min: 1, max: 8 }, rows: 5, words: 60 };
const wide = { columns: { min: 15, max: 60 }, groups: { min: 1, max: 5 }, rows: 4, words: 90 };
const long = { columns: { min: 2, max: 6 }, groups: { min: 1, max: 3 }, rows: 6, words: 4000 };
const many = { columns: { min: 5, max: 19 }, groups: { min: 40, max: 60 }, rows: 4, words: 60 };
const page: fc.Arbitrary<PageSetup> = fc.record({
  paper: fc.constantFrom('A4', 'A3'),
  orientation: fc.constantFrom('portrait', 'landscape'),
});

function documentOf(table: Table, setup: PageSetup): Document {
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
    sections: [{ name: '任意表', page: setup, blocks: [above, table, note] }],
  };
}

describe.each(packetFormats)('any table as %s', (format) => {
  it.each([
    ['small ones', small],
    ['with up to 60 columns', wide],
    ['with texts longer than a page', long],
    ['with many projects', many],
  ])('is found to say what it should, %s', async (_, limits) => {
    await fc.assert(
      fc.asyncProperty(anyTable(limits), page, async (table, setup) => {
        const document = documentOf(table, setup);
        const bytes = await written(document, format);
        const found = await verifyFile({ bytes, format, name: '任意' }, document);
        expect(found.map((d) => d.message['zh-CN'])).toEqual([]);
      }),
      { numRuns: Math.ceil(count / 4), seed },
    );
  });
});

/** The table with one of its cells saying more than it should. */
function withChangedCell(table: Table, pick: number): Table {
  const cells = [...table.head, ...table.groups.flat()].flatMap((row) => row.cells);
  const chosen = cells[pick % cells.length];
  const change = (row: Row): Row => ({
    ...row,
    cells: row.cells.map((cell) =>
      cell === chosen ? { ...cell, content: [...cell.content, run('改')], value: null } : cell,
    ),
  });
  return { ...table, head: table.head.map(change), groups: table.groups.map((rows) => rows.map(change)) };
}

describe.each(packetFormats)('one changed cell of any table as %s', (format) => {
  async function differences(table: Table, setup: PageSetup, pick: number) {
    const bytes = await written(documentOf(withChangedCell(table, pick), setup), format);
    return verifyFile({ bytes, format, name: '任意' }, documentOf(table, setup));
  }

  it.each([
    ['small ones', { ...small, columns: { min: 3, max: 9 }, groups: { min: 3, max: 8 } }],
    ['with up to 60 columns', wide],
    ['with many projects', many],
  ])('is named, and nothing else, %s', async (_, limits) => {
    await fc.assert(
      fc.asyncProperty(anyTable(limits), page, fc.nat(), async (table, setup, pick) => {
        const found = await differences(table, setup, pick);
        expect(found.length).toBeGreaterThan(0);
        const others = found.filter(({ code }) => code !== 'verify-cell' && code !== 'verify-more');
        expect(others.map((d) => d.message['zh-CN'])).toEqual([]);
      }),
      { numRuns: Math.ceil(count / 4), seed },
    );
  });

  it('is found in texts longer than a page, too', async () => {
    await fc.assert(
      fc.asyncProperty(anyTable(long), page, fc.nat(), async (table, setup, pick) => {
        expect((await differences(table, setup, pick)).length).toBeGreaterThan(0);
      }),
      { numRuns: Math.ceil(count / 4), seed },
    );
  });
});
