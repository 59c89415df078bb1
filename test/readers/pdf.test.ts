import { describe, expect, it } from 'vitest';
import { planDocument } from '../../src/jobs/export-plan.ts';
import type { Table } from '../../src/model/document.ts';
import { gridOf } from '../../src/model/grid.ts';
import { plainText } from '../../src/model/text.ts';
import { loadPlan } from '../../src/month/pipeline.ts';
import { planJson } from '../../src/plan/plan-json.ts';
import { pdfReader } from '../../src/readers/pdf/index.ts';
import { grid, handMadePdf, strokes, words } from '../support/hand-made-pdf.ts';
import { hasOffice, officeFolder } from '../support/office.ts';
import { planFile } from '../support/plan-2023.ts';
import { written } from '../support/written-packet.ts';

const read = (bytes: Uint8Array) => pdfReader.read(bytes, '表.pdf');
const codesOf = async (bytes: Uint8Array) => (await read(bytes)).diagnostics.map(({ code }) => code);

/** Cells as `row,column rowspan×colspan words`. */
async function cellsOf(bytes: Uint8Array): Promise<string[]> {
  const { blocks, diagnostics } = await read(bytes);
  expect(diagnostics).toEqual([]);
  const tables = blocks.filter((block): block is Table => block.kind === 'table');
  return tables.flatMap(({ columns, groups }) =>
    gridOf(groups.flat(), columns.length).cells.map(
      ({ cell, row, column }) => `${row},${column} ${cell.rowspan}×${cell.colspan} ${plainText(cell.content)}`,
    ),
  );
}

const [xs, ys] = [
  [50, 150, 250, 350],
  [700, 680, 660],
];
const six = [
  words('A', 60, 685),
  words('B', 160, 685),
  words('C', 260, 685),
  words('D', 60, 665),
  words('F', 260, 665),
];
const sixCells = ['0,0 1×1 A', '0,1 1×1 B', '0,2 1×1 C', '1,0 1×1 D', '1,1 1×1 ', '1,2 1×1 F'];

describe('the cells of a PDF are what its rules close', () => {
  it('stroked rules', async () => {
    expect(await cellsOf(handMadePdf([[grid(xs, ys), ...six].join('\n')]))).toEqual(sixCells);
  });

  it('rules drawn as thin boxes, cell by cell with gaps between them, as office programs do', async () => {
    const boxes = [0, 1].flatMap((row) =>
      [0, 1, 2].flatMap((column) => {
        const [x, y] = [50 + 100 * column, 700 - 20 * row];
        return [
          `${x + 0.5} ${y - 0.25} 99 0.5 re f`,
          `${x + 0.5} ${y - 20.25} 99 0.5 re f`,
          `${x - 0.25} ${y - 19.5} 0.5 19 re f`,
          `${x + 99.75} ${y - 19.5} 0.5 19 re f`,
        ];
      }),
    );
    expect(await cellsOf(handMadePdf([[...boxes, ...six].join('\n')]))).toEqual(sixCells);
  });

  it('a table without rules at its sides reaches as far as its rules across', async () => {
    const open = strokes(...ys.map((y) => [50, y, 350, y] as const), [150, 660, 150, 700], [250, 660, 250, 700]);
    expect(await cellsOf(handMadePdf([[open, ...six].join('\n')]))).toEqual(sixCells);
  });

  it('merged cells over rows and columns', async () => {
    const rules = strokes(
      [50, 700, 350, 700],
      [150, 680, 350, 680],
      [50, 660, 350, 660],
      [50, 660, 50, 700],
      [150, 660, 150, 700],
      [250, 660, 250, 680],
      [350, 660, 350, 700],
    );
    const texts = [words('no', 60, 676), words('wide', 200, 685), words('x', 160, 665), words('y', 260, 665)];
    expect(await cellsOf(handMadePdf([[rules, ...texts].join('\n')]))).toEqual([
      '0,0 2×1 no',
      '0,1 1×2 wide',
      '1,1 1×1 x',
      '1,2 1×1 y',
    ]);
  });

  it('a page that is turned, and one that draws its table as a form', async () => {
    const table = [grid(xs, ys), ...six].join('\n');
    // What is written sideways on a page that is turned by a quarter stands upright for the reader.
    const sideways = `0 1 -1 0 595 0 cm\n${table}`;
    expect(await cellsOf(handMadePdf([sideways], { page: '/Rotate 90' }))).toEqual(sixCells);
    const form = `<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Matrix [1 0 0 1 10 -20] /Resources << /Font << /F1 3 0 R >> >> /Length ${table.length} >>\nstream\n${table}\nendstream`;
    expect(await cellsOf(handMadePdf(['/X1 Do'], { objects: [form] }))).toEqual(sixCells);
  });

  it('words that leave nothing on the paper are not there', async () => {
    const hidden = 'BT /F1 10 Tf 3 Tr 160 665 Td (hidden) Tj ET';
    expect(await cellsOf(handMadePdf([[grid(xs, ys), ...six, hidden].join('\n')]))).toEqual(sixCells);
  });

  it('the lines of a cell are one text, top to bottom, and every cell knows its page and place', async () => {
    const two = [
      grid(xs, [700, 660, 640]),
      words('1', 60, 650),
      words('second', 60, 668),
      words('first', 60, 685),
    ].join('\n');
    const { blocks } = await read(handMadePdf([[grid(xs, ys), ...six].join('\n'), two]));
    const cells = blocks.flatMap((block) =>
      block.kind === 'table' ? block.groups.flat().flatMap((row) => row.cells) : [],
    );
    const cell = cells.find(({ at }) => at?.part === '2' && at.row === 1 && at.column === 1);
    expect(plainText(cell?.content ?? [])).toBe('first second');
    expect(cell?.at).toEqual({ source: '表.pdf', part: '2', row: 1, column: 1 });
  });
});

