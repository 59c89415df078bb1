import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type ChartSeries, type LineChart, lineStyles } from '../../../src/model/document.ts';
import type { ChartLine, ChartPolygon, ChartText } from '../../../src/writers/chart/drawing.ts';
import { layoutLineChart } from '../../../src/writers/chart/line-chart.ts';
import { layoutLineFrame } from '../../../src/writers/chart/line-chart-frame.ts';
import { lineChartSvg } from '../../../src/writers/chart/line-chart-svg.ts';
import { gridColour, lineColour, lineLooks } from '../../../src/writers/chart/line-looks.ts';
import { rates, sampleLines } from '../../support/line-chart.ts';
import { theme } from '../../support/theme.ts';

const width = 442;
const measure = (text: string, size: number, strong: boolean) =>
  Array.from(text, (c) => (c > '\u2000' ? 1 : 0.55)).reduce((sum, ems) => sum + ems, 0) * size * (strong ? 1.05 : 1);
const room = { theme, width, maxHeight: 600, measure };
const drawn = (chart: LineChart, maxHeight = 600) => layoutLineChart(chart, { ...room, maxHeight });
const texts = (chart: LineChart) => drawn(chart).shapes.filter((shape): shape is ChartText => shape.kind === 'text');
const withSeries = (...series: readonly Partial<ChartSeries>[]): LineChart => ({
  ...sampleLines,
  series: series.map((each) => ({ label: '甲', line: 'solid', tone: null, values: [], ...each })),
});

describe('lines', () => {
  const { shapes } = drawn(sampleLines);
  const { xOf, yOf, plot } = layoutLineFrame(sampleLines, room);
  const inPlot = (x: number) => x <= plot.right;
  const linesOf = (series: ChartSeries) =>
    shapes.filter(
      (shape): shape is ChartLine =>
        shape.kind === 'line' && shape.colour === lineColour(series, theme) && inPlot(shape.x2),
    );

  it('join the values that they have, and leave out a missing one', () => {
    const [own, mean] = sampleLines.series as [ChartSeries, ChartSeries];
    expect(linesOf(own).map(({ x1, x2 }) => [x1, x2])).toEqual([
      [xOf(0), xOf(1)],
      [xOf(3), xOf(4)],
    ]);
    expect(linesOf(own).map(({ y1, y2 }) => [y1, y2])).toEqual([
      [yOf(0.039), yOf(0.098)],
      [yOf(0.271), yOf(0.381)],
    ]);
    expect(linesOf(mean)).toHaveLength(5);
  });

  it('stand where their values are on the scale', () => {
    expect(yOf(0)).toBeCloseTo(plot.bottom, 6);
    expect(yOf(0.25)).toBeCloseTo((plot.bottom + plot.top) / 2, 6);
    const grid = shapes.filter((shape): shape is ChartLine => shape.kind === 'line' && shape.colour === gridColour);
    expect(grid.map(({ y1 }) => Math.round(y1 * 100))).toEqual(
      [0, 0.1, 0.2, 0.3, 0.4, 0.5].map((value) => Math.round(yOf(value) * 100)),
    );
  });

  it('have a marker at every value, a lonely one too', () => {
    const lonely = withSeries({ values: rates(null, '0.2', null, null, '0.3', null) });
    const markers = drawn(lonely).shapes.filter((shape): shape is ChartPolygon => shape.kind === 'polygon');
    // One more stands before the label.
    expect(markers).toHaveLength(3);
    expect(
      drawn(lonely).shapes.filter((shape) => shape.kind === 'line' && shape.colour === theme.colours.bar),
    ).toHaveLength(1);
  });

  it('differ in dash and marker, whatever their colours', () => {
    const looks = lineStyles.map((style) => lineLooks[style]);
    expect(new Set(looks.map(({ dash }) => String(dash))).size).toBe(looks.length);
    expect(new Set(looks.map(({ marker, open }) => `${marker} ${open}`)).size).toBe(looks.length);
    expect(new Set(looks.map(({ office }) => office.dash)).size).toBe(looks.length);
  });

  it('of the first series lie above the others', () => {
    const colours = shapes.flatMap((shape) =>
      shape.kind === 'polygon' && inPlot(shape.points[0]?.x ?? 0) ? [shape.colour] : [],
    );
    expect(colours.at(-1)).toBe(theme.colours.tones.onpace);
    expect(colours[0]).toBe(theme.colours.tones.muted);
  });
});

