import { formatValue } from '../writers/chart/format-value.ts';
import { bareText } from './bare-text.ts';
import type { AnyChart } from './expected-texts.ts';

/** What of a chart is not there, and what is left of the words when its own are taken away. */
export interface ReadChart {
  readonly missing: readonly string[];
  readonly rest: string;
}

/** Looks for the title, the labels and the printed figures of a chart among the words around its place, each as often as it has them. */
export function compareChart(chart: AnyChart, words: string): ReadChart {
  // What a chart shows in words, where it is printed, says all of its figures once more.
  let rest = words.replace(bareText(chart.alt), '');
  const missing: string[] = [];
  const own = statementsOf(chart).sort((a, b) => b.length - a.length);
  for (const statement of own) {
    const at = rest.indexOf(statement);
    if (at < 0) missing.push(statement);
    else rest = rest.slice(0, at) + rest.slice(at + statement.length);
  }
  return { missing, rest };
}

interface Shown {
  readonly labels: readonly string[];
  /** Figures that are printed beside what is drawn. */
  readonly printed: readonly { readonly number: string; readonly format: string }[];
  /** All figures that are drawn. */
  readonly drawn: readonly string[];
}

type Handlers = { readonly [K in AnyChart['kind']]: (chart: Extract<AnyChart, { kind: K }>) => Shown };

const handlers: Handlers = {
  chart: ({ bars, reference, format }) => ({
    labels: [...bars.map(({ label }) => label), ...(reference === null ? [] : [reference.label])],
    printed: bars.map(({ value }) => ({ number: value, format })),
    drawn: bars.map(({ value }) => value),
  }),
  // Each line is printed with its name and its last figure.
  'line-chart': ({ series }) => {
    const lines = series.map(({ label, values }) => ({ label, values: values.filter((value) => value !== null) }));
    return {
      labels: lines.filter(({ values }) => values.length > 0).map(({ label }) => label),
      printed: lines.flatMap(({ values }) => values.at(-1) ?? []),
      drawn: lines.flatMap(({ values }) => values.map(({ number }) => number)),
    };
  },
};

function shown(chart: AnyChart): Shown {
  return handlers[chart.kind](chart as never);
}

/** The words and printed figures of a chart, bare. */
export function statementsOf(chart: AnyChart): string[] {
  const { labels, printed } = shown(chart);
  const figures = printed.map(({ number, format }) => formatValue(number, format));
  return [chart.title, ...labels, ...figures].map(bareText).filter((text) => text !== '');
}

/**
 * What of a chart is not among the words of the native one that bears its title and has most of it; these keep values as
 * numbers, `0.527` for 52.7%.
 */
export function missingInDrawings(chart: AnyChart, drawings: readonly (readonly string[])[]): string[] {
  const { labels, drawn } = shown(chart);
  const candidates = drawings.map((words) => {
    const texts = words.map(bareText);
    const numbers = new Set(words.filter((word) => word.trim() !== '').map(Number));
    return [
      ...[chart.title, ...labels].filter((label) => !texts.some((text) => text.includes(bareText(label)))),
      ...drawn.filter((value) => !numbers.has(Number(value))),
    ];
  });
  const titled = candidates.filter((missing) => !missing.includes(chart.title));
  return titled.sort((a, b) => a.length - b.length)[0] ?? [chart.title];
}
