import { describe, expect, test } from 'vitest';
import type { Block, Paragraph, Table } from '../../../src/model/document.ts';
import { run, textCell } from '../../../src/model/text.ts';
import { tablesOn } from '../../support/pdf-tables.ts';
import type { PdfPage, PdfText } from '../../support/read-pdf.ts';
import { resources, theme } from '../../support/theme.ts';
import { documentOf, writtenPdf } from '../../support/written-pdf.ts';

const millimetres = (value: number) => (value * 72) / 25.4;

const paragraph = (text: string, role: Paragraph['role'] = 'body'): Block => ({
  kind: 'paragraph',
  role,
  content: [run(text)],
});
const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, content: [run(text)] });
const report =
  '各区、县（市）要“倒排工期、挂图作战”，确保11月前全面完成；对滞后于序时进度50.0%的项目（截至6月30日），由市政府督查室（0571-8888）逐项督办。';

/** The lines of a page from top to bottom, page number left out. */
function linesOf(page: PdfPage): { text: string; items: PdfText[]; baseline: number }[] {
  const lines = new Map<number, PdfText[]>();
  for (const item of page.texts.filter(({ text }) => !/^— \d+ —$/.test(text))) {
    const key = Math.round(item.baseline);
    lines.set(key, [...(lines.get(key) ?? []), item]);
  }
  return [...lines]
    .sort(([a], [b]) => a - b)
    .map(([baseline, items]) => {
      const sorted = items.sort((a, b) => a.x - b.x);
      return { baseline, items: sorted, text: sorted.map(({ text }) => text).join('') };
    });
}

describe('running text', async () => {
  const blocks = Array.from({ length: 40 }, () => paragraph(report.repeat(2)));
  const { pages } = await writtenPdf(documentOf(blocks));
  const [first] = pages as [PdfPage];
  const left = (theme.margins.left * 72) / 25.4;
  const width = ((210 - theme.margins.left - theme.margins.right) * 72) / 25.4;

  test('has 22 lines of 28 characters on a page (GB/T 9704-2012, 5.2.3)', async () => {
    const [page] = (await writtenPdf(documentOf([paragraph('民'.repeat(3000))]))).pages as [PdfPage];
    expect(linesOf(page)).toHaveLength(22);
    expect(linesOf(page)[1]?.text).toHaveLength(28);
    expect(linesOf(page)[0]?.text).toHaveLength(26);
  });

  test('starts two characters in and fills the lines from edge to edge', () => {
    const lines = linesOf(first);
    expect(lines[0]?.items[0]?.x).toBeCloseTo(left + (width * 2) / 28, 1);
    const last = lines[1]?.items.at(-1) as PdfText;
    expect(lines[1]?.items[0]?.x).toBeCloseTo(left, 1);
    expect(last.x + last.width).toBeGreaterThan(left + width - 1);
    expect(last.x + last.width).toBeLessThan(left + width + 3);
  });

  test('begins no line with a closing mark and ends none with an opening one', () => {
    for (const { text } of pages.flatMap(linesOf)) {
      expect(text).not.toMatch(/^[，。、；：？！）」』”’》%]/);
      expect(text).not.toMatch(/[（「『“‘《]$/);
    }
  });

  test('is never stretched so far that its gaps read as spaces', () => {
    for (const { text, width, size } of pages.flatMap((page) => page.texts))
      if (/^\p{Script=Han}+$/u.test(text)) expect(width / Array.from(text).length).toBeLessThan(1.1 * size);
  });

  test('loses no character to page breaks', () => {
    expect(
      pages
        .flatMap(linesOf)
        .map(({ text }) => text)
        .join(''),
    ).toBe(report.repeat(80));
  });
});

test('no page ends with a heading, a table-unit line or an annex label', async () => {
  for (let before = 14; before < 24; before += 1) {
    const filler = Array.from({ length: before }, () => paragraph('正文。'));
    const blocks = [...filler, heading(2, '二、标题'), heading(3, '（一）小标题'), paragraph('后文。')];
    const { pages } = await writtenPdf(documentOf(blocks));
    for (const page of pages) expect(linesOf(page).at(-1)?.text).not.toMatch(/标题/);
  }
});

