import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Points, origin at the top left corner of the page, y downwards. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One piece of shown text; the rectangle is its em box on the line. */
export interface PdfText extends Rect {
  readonly text: string;
  readonly page: number;
  readonly size: number;
  readonly baseline: number;
  /** Clockwise from the reading direction, in degrees. */
  readonly angle: number;
  readonly colour: string;
}

/** A straight stroked line. */
export interface PdfLine {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly colour: string;
}

/** A filled path, by its bounding box. */
export interface PdfFill extends Rect {
  readonly colour: string;
  readonly rectangle: boolean;
}

export interface PageMarks {
  readonly texts: PdfText[];
  readonly lines: PdfLine[];
  readonly fills: PdfFill[];
}

export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly (readonly unknown[] | null)[];
}

type Matrix = readonly [number, number, number, number, number, number];

interface State {
  ctm: Matrix;
  fill: string;
  stroke: string;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  rise: number;
  scale: number;
  leading: number;
}

/** Filled, whether it is stroked too or not. */
const fills = new Set([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.closeFillStroke]);

const identity: Matrix = [1, 0, 0, 1, 0, 0];

/**
 * Plays the drawing operators of a page and notes what they leave on the paper. Unlike the text layer of a viewer it
 * joins nothing: what was shown in one go is one text.
 */
export function pageMarks(list: OperatorList, page: number, pageHeight: number): PageMarks {
  const marks: PageMarks = { texts: [], lines: [], fills: [] };
  const stack: State[] = [];
  let state: State = {
    ctm: identity,
    fill: '#000000',
    stroke: '#000000',
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    rise: 0,
    scale: 1,
    leading: 0,
  };
  let text: Matrix = identity;
  let line: Matrix = identity;
  const moveText = (x: number, y: number) => {
    line = times(line, [1, 0, 0, 1, x, y]);
    text = line;
  };

  const number = (args: readonly unknown[], at: number) => args[at] as number;
  const players: Record<number, (args: readonly unknown[]) => void> = {
    [OPS.save]: () => stack.push({ ...state }),
    [OPS.restore]: () => {
      state = stack.pop() ?? state;
    },
    [OPS.transform]: (args) => {
      state.ctm = times(state.ctm, args as unknown as Matrix);
    },
    [OPS.setFillRGBColor]: ([colour]) => {
      state.fill = String(colour).toUpperCase();
    },
    [OPS.setStrokeRGBColor]: ([colour]) => {
      state.stroke = String(colour).toUpperCase();
    },
    [OPS.beginText]: () => {
      text = identity;
      line = identity;
    },
    [OPS.setTextMatrix]: (args) => {
      const [matrix] = args;
      text = Array.from((ArrayBuffer.isView(matrix) || Array.isArray(matrix) ? matrix : args) as number[]) as never;
      line = text;
    },
    [OPS.moveText]: (args) => moveText(number(args, 0), number(args, 1)),
    [OPS.setLeadingMoveText]: (args) => {
      state.leading = -number(args, 1);
      moveText(number(args, 0), number(args, 1));
    },
    [OPS.setLeading]: (args) => {
      state.leading = number(args, 0);
    },
    [OPS.nextLine]: () => moveText(0, -state.leading),
    [OPS.setFont]: (args) => {
      state.size = number(args, 1);
    },
    [OPS.setCharSpacing]: (args) => {
      state.charSpacing = number(args, 0);
    },
    [OPS.setWordSpacing]: (args) => {
      state.wordSpacing = number(args, 0);
    },
    [OPS.setTextRise]: (args) => {
      state.rise = number(args, 0);
    },
    [OPS.setHScale]: (args) => {
      state.scale = number(args, 0) / 100;
    },
    [OPS.showText]: ([glyphs]) => {
      const shown = show(glyphs as readonly (Glyph | number)[], state);
      const at = times(times(state.ctm, text), [1, 0, 0, 1, 0, state.rise]);
      const size = state.size * Math.hypot(at[2], at[3]);
      const baseline = pageHeight - at[5];
      const length = shown.width * Math.hypot(at[0], at[1]);
      const angle = (Math.atan2(-at[1], at[0]) * 180) / Math.PI;
      const level = { x: at[4], y: baseline - 0.88 * size, width: length, height: size };
      // A quarter turn clockwise: what was above the baseline is right of it.
      const turned = { x: at[4] - 0.12 * size, y: baseline, width: size, height: length };
      const box = Math.abs(angle - 90) < 1 ? turned : level;
      marks.texts.push({ text: shown.text, page, ...box, size, baseline, angle, colour: state.fill });
      text = times(text, [1, 0, 0, 1, shown.width, 0]);
    },
    [OPS.constructPath]: ([paint, data]) => {
      const path = (data as readonly (Float32Array | null)[])[0];
      if (path == null) return;
      const segments = segmentsOf(path, state.ctm, pageHeight);
      if (paint === OPS.stroke || paint === OPS.closeStroke) {
        for (const s of segments) if (s.straight) marks.lines.push({ ...ends(s), colour: state.stroke });
      } else if (fills.has(paint as number)) marks.fills.push({ ...bounds(segments), colour: state.fill });
    },
  };
  for (const [index, fn] of list.fnArray.entries()) players[fn]?.(list.argsArray[index] ?? []);
  return marks;
}

interface Glyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}

function show(glyphs: readonly (Glyph | number)[], state: State): { text: string; width: number } {
  let text = '';
  let width = 0;
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') {
      width -= (glyph / 1000) * state.size * state.scale;
      continue;
    }
    text += glyph.unicode;
    const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0);
    width += ((glyph.width / 1000) * state.size + spacing) * state.scale;
  }
  return { text, width };
}

interface Segment {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly straight: boolean;
}

/** pdf.js packs a path as a number per command and its coordinates: move 0, line 1, cubic 2, quadratic 3, close 4. */
function segmentsOf(path: Float32Array, ctm: Matrix, pageHeight: number): Segment[] {
  const coordinates = [2, 2, 6, 4, 0];
  const segments: Segment[] = [];
  let start: readonly [number, number] = [0, 0];
  let here = start;
  for (let i = 0; i < path.length; ) {
    const command = path[i] as number;
    const count = coordinates[command] ?? 0;
    const end = i + count;
    const to: readonly [number, number] =
      command === 4 ? start : onPaper(path[end - 1] as number, path[end] as number, ctm, pageHeight);
    if (command === 0) start = to;
    else segments.push({ from: here, to, straight: command === 1 || command === 4 });
    here = to;
    i = end + 1;
  }
  return segments;
}

function onPaper(x: number, y: number, [a, b, c, d, e, f]: Matrix, pageHeight: number): readonly [number, number] {
  return [a * x + c * y + e, pageHeight - (b * x + d * y + f)];
}

function ends({ from, to }: Segment) {
  return { x1: from[0], y1: from[1], x2: to[0], y2: to[1] };
}

function bounds(segments: readonly Segment[]): Rect & { rectangle: boolean } {
  const xs = segments.flatMap(({ from, to }) => [from[0], to[0]]);
  const ys = segments.flatMap(({ from, to }) => [from[1], to[1]]);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  const upright = segments.every(({ from, to }) => from[0] === to[0] || from[1] === to[1]);
  const rectangle = segments.length === 4 && upright && segments.every(({ straight }) => straight);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y, rectangle };
}

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
