import { describe, expect, test } from 'vitest';
import type { Table } from '../../../src/model/document.ts';
import { gridOf } from '../../../src/model/grid.ts';
import { plainText } from '../../../src/model/text.ts';
import { joinTables } from '../../support/pdf-join-tables.ts';
import { tablesOn } from '../../support/pdf-tables.ts';
import { textIn } from '../../support/read-pdf.ts';
import { sampleDocument } from '../../support/sample-document.ts';
import { theme } from '../../support/theme.ts';
import { writtenPdf } from '../../support/written-pdf.ts';

const sample = sampleDocument();
const file = await writtenPdf(sample);
const annex2 = sample.sections[2]?.blocks.find((block) => block.kind === 'table') as Table;
const annexPages = file.pages.filter((page) => page.width > page.height);

/** Cells of some model rows as a reader of the finished page sees them. */
const cellsOf = (rows: Table['head'], columnCount: number) =>
  gridOf(rows, columnCount)
    .cells.map(({ cell, row, column }) => ({
      row,
      column,
      rowspan: cell.rowspan,
      colspan: cell.colspan,
      text: plainText(cell.content).replaceAll('\n', ''),
    }))
    .sort((a, b) => a.row - b.row || a.column - b.column);

describe('the allocation table', () => {
  const tables = annexPages.flatMap(tablesOn);

  test('has every cell of the model in its own place between the rules, and no other', () => {
    expect(joinTables(tables, 2)).toEqual(cellsOf(annex2.groups.flat(), 19));
  });

  test('has its whole head on each page', () => {
    expect(tables.length).toBe(annexPages.length);
    for (const table of tables) {
      const head = table.cells
        .filter(({ row }) => row < 2)
        .map(({ row, column, rowspan, colspan, text }) => ({ row, column, rowspan, colspan, text }));
      expect(head).toEqual(cellsOf(annex2.head, 19));
    }
  });

  test('lies inside the margins of the theme', () => {
    const { landscapeMargins: margins } = theme;
    const points = (mm: number) => (mm * 72) / 25.4;
    for (const [index, table] of tables.entries()) {
      const page = annexPages[index] as (typeof annexPages)[number];
      expect(table.x).toBeGreaterThanOrEqual(points(margins.left) - 0.5);
      expect(table.x + table.width).toBeLessThanOrEqual(page.width - points(margins.right) + 0.5);
      expect(table.y).toBeGreaterThanOrEqual(points(margins.top) - 0.5);
      expect(table.y + table.height).toBeLessThanOrEqual(page.height - points(margins.bottom) + 0.5);
    }
  });

  test('keeps every text inside its cell', () => {
    for (const [index, table] of tables.entries()) {
      const page = annexPages[index] as (typeof annexPages)[number];
      for (const { rect } of table.cells) {
        const inside = page.texts.filter(
          (t) =>
            t.x >= rect.x - 0.1 &&
            t.x < rect.x + rect.width &&
            t.baseline > rect.y &&
            t.baseline < rect.y + rect.height,
        );
        for (const text of inside) {
          expect(text.x + text.width).toBeLessThanOrEqual(rect.x + rect.width + 0.1);
          expect(text.y).toBeGreaterThanOrEqual(rect.y - 0.1);
          expect(text.y + text.height).toBeLessThanOrEqual(rect.y + rect.height + 0.1);
        }
      }
    }
  });

  test('shades the head, and the marked column from head to foot', () => {
    for (const [index, table] of tables.entries()) {
      const fills = annexPages[index]?.fills ?? [];
      const shadeOf = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) =>
        fills.find(
          (fill) =>
            Math.abs(fill.x - x) < 0.5 &&
            Math.abs(fill.y - y) < 0.5 &&
            Math.abs(fill.width - width) < 0.5 &&
            Math.abs(fill.height - height) < 0.5,
        )?.colour ?? null;
      for (const cell of table.cells) {
        const marked = cell.column === 5 && cell.colspan === 1;
        const expected = marked ? theme.colours.marked : cell.row < 2 ? theme.colours.tableHead : null;
        expect(shadeOf(cell.rect)).toBe(expected);
      }
    }
  });
});

