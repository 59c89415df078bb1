import { type ChartPointLabel, ChartRun, type ChartSeries } from 'docx/charts';
import type { Chart } from '../../model/document.ts';
import { WriteError } from '../../model/errors/write-error.ts';
import type { Theme } from '../../model/theme.ts';
import { wordColour } from './units.ts';

/** The library measures charts in pixels of 1/96 inch. */
const pixelsPerPoint = 96 / 72;

/** Share of the longest bar that the figure beside a bar takes. */
const figureShare = 0.13;

/**
 * A native bar chart that Word can edit: horizontal bars in the order given, from the top. Word has no vertical line
 * for horizontal bars, so the yardstick is the trend line of a series that has its value at every bar; that series
 * lies below the others in the colour of the paper. `width` and `maxHeight` are in points, `id` is unique in the file.
 */
export function wordChart(
  chart: Chart,
  id: number,
  room: { width: number; maxHeight: number },
  theme: Theme,
): ChartRun {
  if (chart.bars.length === 0)
    throw new WriteError({
      'zh-CN': `图“${chart.name}”没有数据，Word 画不出来`,
      en: `Word cannot draw chart “${chart.name}”: it has no bars`,
    });
  const { note } = theme.sizes;
  const height = Math.min(room.maxHeight, note * (4 + 1.9 * chart.bars.length + (chart.reference === null ? 0 : 1.5)));
  const negative = chart.bars.some((bar) => bar.value.startsWith('-'));
  const font = { size: note, color: wordColour(theme.colours.text) };
  // The key stands in the title: a legend would name the trend line in Word only, not in LibreOffice.
  const key = chart.reference === null ? '' : `\n${hasYardstick(chart) ? '┄┄ ' : ''}${chart.reference.label}`;
  return new ChartRun({
    type: 'bar',
    title: { text: chart.title + key, font: { ...font, bold: true } },
    font: { name: theme.fonts.table.office, color: font.color },
    categories: chart.bars.map((bar) => bar.label),
    series: [...yardstick(chart, theme), bars(chart, theme)],
    overlap: 100,
    gapWidth: 70,
    categoryAxis: { reverseOrder: true, font },
    valueAxis: { visible: false, gridlines: false, ...(negative ? {} : { minimum: 0 }) },
    legend: false,
    chartArea: { border: 'none' },
    transformation: {
      width: Math.round(room.width * pixelsPerPoint),
      height: Math.round(height * pixelsPerPoint),
    },
    altText: { id: String(id), name: chart.name, title: chart.title, description: chart.alt },
  });
}

function bars(chart: Chart, theme: Theme): ChartSeries {
  const font = { size: theme.sizes.note, color: wordColour(theme.colours.text) };
  return {
    name: chart.title,
    values: chart.bars.map((bar) => numberOf(bar.value, chart)),
    color: wordColour(theme.colours.bar),
    colors: chart.bars.map((bar) => (bar.tone === null ? undefined : wordColour(theme.colours.tones[bar.tone]))),
    dataLabels: { value: true, position: 'outsideEnd', numberFormat: chart.format, font },
    pointLabels: figuresInside(chart, theme),
  };
}

/** The figure of a bar that ends shortly before the yardstick stands inside the bar, or the line would strike it out. */
function figuresInside(chart: Chart, theme: Theme): (ChartPointLabel | undefined)[] {
  if (chart.reference === null || !hasYardstick(chart)) return [];
  const mark = numberOf(chart.reference.value, chart);
  const values = chart.bars.map((bar) => numberOf(bar.value, chart));
  const width = Math.max(...values, mark) * figureShare;
  const inside: ChartPointLabel = { position: 'insideEnd', font: { size: theme.sizes.note, color: 'FFFFFF' } };
  return values.map((value) => (value > width && value <= mark && mark < value + width ? inside : undefined));
}

/** A line wants two points. */
function hasYardstick(chart: Chart): boolean {
  return chart.reference !== null && chart.bars.length > 1;
}

function yardstick(chart: Chart, theme: Theme): ChartSeries[] {
  const { reference } = chart;
  if (reference === null || !hasYardstick(chart)) return [];
  const value = numberOf(reference.value, chart);
  const line = { color: wordColour(theme.colours.reference), width: 1.25, dash: 'dash' } as const;
  return [
    {
      name: reference.label,
      values: chart.bars.map(() => value),
      color: 'FFFFFF',
      dataLabels: false,
      trendlines: [{ type: 'linear', forecastForward: 0.5, forecastBackward: 0.5, line }],
    },
  ];
}

function numberOf(value: string, chart: Chart): number {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number))
    throw new WriteError({
      'zh-CN': `图“${chart.name}”中的“${value}”不是数，Word 画不出来`,
      en: `Word cannot draw chart “${chart.name}”: “${value}” is no number`,
    });
  return number;
}
