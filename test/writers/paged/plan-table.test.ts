import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell, Row, Table } from '../../../src/model/document.ts';
import { WriteError } from '../../../src/model/errors/write-error.ts';
import { textCell } from '../../../src/model/text.ts';
import { planTable } from '../../../src/writers/paged/plan-table.ts';
import type { PlannedCell, TableFrame, TableStyle } from '../../../src/writers/paged/table-plan.ts';

const style: TableStyle = {
  ruler: { width: (character) => (character < '\u2000' ? 0.5 : 1) },
  largest: 10,
  smallest: 6,
  easy: 8,
  lineHeight: 1.2,
  padX: 0.25,
  padY: 0.25,
  condense: null,
};
const frame: TableFrame = { width: 400, height: 300, firstHeight: 200, tail: 0 };

const row = (...cells: (Cell | string)[]): Row => ({
  key: null,
  cells: cells.map((cell) => (typeof cell === 'string' ? textCell(cell) : cell)),
});

/** A number, a name over all rows of its group, and so many districts below one heading. */
function districts(count: number, groups: readonly number[], figure = '100个'): Table {
  const head = (text: string, span: Partial<Cell>) => textCell(text, { header: true, ...span });
  const names = Array.from({ length: count }, (_, i) => `区${i + 1}`);
  return {
    kind: 'table',
    name: '分解表',
    columns: ['no', 'name', ...names].map((key, i) => ({
      key,
      width: i === 1 ? 6 : 3,
      align: 'center',
      marked: false,
    })),
    head: [
      row(head('序号', { rowspan: 2 }), head('项目', { rowspan: 2 }), head('任务分解', { colspan: count })),
      row(...names.map((name) => head(name, {}))),
    ],
    groups: groups.map((size, g) =>
      Array.from({ length: size }, (_, r) => {
        const first = [textCell(String(g + 1), { rowspan: size }), textCell(`项目${g + 1}`, { rowspan: size })];
        return row(...(r === 0 ? first : []), ...names.map(() => figure));
      }),
    ),
  };
}

const words = (cell: PlannedCell) =>
  cell.lines
    .flat()
    .map((piece) => piece.text)
    .join('');

describe('the font size', () => {
  test('is the largest if everything fits', () => {
    expect(planTable(districts(3, [1, 1]), style, frame).size).toBe(10);
  });

  test('is smaller if a figure would be wider than its column', () => {
    const plan = planTable(districts(8, [1], '12345678'), style, frame);
    expect(plan.size).toBeLessThan(10);
    expect(plan.pages).toHaveLength(1);
    for (const cell of plan.pages[0]?.cells ?? []) if (cell.part === 'body') expect(cell.lines.length).toBe(1);
  });

  test('is smaller if that saves a page', () => {
    const table = districts(3, new Array(11).fill(1));
    const onOnePage = planTable(table, style, { ...frame, firstHeight: 210 });
    expect([onOnePage.size, onOnePage.pages.length]).toEqual([9.5, 1]);
  });
});

