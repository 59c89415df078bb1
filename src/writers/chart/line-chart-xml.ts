import type { LineChart } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';
import { element as e, xmlPart } from '../xml.ts';
import type { ChartCells } from './chart-cells.ts';
import type { ChartRoom } from './drawing.ts';
import { noFill, noLine, richText, stroke, textProperties, value } from './drawing-ml.ts';
import { type LineChartFrame, layoutLineFrame } from './line-chart-frame.ts';
import { gridColour } from './line-looks.ts';
import { lineSeriesXml, share } from './line-series-xml.ts';
import { estimateWidth, officeWidth } from './text-fit.ts';

/** In points. */
type OfficeRoom = Omit<ChartRoom, 'measure'>;

export interface NativeChartOptions extends OfficeRoom {
  readonly cells: ChartCells;
  /** Relationship to a workbook inside the file; null where the cells are the file's own. */
  readonly workbook: string | null;
}

const namespaces = {
  'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};

/** The height in points that a native line chart wants in such a room. */
export function lineChartHeight(chart: LineChart, room: OfficeRoom): number {
  return officeFrame(chart, room).height;
}

/** Programs count from the first category when they leave out labels, if they do at all: rather all, and small. */
const leastOfficeCategory = 0.65;

function officeFrame(chart: LineChart, room: OfficeRoom): LineChartFrame {
  return layoutLineFrame(chart, { ...room, measure: officeWidth }, leastOfficeCategory);
}

/**
 * A line chart that Word, Excel, WPS and LibreOffice draw from cells and let people edit: a chart part (ISO/IEC 29500-1,
 * 21.2). Plot and labels stand where a drawn chart has them; dash and marker tell the lines apart without colours.
 */
export function lineChartXml(chart: LineChart, options: NativeChartOptions): string {
  const { theme, cells, workbook } = options;
  const frame = officeFrame(chart, options);
  // Painted in this order: what comes first in the chart lies above the others.
  const last = chart.series.length - 1;
  const series = chart.series.map((_, order) => lineSeriesXml(last - order, order, { chart, frame, theme, cells }));
  const plot = e(
    'c:plotArea',
    {},
    plotLayout(frame),
    e(
      'c:lineChart',
      {},
      value('grouping', 'standard'),
      value('varyColors', 0),
      ...series,
      value('marker', 1),
      value('axId', 1),
      value('axId', 2),
    ),
    categoryAxis(frame, theme),
    valueAxis(chart, frame, theme),
    e('c:spPr', {}, noFill, noLine),
  );
  const drawn = e(
    'c:chart',
    {},
    titleXml(chart, frame, theme),
    value('autoTitleDeleted', 0),
    plot,
    value('plotVisOnly', 1),
    value('dispBlanksAs', 'gap'),
  );
  const data = workbook === null ? [] : [e('c:externalData', { 'r:id': workbook }, value('autoUpdate', 0))];
  const frameless = e('c:spPr', {}, noFill, noLine);
  const root = [value('date1904', 0), value('lang', 'zh-CN'), value('roundedCorners', 0), drawn, frameless, ...data];
  return xmlPart(e('c:chartSpace', namespaces, ...root));
}

function titleXml({ title }: LineChart, { width, height, titleSize, titleY }: LineChartFrame, theme: Theme): string {
  const left = (width - estimateWidth(title, titleSize)) / 2;
  const place = edgeLayout([value('x', share(left / width)), value('y', share((titleY - titleSize) / height))]);
  return e('c:title', {}, richText(title, { size: titleSize, strong: true }, theme), place, value('overlay', 0));
}

/** A place measured from the edges of the picture. */
function edgeLayout(sizes: readonly string[], target: readonly string[] = []): string {
  const modes = [value('xMode', 'edge'), value('yMode', 'edge')];
  return e('c:layout', {}, e('c:manualLayout', {}, ...target, ...modes, ...sizes));
}

/** The inside of the plot, without its labels, as shares of the whole. */
function plotLayout({ plot, width, height }: LineChartFrame): string {
  const sizes = [
    value('x', share(plot.left / width)),
    value('y', share(plot.top / height)),
    value('w', share((plot.right - plot.left) / width)),
    value('h', share((plot.bottom - plot.top) / height)),
  ];
  return edgeLayout(sizes, [value('layoutTarget', 'inner')]);
}

function categoryAxis({ categories: { size, labels } }: LineChartFrame, theme: Theme): string {
  const [first, second] = labels;
  const every = first === undefined || second === undefined ? 1 : second.category - first.category;
  return e(
    'c:catAx',
    {},
    value('axId', 1),
    e('c:scaling', {}, value('orientation', 'minMax')),
    value('delete', 0),
    value('axPos', 'b'),
    e('c:numFmt', { formatCode: 'General', sourceLinked: 1 }),
    value('majorTickMark', 'none'),
    value('minorTickMark', 'none'),
    // Below the plot, also where values lie below zero.
    value('tickLblPos', 'low'),
    e('c:spPr', {}, stroke(0.6, theme.colours.text)),
    textProperties({ size, strong: false }, theme, 'by-need'),
    value('crossAx', 2),
    value('crosses', 'autoZero'),
    value('auto', 1),
    value('lblAlgn', 'ctr'),
    value('lblOffset', 50),
    ...(every > 1 ? [value('tickLblSkip', every)] : []),
    value('noMultiLvlLbl', 1),
  );
}

function valueAxis(chart: LineChart, { scale, size }: LineChartFrame, theme: Theme): string {
  const range = [value('orientation', 'minMax'), value('max', scale.most), value('min', scale.least)];
  return e(
    'c:valAx',
    {},
    value('axId', 2),
    e('c:scaling', {}, ...range),
    value('delete', 0),
    value('axPos', 'l'),
    e('c:majorGridlines', {}, e('c:spPr', {}, stroke(0.4, gridColour))),
    e('c:numFmt', { formatCode: chart.format, sourceLinked: 0 }),
    value('majorTickMark', 'none'),
    value('minorTickMark', 'none'),
    value('tickLblPos', 'nextTo'),
    e('c:spPr', {}, noLine),
    textProperties({ size, strong: false }, theme, 'by-need'),
    value('crossAx', 1),
    value('crosses', 'autoZero'),
    value('crossBetween', 'between'),
    value('majorUnit', scale.step),
  );
}
