import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { loadMonth } from '../../src/month/pipeline.ts';
import { composed } from '../support/composed.ts';
import { sampleMonth, sampleSources } from '../support/plan-2023.ts';
import { readDocx } from '../support/read-docx.ts';
import { readXlsx } from '../support/read-xlsx.ts';
import { theme } from '../support/theme.ts';
import { printedPages, written } from '../support/written-packet.ts';
import { all, parsed } from '../writers/html/read-html.ts';

const banner = '示例数据　仅供演示，不得作为工作依据';
const audiences = ['上城区', '全市'];
const sample = sampleMonth('2023-06');

describe.each(audiences)('example figures, %s', (audience) => {
  const document = composed(sample, audience);

  it('pdf: every page has the banner in red above its text, and the watermark below', async () => {
    const { pages } = await printedPages(await document);
    for (const page of pages) {
      const { top } = page.width > page.height ? theme.landscapeMargins : theme.margins;
      const [line, ...more] = page.texts.filter(({ text }) => text === banner);
      expect(more).toEqual([]);
      expect(line?.colour).toBe(theme.colours.banner);
      expect(line?.size).toBeGreaterThan(11);
      expect((line?.baseline ?? 1000) * (25.4 / 72)).toBeLessThan(top);
      const outlines = page.fills.filter(({ rectangle, width }) => !rectangle && width > page.width / 3);
      expect(outlines).toHaveLength(1);
    }
    expect(pages.length).toBeGreaterThan(10);
  });

  it('docx: every section has the banner in the header of odd and of even pages, and there is no other header', async () => {
    const file = readDocx(await written(await document, 'docx'));
    expect(file.sections.map(({ headers }) => Object.entries(headers).map(([kind, { text }]) => [kind, text]))).toEqual(
      file.sections.map(() => [
        ['default', banner],
        ['even', banner],
      ]),
    );
    expect(file.sections).toHaveLength(6);
    expect(file.part('word/document.xml')).not.toContain('w:titlePg');
  });

  it('xlsx: every sheet has the banner in its first row, across all columns, and in the header of its print', async () => {
    const sheets = readXlsx(await written(await document, 'xlsx'));
    expect(sheets.map(({ cells }) => cells[0])).toEqual(
      sheets.map(({ widths }) => expect.objectContaining({ row: 0, column: 0, text: banner, colspan: widths.length })),
    );
    expect(sheets.filter(({ header }) => header.endsWith(`&K${theme.colours.banner.slice(1)}${banner}`))).toHaveLength(
      7,
    );
  });

  it('html: the page begins with the banner', async () => {
    const root = parsed(new TextDecoder().decode(await written(await document, 'html')));
    const [first] = all(root, 'p');
    expect([first?.getAttribute('class'), first?.textContent]).toEqual(['banner', banner]);
  });
});

describe.each(audiences)('real figures, %s', (audience) => {
  const document = composed(realMonth(), audience);

  it('pdf: nothing speaks of examples, and nothing is drawn across a page', async () => {
    const { text, pages } = await printedPages(await document);
    expect(text).toContain('民生实事进展情况简报');
    expect(text).not.toContain('示例');
    for (const { fills, width } of pages)
      expect(fills.filter((fill) => !fill.rectangle && fill.width > width / 3)).toEqual([]);
  });

  it.each(['docx', 'xlsx'] as const)('%s: no part of the file speaks of examples', async (format) => {
    const parts = Object.entries(unzipSync(await written(await document, format)));
    const texts = parts.map(([name, bytes]) => [name, strFromU8(bytes)] as const);
    expect(texts.some(([, text]) => text.includes('民生实事进展情况简报'))).toBe(true);
    expect(texts.filter(([, text]) => text.includes('示例')).map(([name]) => name)).toEqual([]);
    expect(texts.filter(([, text]) => text.includes('oddHeader')).map(([name]) => name)).toEqual([]);
  });

  it('html: nothing speaks of examples', async () => {
    const text = new TextDecoder().decode(await written(await document, 'html'));
    expect(text).toContain('民生实事进展情况简报');
    expect(text).not.toContain('示例');
    expect(all(parsed(text), 'p').some((p) => p.getAttribute('class') === 'banner')).toBe(false);
  });
});

/** June as it would be with figures of the districts' own: returns without the column 数据性质. */
function realMonth() {
  const sources = sampleSources('2023-06');
  const returns = sources.returns.map(({ name, bytes }) => {
    const text = new TextDecoder().decode(bytes).replaceAll(/,(?:数据性质|示例数据)(?=\r?$)/gm, '');
    return { name, bytes: new TextEncoder().encode(text) };
  });
  const { month } = loadMonth({ ...sources, returns });
  if (month === null) throw new Error('June could not be read without 数据性质');
  return month;
}