describe('the text', () => {
  test('stands on the pages block by block', () => {
    const first = file.pages[0]?.texts.map(({ text }) => text).join('') ?? '';
    for (const words of [
      '第6期',
      '市民生实事办',
      '2023年7月5日',
      '2项滞后',
      '一、总体情况',
      '2. 新增公共场所AED1000台',
      '序时进度50.0%',
    ])
      expect(first).toContain(words);
    expect(file.pages[2]?.texts.map(({ text }) => text).join('')).toContain('注：完成率＝累计完成÷任务。');
  });

  test('has the colour of its tone', () => {
    const lagging = file.pages[0]?.texts.find(({ text }) => text.includes('2项滞后'));
    expect(lagging?.colour).toBe(theme.colours.tones.lagging);
  });

  test('puts office and date on the edges of the red rule', () => {
    const page = file.pages[0] as (typeof file.pages)[number];
    const office = page.texts.find(({ text }) => text === '市民生实事办');
    const date = page.texts.find(({ text }) => text === '2023年7月5日');
    const rules = page.lines.filter(
      ({ colour, y1 }) => colour === theme.colours.banner && y1 > (office?.baseline ?? 0),
    );
    expect(rules).toHaveLength(1);
    expect(office?.x).toBeCloseTo(rules[0]?.x1 ?? 0, 1);
    expect((date?.x ?? 0) + (date?.width ?? 0)).toBeCloseTo(rules[0]?.x2 ?? 0, 1);
  });
});

describe('the chart', () => {
  const page = file.pages[0] as (typeof file.pages)[number];
  const bars = page.fills.filter(({ rectangle, width }) => rectangle && width > 20);

  test('draws bars in proportion to the values, each with label and value on its line', () => {
    const lines = bars.map((bar) => textIn(page, { x: 0, y: bar.y - 4, width: page.width, height: bar.height + 8 }));
    expect(lines).toEqual(['拱墅区61.0%', '上城区52.3%', '西湖区48.8%', '杭州西湖风景名胜区111.5%']);
    const [, second, , longest] = bars.map(({ width }) => width);
    expect((second ?? 0) / (longest ?? 1)).toBeCloseTo(0.523 / 1.115, 3);
  });

  test('draws the yardstick where its value lies', () => {
    const first = bars[0];
    const longest = bars[3];
    const dashed = page.lines.find(({ colour }) => colour === theme.colours.reference);
    expect((dashed?.x1 ?? 0) - (first?.x ?? 0)).toBeCloseTo(((longest?.width ?? 0) * 0.5) / 1.115, 1);
  });
});

describe('every page', () => {
  test('has its number below the text as it is bound, right on odd pages and left on even ones', () => {
    for (const page of file.pages) {
      const number = page.texts.find(({ text }) => text === `— ${page.number} —`);
      expect(number?.size).toBeCloseTo(theme.sizes.pageNumber, 3);
      const { x = 0, y = 0, width = 0, height = 0 } = number ?? {};
      const landscape = page.width > page.height;
      // A landscape page is bound with its left edge below, and its foot on the right.
      const [across, down] = landscape
        ? [(y + height / 2) / page.height, 1 - x / page.width]
        : [(x + width / 2) / page.width, y / page.height];
      expect(across > 0.5).toBe(page.number % 2 === 1);
      expect(down).toBeGreaterThan(0.85);
    }
  });

  test('says in red at its head, and across its middle, that the data are examples', () => {
    for (const page of file.pages) {
      const head = page.texts.filter(({ text }) => text === '示例数据');
      expect(head).toHaveLength(1);
      expect(head[0]).toMatchObject({ colour: theme.colours.banner });
      expect(head[0]?.baseline).toBeLessThan(page.height * 0.1);
      const mark = page.fills.find(({ rectangle }) => !rectangle);
      expect((mark?.x ?? 0) < page.width / 2 && (mark?.x ?? 0) + (mark?.width ?? 0) > page.width / 2).toBe(true);
    }
  });

  test('says nothing of examples when the data are real', async () => {
    const real = await writtenPdf(sampleDocument(null));
    expect(real.text).not.toContain('示例数据');
    expect(real.pages.flatMap((page) => page.fills).every(({ rectangle }) => rectangle)).toBe(true);
  });
});

test('properties, language and bookmarks come from the document', () => {
  expect(file.info).toMatchObject({
    Title: sample.title,
    Author: sample.author,
    Subject: sample.subject,
    Keywords: '上城区, 2023-06',
    CreationDate: 'D:20230705000000Z',
    Language: 'zh-CN',
  });
  expect(file.bookmarks.map(({ title, page }) => [title, page])).toEqual([
    ['简报', 1],
    ['附件1', 3],
    ['附件2', 4],
  ]);
  expect(file.bookmarks[0]?.children.map(({ title, page }) => [title, page])).toEqual([
    ['一、总体情况', 1],
    ['二、各区排名', 1],
  ]);
});
