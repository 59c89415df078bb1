import type { Element } from '@xmldom/xmldom';
import { describe, expect, test } from 'vitest';
import type { Cell, Document, Row, Table } from '../../../src/model/document.ts';
import { gridOf } from '../../../src/model/grid.ts';
import { textCell } from '../../../src/model/text.ts';
import { sampleDocument } from '../../support/sample-document.ts';
import { all, htmlOf, parsed, writtenTable } from './read-html.ts';

const sample = sampleDocument();
const page = parsed(await htmlOf(sample));
const tables = sample.sections.flatMap((s) => s.blocks).filter((b) => b.kind === 'table');

describe.each(tables.map((t) => [t.name, t] as const))('the table %s', (_, table) => {
  const written = writtenTable(page, table.name);

  test('holds every cell at its place', () => {
    expect(spread(written.head, table, 'head')).toEqual(spread(table.head, table, 'head'));
    expect(written.groups.map((g) => spread(g, table, 'body'))).toEqual(
      table.groups.map((g) => spread(g, table, 'body')),
    );
    expect(written.groups.flat().map((r) => r.key)).toEqual(table.groups.flat().map((r) => r.key));
  });

  test('shares its width among the columns', () => {
    const total = table.columns.reduce((sum, c) => sum + c.width, 0);
    expect(written.columns.map((c) => c.key)).toEqual(table.columns.map((c) => c.key));
    for (const [i, column] of table.columns.entries())
      expect(written.columns[i]?.width).toBeCloseTo((column.width / total) * 100, 2);
  });

  test('shades the marked column and no other', () => {
    const element = all(page, 'table').find((t) => t.getAttribute('data-name') === table.name) as Element;
    const cells = [...all(element, 'th'), ...all(element, 'td')];
    const marked = table.columns.findIndex((c) => c.marked);
    const inColumn = [table.head, ...table.groups].flatMap((rows) =>
      gridOf(rows, table.columns.length).cells.filter((c) => c.column === marked && c.cell.colspan === 1),
    );
    expect(cells.filter((c) => hasClass(c, 'marked'))).toHaveLength(inColumn.length);
  });
});

test('heads name what they are heads of', async () => {
  const head = (text: string, colspan = 1, rowspan = 1) => textCell(text, { header: true, colspan, rowspan });
  const root = parsed(
    await htmlOf(
      withTable({
        head: [
          { key: null, cells: [head('甲', 1, 2), head('乙', 2)] },
          { key: null, cells: [head('丙'), head('丁')] },
        ],
        groups: [
          [
            { key: 'a', cells: [head('一', 1, 2), textCell('1'), textCell('2')] },
            { key: 'b', cells: [textCell('3'), textCell('4')] },
          ],
          [{ key: 'c', cells: [head('二'), textCell('5'), textCell('6')] }],
        ],
      }),
    ),
  );
  expect(all(root, 'th').map((th) => [th.textContent, th.getAttribute('scope')])).toEqual([
    ['甲', 'col'],
    ['乙', 'colgroup'],
    ['丙', 'col'],
    ['丁', 'col'],
    ['一', 'rowgroup'],
    ['二', 'row'],
  ]);
  expect(all(root, 'tbody')).toHaveLength(2);
});

test('a table without a head has none', async () => {
  const row: Row = { key: null, cells: [textCell('a'), textCell('b'), textCell('c')] };
  const root = parsed(await htmlOf(withTable({ head: [], groups: [[row]] })));
  expect(all(root, 'thead')).toEqual([]);
});

test('the columns that say what a row is about stay in view, those with numbers do not', () => {
  const stuck = (name: string) => {
    const table = all(page, 'table').find((t) => t.getAttribute('data-name') === name) as Element;
    return all(table, 'th')
      .filter((th) => hasClass(th, 'first') || hasClass(th, 'second'))
      .map((th) => th.textContent);
  };
  expect(stuck('附件2')).toEqual(['序号', '项目名称']);
  expect(stuck('滞后项目')).toEqual(['序号', '项目']);
});

test('a table without columns that fit is a mistake of its maker', async () => {
  const row: Row = { key: null, cells: [textCell('a', { colspan: 4 })] };
  await expect(htmlOf(withTable({ head: [], groups: [[row]] }))).rejects.toThrow(RangeError);
});

/** What each position shows: the cell's place, words, number and alignment. */
function spread(rows: readonly Row[], table: Table, part: 'head' | 'body') {
  return gridOf(rows, table.columns.length).at.map((line) =>
    line.map(
      (placed) =>
        placed && {
          row: placed.row,
          column: placed.column,
          content: placed.cell.content,
          header: placed.cell.header,
          number: placed.cell.value?.number ?? null,
          align: alignOf(placed.cell, part, table.columns[placed.column]?.align),
        },
    ),
  );
}

function alignOf(cell: Cell, part: 'head' | 'body', column: string | undefined): string | undefined {
  return cell.align ?? (part === 'head' ? 'center' : column);
}

function hasClass(element: Element, name: string): boolean {
  return (element.getAttribute('class') ?? '').split(' ').includes(name);
}

function withTable(rows: Pick<Table, 'head' | 'groups'>): Document {
  const columns = ['a', 'b', 'c'].map((key) => ({ key, width: 1, align: 'left', marked: false }) as const);
  const table: Table = { kind: 'table', name: '表', columns, ...rows };
  const section = { name: '节', page: { paper: 'A4', orientation: 'portrait' }, blocks: [table] } as const;
  return { ...sample, sections: [section] };
}
