import type { Chart, ChartBar } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';
import type { ChartDrawing, ChartLine, ChartRoom, ChartShape, ChartText } from './drawing.ts';
import { formatValue } from './format-value.ts';
import { smallestText, textSize, widest } from './text-fit.ts';

/** White space below the bars, as a share of the height of one. */
const foot = 0.25;

/**
 * Lays out horizontal bars from zero, in the order given: labels left, values in a column at the right, the yardstick
 * as a dashed line over all bars. Everything is said by length and words, so that it survives a black-and-white copier.
 */
export function layoutBarChart(chart: Chart, options: ChartRoom): ChartDrawing {
  const { theme, width, measure } = options;
  const titleSize = theme.sizes.note * 1.15;
  const top = titleSize * 2.1 + (chart.reference === null ? 0 : theme.sizes.note * 1.7);
  const pitch = Math.max(
    smallestText * 1.3,
    Math.min(theme.sizes.note * 1.9, (options.maxHeight - top) / (chart.bars.length + foot)),
  );
  const values = chart.bars.map((bar) => formatValue(bar.value, chart.format));
  const labels = chart.bars.map((bar) => bar.label);
  const size = textSize(labels, Math.min(theme.sizes.note, pitch / 1.3), width, measure);
  const gap = size * 0.7;
  const left = widest(labels, size, measure) + gap;
  const right = width - widest(values, size, measure) - gap;
  const lengthOf = barScale(chart, right - left);
  const bottom = top + pitch * chart.bars.length;

  const title: ChartText = {
    kind: 'text',
    x: width / 2,
    y: titleSize * 1.2,
    size: titleSize,
    strong: true,
    anchor: 'middle',
    colour: theme.colours.text,
    text: chart.title,
  };
  const bars = chart.bars.flatMap((bar, index): ChartShape[] => {
    const middle = top + pitch * (index + 0.5);
    const words = { kind: 'text', y: middle + size * 0.36, size, strong: false, colour: theme.colours.text } as const;
    const thick = pitch * 0.56;
    return [
      { ...words, x: left - gap, anchor: 'end', text: bar.label },
      {
        kind: 'rect',
        x: left,
        y: middle - thick / 2,
        width: lengthOf(bar.value),
        height: thick,
        fill: barColour(bar, theme),
      },
      { ...words, x: width, anchor: 'end', text: values[index] ?? '' },
    ];
  });
  const axis: ChartLine = line(left, top, bottom, theme.colours.text, 0.6, null);
  const yardstick = reference(chart, { ...options, x: left + lengthOf(chart.reference?.value ?? '0'), top, bottom });
  return { width, height: bottom + pitch * foot, shapes: [title, ...bars, axis, ...yardstick] };
}

/** Zero at the left, the greatest value or the yardstick at the right; below zero there is no bar, only the value. */
function barScale(chart: Chart, room: number): (value: string) => number {
  const all = [...chart.bars.map((bar) => bar.value), chart.reference?.value ?? '0'].map(Number);
  const most = Math.max(...all.filter(Number.isFinite), 0);
  return (value) => (most === 0 ? 0 : Math.max(0, Number(value) / most) * Math.max(0, room));
}

function barColour(bar: ChartBar, theme: Theme): string {
  return bar.tone === null ? theme.colours.bar : (theme.colours.tones[bar.tone] ?? theme.colours.bar);
}

function line(x: number, y1: number, y2: number, colour: string, width: number, dash: ChartLine['dash']): ChartLine {
  return { kind: 'line', x1: x, y1, x2: x, y2, width, colour, dash };
}

interface YardstickPlace extends ChartRoom {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** The dashed line lies on a white one, or it would vanish on dark bars; its label stays inside the chart. */
function reference(chart: Chart, place: YardstickPlace): ChartShape[] {
  if (chart.reference === null) return [];
  const { theme, width, x, top, bottom } = place;
  const { label } = chart.reference;
  const size = theme.sizes.note * 0.9;
  const half = place.measure(label, size, false) / 2;
  return [
    line(x, top - size * 0.3, bottom, '#FFFFFF', 2.4, null),
    line(x, top - size * 0.3, bottom, theme.colours.reference, 1.1, [3, 2]),
    {
      kind: 'text',
      x: Math.min(Math.max(x, half), width - half),
      y: top - size * 0.6,
      size,
      strong: false,
      anchor: 'middle',
      colour: theme.colours.text,
      text: label,
    },
  ];
}
