import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Chart } from '../../../src/model/document.ts';
import { layoutBarChart } from '../../../src/writers/chart/bar-chart.ts';
import { barChartSvg } from '../../../src/writers/chart/bar-chart-svg.ts';
import type { ChartRect, ChartText } from '../../../src/writers/chart/drawing.ts';
import { formatValue } from '../../../src/writers/chart/format-value.ts';
import { theme } from '../../support/theme.ts';

const chart = (values: readonly string[], options: Partial<Chart> = {}): Chart => ({
  kind: 'chart',
  name: '排名图',
  title: '完成率',
  alt: '甲区“50%”',
  format: '0.0%',
  bars: values.map((value, i) => ({ label: `第${i + 1}区`, value, tone: null })),
  reference: { label: '序时进度50.0%', value: '0.5' },
  ...options,
});
const measure = (text: string, size: number) => Array.from(text).length * size;
const drawn = (of: Chart, maxHeight = 600) => layoutBarChart(of, { theme, width: 400, maxHeight, measure });
const bars = (of: Chart) => drawn(of).shapes.filter((shape): shape is ChartRect => shape.kind === 'rect');

describe('values are printed in their format', () => {
  test.each([
    ['0.61', '0.0%', '61.0%'],
    ['1.115', '0.0%', '111.5%'],
    ['0.9995', '0.0%', '100.0%'],
    ['9.25', '0.0"万平方米"', '9.3万平方米'],
    ['1234567', '#,##0', '1,234,567'],
    ['-0.04', '0.0', '0.0'],
    ['-12.5', '0', '-13'],
    ['', '0', ''],
    ['未报送', '0.0%', '未报送'],
  ])('%s in %s is %s', (value, format, printed) => {
    expect(formatValue(value, format)).toBe(printed);
  });

  test('agree with the exact decimal to any number of places', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
        fc.integer({ min: 1, max: 6 }),
        (units, places) => {
          const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
          const decimal = `${units < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
          expect(formatValue(decimal, `0.${'0'.repeat(places)}`)).toBe(decimal);
        },
      ),
    );
  });
});

describe('bars', () => {
  test('are as long as their values say, over 100 % too', () => {
    const [half, full, over] = bars(chart(['0.5', '1', '2']));
    expect((half?.width ?? 0) * 2).toBeCloseTo(full?.width ?? 0, 6);
    expect((full?.width ?? 0) * 2).toBeCloseTo(over?.width ?? 0, 6);
  });

  test('of zero, of less and of no number have no length', () => {
    expect(bars(chart(['0', '-0.2'])).map(({ width }) => width)).toEqual([0, 0]);
    expect(bars(chart(['0'], { reference: null })).map(({ width }) => width)).toEqual([0]);
  });

  test('have the colour of their tone', () => {
    const tones = bars(
      chart([], {
        bars: [
          { label: '甲', value: '1', tone: 'slow' },
          { label: '乙', value: '1', tone: null },
        ],
      }),
    );
    expect(tones.map(({ fill }) => fill)).toEqual([theme.colours.tones.slow, theme.colours.bar]);
  });

  test('move closer, and all words stay inside the picture, however many there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 14 }), (count, length) => {
        const many = chart(new Array(count).fill('0.4'));
        const long = { ...many, bars: many.bars.map((bar) => ({ ...bar, label: '区'.repeat(length) })) };
        const { height, shapes } = drawn(long, 560);
        expect(height).toBeLessThanOrEqual(560.01);
        for (const text of shapes.filter((shape): shape is ChartText => shape.kind === 'text')) {
          const width = measure(text.text, text.size);
          const left = text.x - (text.anchor === 'middle' ? width / 2 : text.anchor === 'end' ? width : 0);
          expect(left).toBeGreaterThanOrEqual(-0.01);
          expect(left + width).toBeLessThanOrEqual(400.01);
        }
      }),
    );
  });
});

describe('the SVG', () => {
  const svg = barChartSvg(chart(['0.5', '1']), { theme, width: 640, fontFamily: "'宋体',serif" });

  test('says in words what it shows, with quotes escaped', () => {
    expect(svg).toContain('role="img" aria-label="甲区“50%”"');
    expect(barChartSvg(chart(['1'], { alt: 'a"<b>' }), { theme, width: 9, fontFamily: 'x' })).toContain(
      '"a&quot;&lt;b&gt;"',
    );
  });

  test('draws each bar, its label and its value', () => {
    expect(svg.match(/<rect /g)).toHaveLength(2);
    for (const words of ['>第1区<', '>50.0%<', '>第2区<', '>100.0%<', '>序时进度50.0%<', '>完成率<'])
      expect(svg).toContain(words);
  });
});