describe('the text around tables', () => {
  it('is paragraphs, in their order, without page numbers and what stands on every page', async () => {
    const line = (text: string, y: number) => words(text.padEnd(60, 'x'), 60, y);
    const page = (number: number) =>
      [
        words('Sample', 250, 800),
        ...(number === 1 ? [words('Title', 260, 760), line('first', 730), words('end', 60, 715)] : []),
        grid(xs, ys),
        ...six,
        words('Note', 60, 630),
        words(`- ${number} -`, 280, 30),
      ].join('\n');
    const { blocks } = await read(handMadePdf([page(1), page(2)]));
    const seen = blocks.map((block) => (block.kind === 'paragraph' ? plainText(block.content) : block.kind));
    expect(seen).toEqual([
      'Title',
      expect.stringMatching(/^firstx+ ?end$/),
      'table',
      'Note',
      'page-break',
      'table',
      'Note',
    ]);
  });
});

describe('what is uncertain is refused and never guessed', () => {
  it('a rule that ends inside a cell', async () => {
    const dangling = [grid(xs, ys), strokes([200, 700, 200, 690], [190, 690, 240, 690])];
    expect(await codesOf(handMadePdf([[...dangling, ...six].join('\n')]))).toContain('pdf-cell-uncertain');
  });

  it('words across a rule', async () => {
    const across = words('a long text that runs on', 60, 665);
    expect(await codesOf(handMadePdf([[grid(xs, ys), across].join('\n')]))).toEqual(['pdf-text-across-rule']);
  });

  it.each([
    ['a scan', handMadePdf(['0.5 g 0 0 595 842 re f']), 'pdf-scanned'],
    ['a page of text without a table', handMadePdf([words('Only words', 60, 700)]), 'pdf-without-table'],
    ['a file that is cut off', handMadePdf([grid(xs, ys)]).subarray(0, 300), 'pdf-broken'],
    ['no PDF at all', new TextEncoder().encode('%PDF-1.7\nnothing'), 'pdf-broken'],
  ])('%s', async (_, bytes, code) => {
    const { parts, diagnostics } = await read(bytes);
    expect([parts, diagnostics.map((d) => [d.code, d.severity])]).toEqual([[], [[code, 'error']]]);
  });
});

describe('the allocation table of 2023', () => {
  const source = loadPlan(planFile).plan;
  /** The plan without the spacing of the print it was read from. */
  const figures = (plan: typeof source) =>
    JSON.parse(JSON.stringify(planJson(plan as NonNullable<typeof plan>)), (key, value) =>
      key === 'original' ? undefined : value,
    );

  it('comes back from its PDF with every project, target and figure', async () => {
    const document = planDocument(source as NonNullable<typeof source>);
    const bytes = await written(document, 'pdf');
    const { plan, diagnostics } = loadPlan({ name: '附件2.pdf', bytes, reading: await read(bytes) });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(figures(plan)).toEqual(figures(source));
  });

  it.runIf(hasOffice)(
    'comes back from a PDF that LibreOffice printed (skipped where soffice is not installed)',
    async () => {
      const document = planDocument(source as NonNullable<typeof source>);
      const folder = await officeFolder();
      await folder.convert('pdf', { 'plan.docx': await written(document, 'docx') });
      const bytes = await folder.read('plan.pdf');
      await folder.remove();
      const { plan } = loadPlan({ name: '附件2.pdf', bytes, reading: await read(bytes) });
      expect(figures(plan)).toEqual(figures(source));
    },
  );
});
