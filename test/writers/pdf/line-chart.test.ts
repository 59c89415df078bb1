import { describe, expect, test } from 'vitest';
import type { Block } from '../../../src/model/document.ts';
import { WriteError } from '../../../src/model/errors/write-error.ts';
import { run } from '../../../src/model/text.ts';
import { lineColour } from '../../../src/writers/chart/line-looks.ts';
import { pdfWriter } from '../../../src/writers/pdf/index.ts';
import { sampleLines } from '../../support/line-chart.ts';
import type { PdfPage } from '../../support/read-pdf.ts';
import { resources, theme } from '../../support/theme.ts';
import { documentOf, writtenPdf } from '../../support/written-pdf.ts';

const paragraphs = (count: number): Block[] =>
  Array.from({ length: count }, () => ({ kind: 'paragraph', role: 'body', content: [run('已报送。')] }));

describe('lines over the months in a PDF', async () => {
  const { pages } = await writtenPdf(documentOf([...paragraphs(3), sampleLines]));
  const page = pages[0] as PdfPage;
  const baseline = (text: string) => page.texts.find((each) => each.text === text)?.baseline ?? Number.NaN;
  const heightOf = (rate: number) => {
    const [zero, half] = [baseline('0%'), baseline('50%')];
    return zero + ((half - zero) * rate) / 0.5 - theme.sizes.note * 0.95 * 0.36;
  };

  test('have their words as text: title, scale, months, name and last value of each line', () => {
    const words = page.texts.map(({ text }) => text);
    for (const text of [
      sampleLines.title,
      ...sampleLines.categories,
      '建德市 5月 38.1%',
      '区、县（市）平均 46.6%',
      '序时进度 50.0%',
    ])
      expect(words.filter((word) => word === text)).toEqual([text]);
  });

  test('join the values at the height that the scale says, with a gap where there is none', () => {
    const [own] = sampleLines.series;
    const months = sampleLines.categories.map((month) => page.texts.find(({ text }) => text === month));
    const edge = Math.max(...months.map((month) => (month?.x ?? 0) + (month?.width ?? 0)));
    // The short strokes are the outlines of markers.
    const drawn = page.lines.filter(
      ({ colour, x1, x2 }) => own !== undefined && colour === lineColour(own, theme) && x2 < edge && x2 - x1 > 8,
    );
    expect(drawn.map(({ y1, y2 }) => [y1, y2].map(Math.round))).toEqual([
      [heightOf(0.039), heightOf(0.098)].map(Math.round),
      [heightOf(0.271), heightOf(0.381)].map(Math.round),
    ]);
  });

  test('have markers, open ones in the colour of paper', () => {
    const colours = page.fills.map(({ colour }) => colour);
    expect(colours.filter((colour) => colour === '#FFFFFF')).toHaveLength(6 + 1);
    expect(colours.filter((colour) => colour === theme.colours.tones.onpace)).toHaveLength(4 + 1);
  });
});

test('a chart that cannot be drawn close enough for the rest of a page moves to the next one as it is best', async () => {
  const alone = await writtenPdf(documentOf([sampleLines]));
  for (const lines of [17, 18, 19, 20]) {
    const { pages } = await writtenPdf(documentOf([...paragraphs(lines), sampleLines]));
    const heights = [alone.pages[0], pages.find(({ texts }) => texts.some(({ text }) => text === '0%'))].map((page) => {
      const [bottom, top] = ['0%', '50%'].map((tick) => page?.texts.find(({ text }) => text === tick)?.baseline ?? 0);
      return (bottom ?? 0) - (top ?? 0);
    });
    const moved = !pages[0]?.texts.some(({ text }) => text === '0%');
    if (moved) expect(heights[1]).toBeCloseTo(heights[0] ?? 0, 3);
    else expect(heights[1]).toBeLessThanOrEqual((heights[0] ?? 0) + 0.001);
  }
});

test('a character that no font has is found in every word of a chart', async () => {
  const bad = '\u{10FFFD}';
  const [series] = sampleLines.series;
  if (series === undefined) throw new Error('no series');
  for (const change of [
    { title: bad },
    { categories: [bad, ...sampleLines.categories.slice(1)] },
    { series: [{ ...series, label: bad }] },
  ]) {
    const writing = pdfWriter.write(documentOf([{ ...sampleLines, ...change }]), resources);
    await expect(writing).rejects.toThrow(WriteError);
    await expect(writing).rejects.toThrow(/U\+10FFFD/);
  }
});