describe('a table', () => {
  const columns: Table['columns'] = [
    { key: 'no', width: 2, align: 'center', marked: false },
    { key: 'name', width: 8, align: 'left', marked: false },
  ];
  const head = [{ key: null, cells: [textCell('序号', { header: true }), textCell('项目', { header: true })] }];
  const rows = (count: number, text = '新增托位'): Table['groups'] =>
    Array.from({ length: count }, (_, i) => [{ key: null, cells: [textCell(String(i + 1)), textCell(text)] }]);
  const table = (groups: Table['groups']): Table => ({ kind: 'table', name: '表', columns, head, groups });

  test('starts with its title and unit line, and keeps its note', async () => {
    for (let count = 18; count < 28; count += 1) {
      const blocks = [
        heading(1, '情况表'),
        paragraph('单位：个', 'table-unit'),
        table(rows(count)),
        paragraph('注：略。', 'note'),
      ];
      const filled = [...Array.from({ length: 6 }, () => paragraph('正文。')), ...blocks];
      const { pages } = await writtenPdf(documentOf(filled));
      const first = pages.find((page) => tablesOn(page).length > 0);
      expect(first?.texts.some(({ text }) => text === '单位：个')).toBe(true);
      const last = pages.at(-1) as PdfPage;
      expect(last.texts.some(({ text }) => text === '注：略。')).toBe(true);
      expect(tablesOn(last).length).toBe(1);
    }
  });

  test('breaks a row that is higher than a page inside its text', async () => {
    const { pages } = await writtenPdf(documentOf([table(rows(1, report.repeat(60)))]));
    const parts = pages.flatMap(tablesOn);
    expect(parts.length).toBeGreaterThan(1);
    const texts = parts.map((part) => part.cells.find(({ row, column }) => row === 1 && column === 1)?.text);
    expect(texts.join('')).toBe(report.repeat(60));
    expect(parts.map((part) => part.cells.find(({ row, column }) => row === 1 && column === 0)?.text)).toEqual([
      '1',
      ...parts.slice(1).map(() => '1（续）'),
    ]);
  });

  test('numbers landscape pages where portrait ones are numbered once they are bound', async () => {
    const { pages } = await writtenPdf(documentOf([table(rows(60))], { orientation: 'landscape', paper: 'A3' }));
    const [first, second] = pages.map(({ width, height, texts }) => ({
      paper: [Math.round(width), Math.round(height)],
      number: texts.find(({ text }) => text.startsWith('—')),
    }));
    const left = millimetres(resources.theme.landscapeMargins.left);
    for (const page of [first, second]) {
      expect(page?.paper).toEqual([1191, 842]);
      expect(page?.number?.angle).toBeCloseTo(90);
      const { x = 0, width = 0 } = page?.number ?? {};
      expect(x).toBeGreaterThan(10);
      expect(x + width).toBeLessThan(left - 10);
    }
    // One character in from what will be the right edge of an odd page, and the left edge of an even one.
    const { top, bottom } = resources.theme.landscapeMargins;
    const { y = 0, height = 0 } = first?.number ?? {};
    expect(y + height).toBeCloseTo(842 - millimetres(bottom) - resources.theme.sizes.pageNumber, 0);
    expect(second?.number?.y).toBeCloseTo(millimetres(top) + resources.theme.sizes.pageNumber, 0);
  });
});

test('a page break starts a page, but never an empty one', async () => {
  const pageBreak: Block = { kind: 'page-break' };
  const { pages } = await writtenPdf(
    documentOf([pageBreak, paragraph('一'), pageBreak, pageBreak, paragraph('二'), pageBreak]),
  );
  expect(pages.map((page) => linesOf(page).map(({ text }) => text))).toEqual([['一'], ['二']]);
});

test('a long title breaks between words, its lines centred', async () => {
  const title = '关于2023年6月市政府民生实事项目进展情况和下一步工作安排的通报';
  const { pages } = await writtenPdf(documentOf([heading(1, title)]));
  const lines = linesOf(pages[0] as PdfPage);
  expect(lines.map(({ text }) => text).join('')).toBe(title);
  expect(lines).toHaveLength(2);
  const middles = lines.map(
    ({ items }) => ((items[0]?.x ?? 0) + (items.at(-1)?.x ?? 0) + (items.at(-1)?.width ?? 0)) / 2,
  );
  expect(middles[0]).toBeCloseTo(middles[1] ?? 0, 0);
});

test('names of several annexes stand below each other', async () => {
  const list = '附件：1. 滞后项目情况表\n2. 2023年市政府民生实事项目区、县（市）任务分解表及各区、县（市）完成情况表';
  const { pages } = await writtenPdf(documentOf([paragraph(list, 'annex-list')]));
  const [first, second, third] = linesOf(pages[0] as PdfPage);
  const start = first?.items[0]?.x ?? 0;
  expect(second?.items[0]?.x).toBeCloseTo(start + 3 * theme.sizes.body, 0);
  expect(third?.items[0]?.x ?? 0).toBeGreaterThan(second?.items[0]?.x ?? 0);
});

describe('issuer and date', () => {
  const end = [
    paragraph('附件：1. 滞后项目情况表\n2. 进展情况表', 'annex-list'),
    paragraph('市民生实事办', 'signature'),
    paragraph('2023年7月5日', 'signature'),
  ];

  // 22 lines stand on a page; the end takes five with the white space above it.
  test.each(Array.from({ length: 9 }, (_, i) => 14 + i))(
    'never stand on a page without text, after %i lines of it',
    async (count) => {
      const lines = Array.from({ length: count - 2 }, (_, i) => paragraph(`第${i + 1}行。`));
      const two = paragraph('民'.repeat(40));
      const { pages } = await writtenPdf(documentOf([...lines, two, ...end]));
      const texts = linesOf(pages.at(-1) as PdfPage).map(({ text }) => text.replaceAll(/\s/g, ''));
      expect(texts.at(-1)).toBe('2023年7月5日');
      expect(texts.indexOf('附件：1.滞后项目情况表')).toBeGreaterThanOrEqual(2);
      expect(pages.length).toBe(count <= 16 ? 1 : 2);
    },
  );
});
