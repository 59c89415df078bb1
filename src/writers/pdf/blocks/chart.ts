import type { Chart } from '../../../model/document.ts';
import { type ChartShape, layoutBarChart } from '../../chart/bar-chart.ts';
import type { Shape, TextItem } from '../page-items.ts';
import { textItems, wordsWidth } from '../text-items.ts';
import type { BlockPlace } from './block-place.ts';

/** A chart is not drawn wider than this, in points; on a landscape page its bars would be too long to compare. */
const widest = 520;
/** Down to this share of its height a chart is set closer rather than moved to the next page. */
const mostShrunk = 0.6;

/** A chart as vector shapes and text that can be selected. It is never divided. */
export function placeChart(block: Chart, place: BlockPlace): void {
  const { theme, frame, book, flow } = place;
  const typeface = theme.fonts.table;
  const measure = (text: string, size: number, strong: boolean) => wordsWidth(text, typeface, strong, book) * size;
  const width = Math.min(frame.width, widest);
  const before = frame.pitch / 2;
  const draw = (maxHeight: number) => layoutBarChart(block, { theme, width, maxHeight, measure });
  const whole = draw(flow.room(true) - before);
  const room = flow.room(false) - before;
  const drawing = whole.height > room && whole.height * mostShrunk <= room ? draw(room) : whole;
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
  if (shape.kind === 'line') {
    const { x1, y1, x2, y2, width, colour, dash } = shape;
    return { kind: 'stroke', x1: x1 + left, y1, x2: x2 + left, y2, width, colour, dash };
  }
  const { x, y, width, height, fill } = shape;
  return { kind: 'fill', x: x + left, y, width, height, colour: fill };
}
