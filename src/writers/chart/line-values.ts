import type { ChartSeries } from '../../model/document.ts';
import { formatValue } from './format-value.ts';

/** The last value of a series and its category; null for a series that is all gaps. */
export function lastValueOf({ values }: ChartSeries): { category: number; number: number; text: string } | null {
  const category = values.findLastIndex((value) => value !== null);
  const value = values[category];
  if (!value) return null;
  return { category, number: Number(value.number), text: formatValue(value.number, value.format) };
}

/** 「上城区 51.2%」; the category stands between where the line ends before the others: 「建德市 5月 38.0%」. */
export function endLabelText(series: ChartSeries, categories: readonly string[]): string {
  const last = lastValueOf(series);
  if (last === null) return series.label;
  const early = last.category < categories.length - 1 ? [categories[last.category]] : [];
  return [series.label, ...early, last.text].join(' ');
}
