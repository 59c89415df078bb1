import { ChartRun } from 'docx/charts';
import type { Document, LineChart } from '../../model/document.ts';
import { WriteError } from '../../model/errors/write-error.ts';
import type { Theme } from '../../model/theme.ts';
import { chartCells } from '../chart/chart-cells.ts';
import { lineChartHeight, lineChartXml } from '../chart/line-chart-xml.ts';
import { measurePage, type PageMeasure } from './page.ts';

/** The library measures charts in pixels of 1/96 inch. */
const pixelsPerPoint = 96 / 72;

/**
 * A native line chart that Word can edit, with its figures in a workbook of its own. The library makes all of it but
 * the look: it can neither move labels apart nor leave markers open, so `lineChartParts` has the chart parts themselves.
 */
export function wordLineChart(
  chart: LineChart,
  id: number,
  room: { width: number; maxHeight: number },
  theme: Theme,
): ChartRun {
  const height = lineChartHeight(chart, { ...room, theme });
  return new ChartRun({
    type: 'line',
    categories: chart.categories,
    series: chart.series.map(({ label, values }) => ({
      name: label,
      values: values.map((value) => (value === null ? null : numberOf(value.number, chart))),
    })),
    transformation: { width: Math.round(room.width * pixelsPerPoint), height: Math.round(height * pixelsPerPoint) },
    altText: { id: String(id), name: chart.name, title: chart.title, description: chart.alt },
  });
}

/** What a page has for a chart, in points. */
export function chartRoom({ textWidth, textHeight }: PageMeasure): { width: number; maxHeight: number } {
  return { width: textWidth / 20, maxHeight: (textHeight / 20) * 0.9 };
}

/** The chart parts of a document's line charts, in order. */
export function lineChartParts({ sections }: Document, theme: Theme): string[] {
  return sections.flatMap(({ blocks, page }) => {
    const room = chartRoom(measurePage(page, theme));
    return (
      blocks
        .filter((block) => block.kind === 'line-chart')
        // The library's workbook: names in the first row, categories in the first column.
        .map((chart) => ({ chart, cells: chartCells(chart, 'Sheet1', 0) }))
        .map(({ chart, cells }) => lineChartXml(chart, { ...room, theme, cells, workbook: workbookId }))
    );
  });
}

/** The only relationship of a chart part, as packing names it. */
const workbookId = 'rIdPart1';

function numberOf(value: string, chart: LineChart): number {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number))
    throw new WriteError({
      'zh-CN': `图“${chart.name}”中的“${value}”不是数，Word 画不出来`,
      en: `Word cannot draw chart “${chart.name}”: “${value}” is no number`,
    });
  return number;
}