describe('labels', () => {
  it('name each line with its last value, and the month where it ended before the others', () => {
    expect(texts(sampleLines).map(({ text }) => text)).toEqual([
      '建德市综合完成率逐月走势',
      '0%',
      '10%',
      '20%',
      '30%',
      '40%',
      '50%',
      ...sampleLines.categories,
      '建德市 5月 38.1%',
      '区、县（市）平均 46.6%',
      '序时进度 50.0%',
    ]);
  });

  it('print a value in the format that tables have for it', () => {
    const [value] = rates('0.9997');
    const fine = withSeries({ values: [value ? { ...value, format: '0.00%' } : null] });
    expect(texts({ ...fine, categories: ['1月'] }).at(-1)?.text).toBe('甲 99.97%');
  });

  it('leave out a line that has no value', () => {
    const chart = withSeries({ label: '甲', values: rates('0.1') }, { label: '乙', values: rates(null) });
    expect(texts({ ...chart, categories: ['1月'] }).map(({ text }) => text)).not.toContain('乙');
  });

  it('of every other month give way where twelve do not fit, never the last', () => {
    const months = Array.from({ length: 12 }, (_, i) => `${i + 1}月`);
    const year = withSeries({ label: '名'.repeat(14), values: rates(...months.map((_, i) => String(i / 12))) });
    const narrow = layoutLineFrame({ ...year, categories: months }, { ...room, width: 300 });
    expect(narrow.categories.labels.map(({ text }) => text)).toEqual(['2月', '4月', '6月', '8月', '10月', '12月']);
    expect(layoutLineFrame({ ...year, categories: months }, room).categories.labels).toHaveLength(12);
  });

  test('never touch each other or the edges, however long names are and however close lines end', () => {
    const value = fc.option(fc.integer({ min: -300, max: 2500 }), { freq: 8 });
    const months = fc.integer({ min: 1, max: 14 });
    const lines = months.chain((count) =>
      fc.record({
        categories: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: count, maxLength: count }),
        series: fc.array(
          fc.record({
            name: fc.integer({ min: 1, max: 40 }),
            values: fc.array(value, { minLength: count, maxLength: count }),
          }),
          { minLength: 1, maxLength: 9 },
        ),
        maxHeight: fc.integer({ min: 60, max: 400 }),
      }),
    );
    fc.assert(
      fc.property(lines, ({ categories, series, maxHeight }) => {
        const chart: LineChart = {
          ...sampleLines,
          title: '题'.repeat(60),
          categories: categories.map((length, i) => `${i}${'月'.repeat(length)}`),
          series: series.map(({ name, values }, i) => ({
            label: '区'.repeat(name),
            line: lineStyles[i % lineStyles.length] ?? 'solid',
            tone: null,
            values: rates(...values.map((each) => (each === null ? null : (each / 1000).toFixed(3)))),
          })),
        };
        const { height, shapes } = drawn(chart, maxHeight);
        const boxes = shapes.flatMap((shape) => (shape.kind === 'text' ? [boxOf(shape)] : []));
        for (const [i, box] of boxes.entries()) {
          expect(box.left).toBeGreaterThanOrEqual(-0.01);
          expect(box.right).toBeLessThanOrEqual(width + 0.01);
          expect(box.top).toBeGreaterThanOrEqual(-0.01);
          expect(box.bottom).toBeLessThanOrEqual(height + 0.01);
          for (const other of boxes.slice(i + 1))
            expect([box.text, other.text, overlap(box, other)]).toEqual([box.text, other.text, false]);
        }
        if (maxHeight > 150) expect(height).toBeLessThanOrEqual(maxHeight + 0.01);
      }),
      { numRuns: 150 },
    );
  });
});

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What the ink of words covers: ideographs fill their square but for a twentieth at each side. */
function boxOf({ text, x, y, size, anchor, strong }: ChartText): Box {
  const length = measure(text, size, strong);
  const left = x - (anchor === 'middle' ? length / 2 : anchor === 'end' ? length : 0);
  return { text, left, right: left + length, top: y - size * 0.83, bottom: y + size * 0.07 };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right - 0.01 && b.left < a.right - 0.01 && a.top < b.bottom - 0.01 && b.top < a.bottom - 0.01;
}

describe('the SVG', () => {
  const svg = lineChartSvg(sampleLines, { theme, width: 420, fontFamily: "'宋体',serif" });

  it('is a picture with a title and a description that holds all figures', () => {
    expect(svg).toContain(`role="img"`);
    expect(svg).toContain(`><title>${sampleLines.title}</title><desc>${sampleLines.alt}</desc><`);
    const hostile = lineChartSvg({ ...sampleLines, alt: 'a"<b>' }, { theme, width: 420, fontFamily: 'x' });
    expect(hostile).toContain('<desc>a&quot;&lt;b&gt;</desc>');
  });

  it('draws lines, markers and words', () => {
    expect(svg.match(/<polygon /g)).toHaveLength(4 + 6 + 6 + 3);
    expect(svg).toContain('stroke-dasharray="3.5 2.2"');
    for (const words of ['>1月<', '>6月<', '>50%<', '>建德市 5月 38.1%<']) expect(svg).toContain(words);
  });
});
