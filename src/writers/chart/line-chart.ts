import type { ChartSeries, LineChart } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';
import type { ChartDrawing, ChartLine, ChartPoint, ChartPolygon, ChartRoom, ChartShape, ChartText } from './drawing.ts';
import { keyGap, keyLength } from './end-labels.ts';
import { type LineChartFrame, layoutLineFrame } from './line-chart-frame.ts';
import { gridColour, lineColour, lineLooks, markerOutline } from './line-looks.ts';

const paper = '#FFFFFF';

/**
 * Draws lines over their categories, the first series above the others. A missing value leaves a gap. Dash, marker and
 * the words at the end of each line tell which is which, so that it survives a black-and-white copier.
 */
export function layoutLineChart(chart: LineChart, room: ChartRoom): ChartDrawing {
  const frame = layoutLineFrame(chart, room);
  const { theme } = room;
  return {
    width: frame.width,
    height: frame.height,
    shapes: [
      titleOf(chart, frame, theme),
      ...scaleShapes(frame, theme),
      ...categoryShapes(frame, theme),
      ...chart.series.toReversed().flatMap((series) => seriesShapes(series, frame, theme)),
      ...endShapes(chart, frame, theme),
    ],
  };
}

type Words = Omit<ChartText, 'kind' | 'colour' | 'strong'> & { readonly strong?: boolean };

function words({ strong = false, ...rest }: Words, theme: Theme): ChartText {
  return { kind: 'text', strong, colour: theme.colours.text, ...rest };
}

function titleOf({ title }: LineChart, { width, titleSize, titleY }: LineChartFrame, theme: Theme): ChartText {
  return words({ x: width / 2, y: titleY, size: titleSize, anchor: 'middle', text: title, strong: true }, theme);
}

/** A hairline across the plot for each figure of the scale, and a stronger one at zero. */
function scaleShapes({ plot, size, ticks, yOf }: LineChartFrame, theme: Theme): ChartShape[] {
  const across = (y: number, width: number, colour: string): ChartLine => ({
    kind: 'line',
    x1: plot.left,
    y1: y,
    x2: plot.right,
    y2: y,
    width,
    colour,
    dash: null,
  });
  return [
    ...ticks.flatMap(({ text, y }) => [
      across(y, 0.4, gridColour),
      words({ x: plot.left - size * 0.5, y: y + size * 0.36, size, anchor: 'end', text }, theme),
    ]),
    across(yOf(0), 0.6, theme.colours.text),
  ];
}

function categoryShapes({ categories: { size, baseline, labels } }: LineChartFrame, theme: Theme): ChartShape[] {
  return labels.map(({ text, x }) => words({ x, y: baseline, size, anchor: 'middle', text }, theme));
}

function seriesShapes(series: ChartSeries, { xOf, yOf }: LineChartFrame, theme: Theme): ChartShape[] {
  const points = series.values.map((value, category) =>
    value === null ? null : { x: xOf(category), y: yOf(Number(value.number)) },
  );
  const lines = points.flatMap((to, category) => {
    const from = points[category - 1] ?? null;
    return from === null || to === null ? [] : [stretch(series, from, to, theme)];
  });
  return [...lines, ...points.flatMap((point) => (point === null ? [] : [markerAt(series, point, theme)]))];
}

function stretch(series: ChartSeries, from: ChartPoint, to: ChartPoint, theme: Theme): ChartLine {
  const { width, dash } = lineLooks[series.line];
  const colour = lineColour(series, theme);
  return { kind: 'line', x1: from.x, y1: from.y, x2: to.x, y2: to.y, width, colour, dash };
}

function markerAt(series: ChartSeries, { x, y }: ChartPoint, theme: Theme): ChartPolygon {
  const look = lineLooks[series.line];
  const colour = lineColour(series, theme);
  return { kind: 'polygon', points: markerOutline(look, x, y), fill: look.open ? paper : colour, colour, width: 0.9 };
}

/** A piece of each line with its marker, then its name and last value; what is drawn solid is set strong. */
function endShapes(chart: LineChart, { ends }: LineChartFrame, theme: Theme): ChartShape[] {
  const { size, left } = ends;
  const length = size * keyLength;
  return ends.labels.flatMap(({ series: index, text, y }) => {
    const series = chart.series[index] as ChartSeries;
    const strong = series.line === 'solid';
    return [
      stretch(series, { x: left, y }, { x: left + length, y }, theme),
      markerAt(series, { x: left + length / 2, y }, theme),
      words({ x: left + length + size * keyGap, y: y + size * 0.36, size, anchor: 'start', text, strong }, theme),
    ];
  });
}
