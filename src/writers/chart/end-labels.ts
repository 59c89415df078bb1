import type { ChartSeries, LineChart } from '../../model/document.ts';
import type { ChartRoom } from './drawing.ts';
import { endLabelText, lastValueOf } from './line-values.ts';
import { spreadOut } from './spread-out.ts';
import { textSize, widest } from './text-fit.ts';

/** The names and last values of the lines, one below the other at the right edge. */
export interface EndLabels {
  readonly size: number;
  /** Where the pieces of line before the words begin. */
  readonly left: number;
  readonly labels: readonly EndLabel[];
}

export interface EndLabel {
  /** Index of the series; one without a value has no label. */
  readonly series: number;
  readonly text: string;
  /** Middle of the words. */
  readonly y: number;
}

/** Height of a line of labels, in their size. */
export const labelPitch = 1.35;
/** Length of the piece of line that stands before each label, in the size of the labels. */
export const keyLength = 2.2;
/** Between that piece and the words, in the same. */
export const keyGap = 0.4;
/** Share of the width that labels may take in the smallest size; beyond it, they are set even smaller. */
const mostWidth = 0.7;

export interface EndLabelRoom extends Pick<ChartRoom, 'width' | 'measure'> {
  readonly size: number;
  readonly top: number;
  readonly bottom: number;
  readonly yOf: (value: number) => number;
}

/** Labels each line at the height where it ends, or as close to it as its neighbours allow. */
export function endLabels(chart: LineChart, { size, top, bottom, width, measure, yOf }: EndLabelRoom): EndLabels {
  const lines = labelled(chart);
  const texts = lines.map(({ series }) => endLabelText(series, chart.categories));
  // Measured strong, which is wider.
  const wide: ChartRoom['measure'] = (text, at) => measure(text, at, true) + at * (keyLength + keyGap);
  const fitting = Math.min(
    textSize(texts, size, width, wide),
    (size * width * mostWidth) / Math.max(widest(texts, size, wide), 1),
    (bottom - top) / labelPitch / Math.max(1, lines.length),
  );
  const half = (fitting * labelPitch) / 2;
  const wanted = lines.map(({ last }) => yOf(last.number));
  const heights = spreadOut(wanted, half * 2, top + half, bottom - half);
  return {
    size: fitting,
    left: width - widest(texts, fitting, wide),
    labels: lines.map(({ index }, i) => ({ series: index, text: texts[i] ?? '', y: heights[i] ?? 0 })),
  };
}

interface Labelled {
  readonly series: ChartSeries;
  readonly index: number;
  readonly last: { readonly number: number };
}

/** The lines that have a value. */
export function labelled({ series }: LineChart): Labelled[] {
  return series.flatMap((each, index) => {
    const last = lastValueOf(each);
    return last === null ? [] : [{ series: each, index, last }];
  });
}
