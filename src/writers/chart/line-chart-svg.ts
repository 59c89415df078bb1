import type { LineChart } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';
import { layoutLineChart } from './line-chart.ts';
import { chartSvg } from './svg.ts';
import { estimateWidth } from './text-fit.ts';

/**
 * Draws lines as one `<svg>` element, `width` user units wide, for formats that have no font files at hand. Title and
 * description, which holds all figures, stand in the picture; `fontFamily` is a CSS font stack.
 */
export function lineChartSvg(chart: LineChart, options: { theme: Theme; width: number; fontFamily: string }): string {
  const { theme, width, fontFamily } = options;
  const room = { theme, width, maxHeight: Number.POSITIVE_INFINITY, measure: estimateWidth };
  return chartSvg(layoutLineChart(chart, room), fontFamily, { title: chart.title, description: chart.alt });
}
