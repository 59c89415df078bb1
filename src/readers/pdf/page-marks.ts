import { identity, type Matrix, times } from './matrix.ts';
import type { PageMarks, PdfFill, PdfLine, PdfText, Rect } from './page.ts';
import { boundsOf, segmentsOf } from './path.ts';
import { plainLook, type Shown, TextCursor, type TextLook } from './text-state.ts';

/** The drawing operators of a page in their order, as the library lists them. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly (readonly unknown[] | null)[];
}

/** The library's numbers of the operators. */
export type Operators = Readonly<Record<string, number>>;

interface State extends TextLook {
  readonly matrix: Matrix;
  readonly fill: string;
  readonly stroke: string;
}

/** The em box reaches this share of the size above the baseline, as the square of an ideograph does. */
const ascent = 0.88;
const black = '#000000';
const pictureOperators = [
  'paintImageXObject',
  'paintInlineImageXObject',
  'paintInlineImageXObjectGroup',
  'paintImageXObjectRepeat',
  'paintImageMaskXObject',
  'paintImageMaskXObjectGroup',
  'paintImageMaskXObjectRepeat',
];

/**
 * Plays the drawing operators of a page and notes what they leave on the paper; `base` puts PDF's own coordinates on
 * the page as it is read. Unlike the text layer of a viewer it joins nothing: what was shown in one go is one text.
 */
export function pageMarks({ fnArray, argsArray }: OperatorList, base: Matrix, ops: Operators): PageMarks {
  const texts: PdfText[] = [];
  const lines: PdfLine[] = [];
  const fills: PdfFill[] = [];
  const invisible: string[] = [];
  const stack: State[] = [];
  const cursor = new TextCursor();
  // Changed in place: most operators change something, and few save it.
  let state: State = { ...plainLook, matrix: base, fill: black, stroke: black };
  const change = (changed: Partial<State>) => {
    Object.assign(state, changed);
  };
  const save = () => {
    stack.push({ ...state });
  };
  const restore = () => {
    state = stack.pop() ?? state;
  };
  const transform = (matrix: Matrix) => change({ matrix: times(state.matrix, matrix) });

  const show = (glyphs: readonly Shown[]) => {
    const { at, text, width } = cursor.show(glyphs, state);
    if (state.mode === 3 || state.mode === 7) {
      invisible.push(text);
      return;
    }
    const [a, b, c, d, x, baseline] = times(state.matrix, at);
    const size = state.size * Math.hypot(c, d);
    const turn = Math.atan2(b, a);
    const { x: left, y, width: wide, height } = emBox({ x, baseline, length: width * Math.hypot(a, b), size }, turn);
    const angle = (turn * 180) / Math.PI;
    texts.push({ text, x: left, y, width: wide, height, size, baseline, angle, colour: state.fill });
  };

  const draw = (paint: number, path: ArrayLike<number>) => {
    const segments = segmentsOf(path, state.matrix);
    if (strokes.has(paint))
      for (const { from, to, straight } of segments)
        if (straight) lines.push({ x1: from[0], y1: from[1], x2: to[0], y2: to[1], colour: state.stroke });
    if (fillings.has(paint) && segments.length > 0) fills.push({ ...boundsOf(segments), colour: state.fill });
  };

  const named = (...names: string[]) => new Set(names.map((name) => ops[name] as number));
  const both = ['fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'];
  const strokes = named('stroke', 'closeStroke', ...both);
  const fillings = named('fill', 'eoFill', ...both);

  // One for each operator that moves something or leaves something; colours come as `#rrggbb` whatever their space.
  const players: Readonly<Record<string, (args: readonly unknown[]) => void>> = {
    save,
    restore,
    transform: (args) => transform(args as unknown as Matrix),
    paintFormXObjectBegin: ([matrix]) => {
      save();
      transform((matrix ?? identity) as Matrix);
    },
    paintFormXObjectEnd: restore,
    setFillRGBColor: ([colour]) => change({ fill: String(colour).toUpperCase() }),
    setStrokeRGBColor: ([colour]) => change({ stroke: String(colour).toUpperCase() }),
    constructPath: ([paint, data]) => {
      const [path] = data as readonly (ArrayLike<number> | null)[];
      if (path != null) draw(paint as number, path);
    },
    beginText: () => cursor.set(identity),
    setTextMatrix: (args) => cursor.set(matrixIn(args)),
    moveText: ([x, y]) => cursor.move(x as number, y as number),
    setLeadingMoveText: ([x, y]) => {
      change({ leading: -(y as number) });
      cursor.move(x as number, y as number);
    },
    nextLine: () => cursor.move(0, -state.leading),
    setLeading: ([leading]) => change({ leading: leading as number }),
    setFont: ([, size]) => change({ size: size as number }),
    setCharSpacing: ([spacing]) => change({ charSpacing: spacing as number }),
    setWordSpacing: ([spacing]) => change({ wordSpacing: spacing as number }),
    setTextRise: ([rise]) => change({ rise: rise as number }),
    setHScale: ([percent]) => change({ scale: (percent as number) / 100 }),
    setTextRenderingMode: ([mode]) => change({ mode: mode as number }),
    showText: ([glyphs]) => show(glyphs as readonly Shown[]),
  };
  const byNumber = new Map(Object.entries(players).map(([name, play]) => [ops[name], play]));
  const drawing = named(...pictureOperators);
  let pictures = 0;
  for (const [index, operator] of fnArray.entries()) {
    byNumber.get(operator)?.(argsArray[index] ?? []);
    if (drawing.has(operator)) pictures += 1;
  }
  return { texts, lines, fills, invisible, pictures };
}

/** The upright box around the em box of a text that is turned clockwise, in radians, about the beginning of its baseline. */
function emBox(
  { x, baseline, length, size }: { x: number; baseline: number; length: number; size: number },
  turn: number,
): Rect {
  if (turn === 0) return { x, y: baseline - ascent * size, width: length, height: size };
  const [along, across] = [Math.cos(turn), Math.sin(turn)];
  const corners = [0, length].flatMap((right) =>
    [ascent * size, (ascent - 1) * size].map((up) => ({
      x: x + right * along + up * across,
      y: baseline + right * across - up * along,
    })),
  );
  const [xs, ys] = [corners.map((corner) => corner.x), corners.map((corner) => corner.y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

/** The library gives a matrix as one typed array or as six numbers. */
function matrixIn(args: readonly unknown[]): Matrix {
  const [first] = args;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = (typeof first === 'number' ? args : first) as readonly number[];
  return [a, b, c, d, e, f];
}
