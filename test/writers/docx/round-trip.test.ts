import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell, Document, Row, Table } from '../../../src/model/document.ts';
import { gridOf } from '../../../src/model/grid.ts';
import { plainText, textCell } from '../../../src/model/text.ts';
import { docxWriter } from '../../../src/writers/docx/index.ts';
import { readDocx } from '../../support/read-docx.ts';
import { sampleDocument } from '../../support/sample-document.ts';
import { resources } from '../../support/theme.ts';

const columnCount = 5;

const text = fc.string({
  unit: fc.constantFrom('国', '，', '1', '.', 'a', ' ', '<', '&', '"', '{', '}', '\n', '\t', '𠮷', '　'),
  maxLength: 6,
});
const seed = fc.record({
  colspan: fc.integer({ min: 1, max: 3 }),
  rowspan: fc.integer({ min: 1, max: 3 }),
  text,
  header: fc.boolean(),
  align: fc.constantFrom(null, 'left', 'center', 'right'),
});
type Seed = typeof seed extends fc.Arbitrary<infer T> ? T : never;

/** Fills a grid without gaps or overlaps: each seed takes the next free place and as much of its span as fits. */
function tile(rowCount: number, seeds: readonly Seed[]): Row[] {
  const taken = Array.from({ length: rowCount }, () => new Array<boolean>(columnCount).fill(false));
  let used = 0;
  return taken.map((line, row) => {
    const cells: Cell[] = [];
    for (let column = 0; column < columnCount; column += 1) {
      if (line[column]) continue;
      const wanted = seeds[used++ % seeds.length] as Seed;
      let colspan = 1;
      while (colspan < wanted.colspan && column + colspan < columnCount && !line[column + colspan]) colspan += 1;
      const rowspan = Math.min(wanted.rowspan, rowCount - row);
      for (const below of taken.slice(row, row + rowspan)) below.fill(true, column, column + colspan);
      cells.push(textCell(wanted.text, { colspan, rowspan, header: wanted.header, align: wanted.align }));
    }
    return { key: null, cells };
  });
}

const table = fc
  .record({
    head: fc.integer({ min: 0, max: 3 }),
    groups: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
    seeds: fc.array(seed, { minLength: 1, maxLength: 30 }),
    widths: fc.array(fc.double({ min: 0.5, max: 9, noNaN: true }), { minLength: columnCount, maxLength: columnCount }),
    marked: fc.integer({ min: -1, max: columnCount - 1 }),
  })
  .map(({ head, groups, seeds, widths, marked }): Table => {
    const columns = widths.map((width, i) => ({ key: `c${i}`, width, align: 'left' as const, marked: i === marked }));
    const headRows = tile(head, seeds);
    return { kind: 'table', name: '表', columns, head: headRows, groups: groups.map((rows) => tile(rows, seeds)) };
  })
  // A head row in which no cell begins is left out; see tables.test.ts.
  .filter(({ head }) => head.every(({ cells }) => cells.length > 0));

describe('a table written to Word and read back', () => {
  it('has the same cells, spans and words, whatever the merges', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (model) => {
        const page = { paper: 'A4', orientation: 'landscape' } as const;
        const document: Document = { ...sampleDocument(null), sections: [{ name: '表', page, blocks: [model] }] };
        const [read] = readDocx(await docxWriter.write(document, resources)).tables;
        const rows = [...model.head, ...model.groups.flat()];
        const expected = gridOf(rows, columnCount).cells.map(({ row, column, cell }) => ({
          row,
          column,
          rowspan: cell.rowspan,
          colspan: cell.colspan,
          text: plainText(cell.content),
        }));
        expect(
          read?.cells.map(({ row, column, rowspan, colspan, text }) => ({ row, column, rowspan, colspan, text })),
        ).toEqual(expected);
        expect(read?.rows.map((row) => row.header)).toEqual(rows.map((_, index) => index < model.head.length));
      }),
      { numRuns: 60 },
    );
  });
});
