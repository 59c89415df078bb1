import type { Chart, LineChart } from '../../../model/document.ts';
import { layoutBarChart } from '../../chart/bar-chart.ts';
import type { ChartDrawing, ChartRoom, ChartShape } from '../../chart/drawing.ts';
import { layoutLineChart } from '../../chart/line-chart.ts';
import type { Shape, TextItem } from '../page-items.ts';
import { textItems, wordsWidth } from '../text-items.ts';
import type { BlockPlace } from './block-place.ts';

/** A chart is not drawn wider than this, in points; on a landscape page its bars would be too long to compare. */
const widest = 520;
/** Down to this share of its height a chart is set closer rather than moved to the next page. */
const mostShrunk = 0.6;
/** Sums of heights differ in the last bits. */
const tolerance = 1e-6;

export function placeChart(block: Chart, place: BlockPlace): void {
  placeDrawing((room) => layoutBarChart(block, room), place);
}

export function placeLineChart(block: LineChart, place: BlockPlace): void {
  placeDrawing((room) => layoutLineChart(block, room), place);
}

/** A chart as vector shapes and text that can be selected. It is never divided. */
function placeDrawing(layout: (room: ChartRoom) => ChartDrawing, place: BlockPlace): void {
  const { theme, frame, book, flow } = place;
  const typeface = theme.fonts.table;
  const measure = (text: string, size: number, strong: boolean) => wordsWidth(text, typeface, strong, book) * size;
  const width = Math.min(frame.width, widest);
  const before = frame.pitch / 2;
  const draw = (maxHeight: number) => layout({ theme, width, maxHeight, measure });
  const whole = draw(flow.room(true) - before);
  const room = flow.room(false) - before;
  const closer = whole.height > room && whole.height * mostShrunk <= room ? draw(room) : whole;
  // One that cannot be drawn so close moves to the next page as it is best.
  const drawing = closer.height <= room + tolerance ? closer : whole;
  const left = frame.left + (frame.width - width) / 2;

  const texts: TextItem[] = [];
  const shapes: Shape[] = [];
  for (const shape of drawing.shapes) {
    if (shape.kind !== 'text') {
      shapes.push(pageShape(shape, left));
      continue;
    }
    const { text, size, strong, colour, y } = shape;
    const length = measure(text, size, strong);
    const shift = shape.anchor === 'middle' ? length / 2 : shape.anchor === 'end' ? length : 0;
    const x = left + shape.x - shift;
    texts.push(...textItems(text, { x, y, typeface, strong, size, colour, tracking: 0 }, book));
  }
  flow.add({ before, height: drawing.height, after: before, keep: false, texts, shapes, bookmark: null });
}

function pageShape(shape: Exclude<ChartShape, { kind: 'text' }>, left: number): Shape {
  switch (shape.kind) {
    case 'line': {
      const { x1, y1, x2, y2, width, colour, dash } = shape;
      return { kind: 'stroke', x1: x1 + left, y1, x2: x2 + left, y2, width, colour, dash };
    }
    case 'polygon':
      return { ...shape, points: shape.points.map(({ x, y }) => ({ x: x + left, y })) };
    case 'rect': {
      const { x, y, width, height, fill } = shape;
      return { kind: 'fill', x: x + left, y, width, height, colour: fill };
    }
  }
}
