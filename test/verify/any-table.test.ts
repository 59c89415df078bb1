import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document, PageSetup, Row, Table } from '../../src/model/document.ts';
import { run } from '../../src/model/text.ts';
import { verifyFile } from '../../src/verify/index.ts';
import { anyTable } from '../support/any-table.ts';
import { packetFormats } from '../support/open-written.ts';
import {
  anyPage,
  bareDocument,
  bodyLine,
  noteLine,
  tableCount,
  tableSeed,
  tableSizes,
} from '../support/random-tables.ts';
import { written } from '../support/written-packet.ts';

const numRuns = Math.ceil(tableCount(12) / 4);
const { small, wide, long, many } = tableSizes;

function documentOf(table: Table, page: PageSetup): Document {
  return bareDocument([{ name: '任意表', page, blocks: [bodyLine, table, noteLine] }]);
}

describe.each(packetFormats)('any table as %s', (format) => {
  it.each([
    ['small ones', small],
    ['with up to 60 columns', wide],
    ['with texts longer than a page', long],
    ['with many projects', many],
  ])('is found to say what it should, %s', async (_, limits) => {
    await fc.assert(
      fc.asyncProperty(anyTable(limits), anyPage, async (table, setup) => {
        const document = documentOf(table, setup);
        const bytes = await written(document, format);
        const found = await verifyFile({ bytes, format, name: '任意' }, document);
        expect(found.map((d) => d.message['zh-CN'])).toEqual([]);
      }),
      { numRuns, seed: tableSeed },
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
      fc.asyncProperty(anyTable(limits), anyPage, fc.nat(), async (table, setup, pick) => {
        const found = await differences(table, setup, pick);
        expect(found.length).toBeGreaterThan(0);
        const others = found.filter(({ code }) => code !== 'verify-cell' && code !== 'verify-more');
        expect(others.map((d) => d.message['zh-CN'])).toEqual([]);
      }),
      { numRuns, seed: tableSeed },
    );
  });

  it('is found in texts longer than a page, too', async () => {
    await fc.assert(
      fc.asyncProperty(anyTable(long), anyPage, fc.nat(), async (table, setup, pick) => {
        expect((await differences(table, setup, pick)).length).toBeGreaterThan(0);
      }),
      { numRuns, seed: tableSeed },
    );
  });
});
