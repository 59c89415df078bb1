import { describe, expect, test } from 'vitest';
import type { Block, Chart, Table } from '../../../src/model/document.ts';
import { run, textCell } from '../../../src/model/text.ts';
import { pdfWriter } from '../../../src/writers/pdf/index.ts';
import { openFonts } from '../../../src/writers/pdf/open-fonts.ts';
import { readPdf } from '../../support/read-pdf.ts';
import { resources } from '../../support/theme.ts';
import { documentOf } from '../../support/written-pdf.ts';

/** In GBK, in extension A twice, in extension C: none of them in GB 2312. */
const rare = '喆䶮㛃𫖯';

const paragraph = (text: string, strong = false): Block => ({
  kind: 'paragraph',
  role: 'body',
  content: [{ ...run(text), strong }],
});

const table: Table = {
  kind: 'table',
  name: '联系人',
  columns: ['a', 'b'].map((key) => ({ key, width: 1, align: 'left', marked: false })),
  head: [{ key: null, cells: [textCell(`区${rare}县`, { header: true }), textCell('姓名', { header: true })] }],
  groups: [[{ key: null, cells: [textCell('上城区'), textCell(`王${rare}（局长）`)] }]],
};

const chart: Chart = {
  kind: 'chart',
  name: '图',
  title: `各${rare}区`,
  alt: '',
  format: '0.0%',
  bars: [{ label: `甲${rare}`, value: '0.5', tone: null }],
  reference: null,
};

/** Writes and counts which font files were read. */
async function written(blocks: readonly Block[], banner: string | null = null) {
  const asked = new Set<string>();
  const font = (face: string) => {
    asked.add(face);
    return resources.font(face);
  };
  const bytes = await pdfWriter.write({ ...documentOf(blocks), banner }, { ...resources, font });
  return { bytes, asked, pdf: await readPdf(bytes) };
}

describe('rare characters', () => {
  test('print in running text, tables, charts and the banner, and can be read back', async () => {
    const { pdf } = await written([paragraph(`联系人王${rare}。`), table, chart], `示例${rare}数据`);
    for (const text of [
      `联系人王${rare}。`,
      `王${rare}（局长）`,
      `区${rare}县`,
      `各${rare}区`,
      `甲${rare}`,
      `示例${rare}数据`,
    ])
      expect(pdf.text).toContain(text);
  });

  test('stand where they were measured: each begins where the one before ends', async () => {
    const { pdf } = await written([paragraph(`联系人王${rare}主任。`)]);
    const line = pdf.pages[0]?.texts.filter(({ text }) => /[联王喆主]/.test(text)) ?? [];
    expect(line.map(({ text }) => text).join('')).toBe(`联系人王${rare}主任。`);
    expect(line).toHaveLength(3);
    for (const [index, { x }] of line.entries()) {
      const before = line[index - 1];
      if (before !== undefined) expect(x).toBeCloseTo(before.x + before.width, 1);
    }
  });

  test('neighbours of one face stay one text', async () => {
    const { pdf } = await written([paragraph('联系人为上城区主任。')]);
    expect(pdf.pages[0]?.texts.map(({ text }) => text)).toContain('联系人为上城区主任。');
  });

  test('have their face read only where one of them occurs', async () => {
    expect((await written([paragraph('联系人'), paragraph('加粗', true)])).asked).toEqual(
      new Set(['serif', 'serif-bold']),
    );
    expect((await written([paragraph('联系人喆')])).asked).toEqual(new Set(['serif', 'serif-rare']));
  });

  test('look bold among bold ones, though their face is not', async () => {
    const book = await openFonts(documentOf([{ kind: 'heading', level: 1, content: [run('硚口区')] }]), resources);
    expect(book.pieces('硚口区', resources.theme.fonts.title, false)).toEqual([
      { text: '硚', face: 'serif-rare', width: 1, thickened: 0.035 },
      { text: '口区', face: 'serif-bold', width: 2, thickened: 0 },
    ]);
  });

  test('give the same bytes each time', async () => {
    const blocks = [paragraph(`联系人王${rare}。`), table, chart];
    const { bytes } = await written(blocks);
    expect(Buffer.compare((await written(blocks)).bytes, bytes)).toBe(0);
  });
});
