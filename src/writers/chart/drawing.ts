import type { Theme } from '../../model/theme.ts';

/** A drawn chart: shapes in painting order, origin top left, in the unit of `width`. */
export interface ChartDrawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly ChartShape[];
}

export type ChartShape = ChartRect | ChartLine | ChartPolygon | ChartText;

export interface ChartRect {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
}

export interface ChartLine {
  readonly kind: 'line';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly width: number;
  readonly colour: string;
  /** Lengths of dash and gap; null for a solid line. */
  readonly dash: readonly [number, number] | null;
}

/** A closed outline, filled and stroked. */
export interface ChartPolygon {
  readonly kind: 'polygon';
  readonly points: readonly ChartPoint[];
  readonly fill: string;
  readonly colour: string;
  readonly width: number;
}

export interface ChartPoint {
  readonly x: number;
  readonly y: number;
}

export interface ChartText {
  readonly kind: 'text';
  /** The start, middle or end of the words, as `anchor` says. */
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly size: number;
  readonly strong: boolean;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly colour: string;
  readonly text: string;
}

/** What a chart is laid out for. */
export interface ChartRoom {
  readonly theme: Theme;
  readonly width: number;
  /** The chart draws itself closer, and sets its words smaller, to stay below this height as long as they can be read. */
  readonly maxHeight: number;
  /** Width of words at a size; writers with font files measure, the others estimate. */
  readonly measure: (text: string, size: number, strong: boolean) => number;
}
