import type { Chart } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';
import { layoutBarChart } from './bar-chart.ts';
import { chartSvg } from './svg.ts';
import { estimateWidth } from './text-fit.ts';

/**
 * Draws bars as one `<svg>` element, `width` user units wide, for formats that have no font files at hand.
 * The picture carries its `alt` text as accessible name; `fontFamily` is a CSS font stack.
 */
export function barChartSvg(chart: Chart, options: { theme: Theme; width: number; fontFamily: string }): string {
  const { theme, width, fontFamily } = options;
  const room = { theme, width, maxHeight: Number.POSITIVE_INFINITY, measure: estimateWidth };
  return chartSvg(layoutBarChart(chart, room), fontFamily, { label: chart.alt });
}
