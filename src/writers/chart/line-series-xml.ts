import type { ChartSeries, LineChart } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';
import { element as e, escapeXml } from '../xml.ts';
import type { ChartCells } from './chart-cells.ts';
import { noFill, noLine, solidFill, stroke, textProperties, value } from './drawing-ml.ts';
import type { LineChartFrame } from './line-chart-frame.ts';
import { lineColour, lineLooks } from './line-looks.ts';
import { lastValueOf } from './line-values.ts';

export interface SeriesPlace {
  readonly chart: LineChart;
  readonly frame: LineChartFrame;
  readonly theme: Theme;
  readonly cells: ChartCells;
}

/** One line of a native chart; `order` is its place in painting. Its name and its last value stand at its end. */
export function lineSeriesXml(index: number, order: number, place: SeriesPlace): string {
  const { chart, theme, cells } = place;
  const series = chart.series[index] as ChartSeries;
  const look = lineLooks[series.line];
  const colour = lineColour(series, theme);
  const numbers = series.values.map((one) => (one === null ? null : one.number));
  // One format serves the whole line; that of its last value is printed.
  const format = series.values.findLast((one) => one !== null)?.format ?? chart.format;
  return e(
    'c:ser',
    {},
    value('idx', index),
    value('order', order),
    e('c:tx', {}, e('c:strRef', {}, e('c:f', {}, escapeXml(cells.name(index))), cache('c:strCache', [series.label]))),
    e('c:spPr', {}, stroke(look.width, colour, look.office.dash)),
    e(
      'c:marker',
      {},
      value('symbol', look.office.marker),
      value('size', Math.max(2, Math.round(look.radius * 2))),
      e('c:spPr', {}, solidFill(look.open ? '#FFFFFF' : colour), stroke(0.9, colour)),
    ),
    endLabel(series, index, place),
    e('c:cat', {}, e('c:strRef', {}, e('c:f', {}, escapeXml(cells.categories)), cache('c:strCache', chart.categories))),
    e(
      'c:val',
      {},
      e('c:numRef', {}, e('c:f', {}, escapeXml(cells.values(index))), cache('c:numCache', numbers, format)),
    ),
    value('smooth', 0),
  );
}

/** What the cells hold, for programs that do not look; a gap is left out. */
function cache(name: string, values: readonly (string | null)[], format: string | null = null): string {
  const points = values.map((text, idx) => (text === null ? '' : e('c:pt', { idx }, e('c:v', {}, escapeXml(text)))));
  const code = format === null ? [] : [e('c:formatCode', {}, escapeXml(format))];
  return e(name, {}, ...code, value('ptCount', values.length), ...points);
}

const shownParts = ['LegendKey', 'Val', 'CatName', 'SerName', 'Percent', 'BubbleSize'] as const;
type ShownPart = (typeof shownParts)[number];

function shows(parts: readonly ShownPart[]): string[] {
  return shownParts.map((part) => value(`show${part}`, parts.includes(part) ? 1 : 0));
}

/** A label of the last value alone, moved to where a drawn chart has it. Its words follow the cells. */
function endLabel(series: ChartSeries, index: number, { chart, frame, theme }: SeriesPlace): string {
  const last = lastValueOf(series);
  const end = frame.ends.labels.find((label) => label.series === index);
  if (last === null || end === undefined) return '';
  const lastCategory = chart.categories.length - 1;
  const right = (frame.ends.left - frame.xOf(last.category) - ownDistance) / frame.width;
  const down = (end.y - frame.yOf(last.number)) / frame.height;
  const moved = e('c:manualLayout', {}, value('x', share(right)), value('y', share(down)));
  const early: ShownPart[] = last.category < lastCategory ? ['CatName'] : [];
  const label = e(
    'c:dLbl',
    {},
    value('idx', last.category),
    e('c:layout', {}, moved),
    e('c:numFmt', { formatCode: series.values[last.category]?.format ?? chart.format, sourceLinked: 0 }),
    e('c:spPr', {}, noFill, noLine),
    textProperties({ size: frame.ends.size, strong: series.line === 'solid' }, theme),
    value('dLblPos', 'r'),
    ...shows(['LegendKey', 'SerName', 'Val', ...early]),
    e('c:separator', {}, ' '),
  );
  return e('c:dLbls', {}, label, ...shows([]), withoutLeaders);
}

/** How far from a value, in points, programs put its label by themselves. */
const ownDistance = 5;

/** The piece of line in the label does for a leader; LibreOffice would draw a black one. */
const withoutLeaders = e(
  'c:extLst',
  {},
  e(
    'c:ext',
    {
      uri: '{CE6537A1-D6FC-4f65-9D91-7224C49458BB}',
      'xmlns:c15': 'http://schemas.microsoft.com/office/drawing/2012/chart',
    },
    e('c15:showLeaderLines', { val: 0 }),
  ),
);

/** A share of the picture, to a ten-thousandth. */
export function share(part: number): string {
  return String(Math.round(part * 10_000) / 10_000);
}
