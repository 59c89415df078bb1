import type { LineChart } from '../../model/document.ts';
import { type CategoryLabel, categoryLabels } from './category-labels.ts';
import type { ChartRoom } from './drawing.ts';
import { type EndLabels, endLabels, labelled, labelPitch } from './end-labels.ts';
import { formatValue } from './format-value.ts';
import { smallestText, widest } from './text-fit.ts';
import { type ValueScale, valueScale } from './value-scale.ts';

/** Where the parts of a line chart stand; drawn charts and the native ones of Office programs share it. */
export interface LineChartFrame {
  readonly width: number;
  readonly height: number;
  readonly titleSize: number;
  /** Baseline of the title. */
  readonly titleY: number;
  /** Size of the scale's figures. */
  readonly size: number;
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly scale: ValueScale;
  readonly ticks: readonly { readonly text: string; readonly y: number }[];
  readonly categories: { readonly size: number; readonly baseline: number; readonly labels: readonly CategoryLabel[] };
  readonly ends: EndLabels;
  readonly xOf: (category: number) => number;
  readonly yOf: (value: number) => number;
}

/** The smallest share of their size at which all categories are labelled rather than some of them. */
const leastCategory = 0.8;
/** Height of the plot in the size of notes: as it looks best, and the least in which lines can be told apart. */
const bestPlot = 10;
const leastPlot = 6;

/**
 * Lays out lines over their categories: scale left, categories below, and at the right, at the end of each line, its
 * name and last value, moved apart where they would touch. Labels are set smaller rather than cut, categories no further
 * than to `least` of their size if others can stand for those left out.
 */
export function layoutLineFrame(chart: LineChart, room: ChartRoom, least = leastCategory): LineChartFrame {
  const { theme, width, measure } = room;
  const { note } = theme.sizes;
  const size = note * 0.95;
  const titleSize = fitted(chart.title, note * 1.15, width, measure);
  const top = titleSize * 2.1 + size * 0.4;
  const foot = size * 2;
  const plotHeight = heightOf(labelled(chart).length, note, size, room.maxHeight - top - foot);
  const bottom = top + plotHeight;
  const scale = valueScale(numbersOf(chart), chart.format);
  const yOf = (value: number) => bottom - ((value - scale.least) / (scale.most - scale.least)) * plotHeight;
  const ticks = scale.ticks.map((tick) => ({ text: formatValue(tick, chart.format), y: yOf(Number(tick)) }));

  // Labels may stand out of the plot as far as those of the scale do.
  const ends = endLabels(chart, { size, width, measure, yOf, top: top - size * 0.4, bottom: bottom + size * 0.4 });
  const gap = size * 0.6;
  const left = widest(texts(ticks), size, measure) + gap;
  const right = Math.max(left + 1, ends.left - gap);
  const pitch = (right - left) / Math.max(1, chart.categories.length);
  const xOf = (category: number) => left + pitch * (category + 0.5);
  return {
    width,
    height: bottom + foot,
    titleSize,
    titleY: titleSize * 1.2,
    size,
    plot: { left, right, top, bottom },
    scale,
    ticks,
    categories: {
      baseline: bottom + size * 1.45,
      ...categoryLabels(chart.categories, xOf, { size, least, width, measure }),
    },
    ends,
    xOf,
    yOf,
  };
}

/** Of the plot: as it looks best, or as the room allows, but so that the labels of its lines can be read. */
function heightOf(lines: number, note: number, size: number, room: number): number {
  const labels = (at: number) => lines * at * labelPitch;
  const best = Math.max(note * bestPlot, labels(size));
  return Math.max(note * leastPlot, labels(smallestText), Math.min(best, room));
}

function texts(ticks: LineChartFrame['ticks']): string[] {
  return ticks.map(({ text }) => text);
}

function fitted(text: string, size: number, width: number, measure: ChartRoom['measure']): number {
  return Math.min(size, (size * width) / Math.max(measure(text, size, true), 1));
}

function numbersOf({ series }: LineChart): number[] {
  return series.flatMap(({ values }) => values.flatMap((value) => (value === null ? [] : [Number(value.number)])));
}
