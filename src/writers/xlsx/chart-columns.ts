import type { Chart } from '../../model/document.ts';
import { formatValue } from '../chart/format-value.ts';
import { cellPadding, textWidth } from './text-size.ts';

/** How many sheet columns the label, the value and the bar of a chart take. */
export type ChartSpans = readonly [label: number, value: number, bar: number];

/** A bar shorter than this shows no difference. */
const shortestBar = 17;

/**
 * Lays the charts of a sheet over its columns: each part takes columns until it has its width, the bar takes the rest, and
 * what is lacking is added at the right. Widths in column units; `room` is the page's width, `size` the text's in points.
 */
export function layCharts(
  charts: readonly Chart[],
  widths: readonly number[],
  room: number,
  size: number,
): { widths: number[]; spans: ChartSpans } {
  const lines = charts.flatMap((chart) => [
    ...chart.bars.map((bar) => ({ label: bar.label, value: formatValue(bar.value, chart.format) })),
    ...(chart.reference === null
      ? []
      : [{ label: chart.reference.label, value: formatValue(chart.reference.value, chart.format) }]),
  ]);
  const widest = (texts: string[]) => Math.max(0, ...texts.map((text) => textWidth(text, size))) + cellPadding;
  const label = Math.min(widest(lines.map((line) => line.label)), room / 2);
  const value = widest(lines.map((line) => line.value));
  const bar = widths.length === 0 ? Math.max(shortestBar, room - label - value) : shortestBar;
  const result = [...widths];
  let next = 0;
  const take = (need: number): number => {
    const first = next;
    for (let sum = 0; next === first || sum < need; next += 1) {
      if (next === result.length) result.push(need - sum);
      sum += result[next] as number;
    }
    return next - first;
  };
  const [labels, values, bars] = [take(label), take(value), take(bar)];
  return { widths: result, spans: [labels, values, bars + result.length - next] };
}