describe('on every page', () => {
  test('the head stands on top, spans and all', () => {
    const plan = planTable(districts(4, new Array(40).fill(1)), style, frame);
    expect(plan.pages.length).toBeGreaterThan(1);
    for (const page of plan.pages) {
      const head = page.cells.filter(({ part }) => part === 'head');
      expect(head.map((cell) => [words(cell), cell.rowspan, cell.colspan])).toEqual([
        ['序号', 2, 1],
        ['项目', 2, 1],
        ['任务分解', 1, 4],
        ['区1', 1, 1],
        ['区2', 1, 1],
        ['区3', 1, 1],
        ['区4', 1, 1],
      ]);
    }
  });

  test('cells cover the table without gap or overlap, and their text fits into them', () => {
    const shapes = fc.record({
      count: fc.integer({ min: 1, max: 40 }),
      groups: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 }),
      figure: fc.constantFrom('', '5个', '18600人次', '新增认知障碍照护专区床位若干张', 'https://example.gov.cn'),
      firstHeight: fc.integer({ min: 0, max: 300 }),
    });
    fc.assert(
      fc.property(shapes, ({ count, groups, figure, firstHeight }) => {
        const plan = planTable(districts(count, groups, figure), style, { ...frame, firstHeight });
        for (const [index, page] of plan.pages.entries()) {
          const room = index === 0 && !plan.startsOnNewPage ? firstHeight : frame.height;
          expect(page.height).toBeLessThanOrEqual(room + 1e-6);
          expect(page.width).toBeCloseTo(frame.width, 6);
          const area = page.cells.reduce((sum, cell) => sum + cell.width * cell.height, 0);
          expect(area).toBeCloseTo(page.width * page.height, 3);
          for (const cell of page.cells) {
            expect(cell.lines.length * style.lineHeight * plan.size).toBeLessThanOrEqual(cell.height + 1e-6);
            for (const line of cell.lines) {
              const width = line.reduce((sum, piece) => sum + piece.width, 0) * plan.size;
              if (line.some((piece) => piece.text.length > 1)) expect(width).toBeLessThanOrEqual(cell.width + 1e-6);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a table', () => {
  test('of a project longer than a page repeats its name with 「（续）」', () => {
    const plan = planTable(districts(2, [60]), style, frame);
    const names = plan.pages.flatMap((page) =>
      page.cells.filter(({ part, column }) => part === 'body' && column === 1),
    );
    expect(names.map(words)).toEqual(['项目1', ...new Array(plan.pages.length - 1).fill('项目1（续）')]);
    expect(names.map(({ continued }) => continued)).toEqual([false, ...new Array(plan.pages.length - 1).fill(true)]);
  });

  test('lets a figure that goes on with 「（续）」 use its whole column, not the axis of the units', () => {
    const figure = (number: string, unit: string, rowspan = 1) =>
      textCell(number + unit, { rowspan, value: { number, format: `0"${unit}"`, formula: null } });
    const size = 60;
    const rows = Array.from({ length: size }, (_, r) =>
      row(...(r === 0 ? [figure('5755', '个', size)] : []), figure('1', '万平方米')),
    );
    const table: Table = {
      kind: 'table',
      name: '进度',
      columns: ['a', 'b'].map((key) => ({ key, width: 1, align: 'right', marked: false })),
      head: [row(textCell('甲', { header: true }), textCell('乙', { header: true }))],
      groups: [[row(figure('1', '万平方米'), '')], rows],
    };
    const cells = planTable(table, style, { ...frame, width: 150 }).pages.flatMap((page) => page.cells);
    const figures = cells.filter((cell) => cell.column === 0 && words(cell).startsWith('5755个'));
    expect(figures.map(words).slice(0, 2)).toEqual(['5755个', '5755个（续）']);
    expect(figures.map(({ inset }) => inset > 0)).toEqual([true, ...figures.slice(1).map(() => false)]);
  });

  test('with more columns than a page holds goes on in panels that repeat number and name', () => {
    const plan = planTable(districts(60, [1, 2]), style, frame);
    const panels = new Set(plan.pages.map(({ panel }) => panel));
    expect(panels.size).toBeGreaterThan(1);
    for (const page of plan.pages) {
      const first = page.cells.filter(({ part, column }) => part === 'body' && column < 2).map(words);
      expect(first).toEqual(['1', '项目1', '2', '项目2']);
    }
    const columns = plan.pages.flatMap((page) => page.cells.filter((c) => c.part === 'head' && c.row === 1));
    expect(columns.map(words)).toEqual(Array.from({ length: 60 }, (_, i) => `区${i + 1}`));
  });

  test('starts on a new page rather than below a title with no room', () => {
    expect(planTable(districts(3, [2]), style, { ...frame, firstHeight: 40 }).startsOnNewPage).toBe(true);
  });

  test('without rows is its head', () => {
    const plan = planTable(districts(2, []), style, frame);
    expect(plan.pages.map((page) => page.cells.length)).toEqual([5]);
  });

  test('whose head leaves no room for rows is refused', () => {
    const table = districts(2, [1]);
    const giant: Table = { ...table, head: [row(textCell('很长的表头'.repeat(400), { header: true, colspan: 4 }))] };
    expect(() => planTable(giant, style, frame)).toThrow(WriteError);
  });
});
