import type { Rect } from './read-pdf.ts';

/** The point in the middle. */
export function middleOf({ x, y, width, height }: Rect): Rect {
  return { x: x + width / 2, y: y + height / 2, width: 0, height: 0 };
}

/** Whether one lies in the other, or reaches over its edges by no more than so many points. */
export function isInside(inner: Rect, outer: Rect, tolerance: number): boolean {
  return (
    inner.x >= outer.x - tolerance &&
    inner.y >= outer.y - tolerance &&
    inner.x + inner.width <= outer.x + outer.width + tolerance &&
    inner.y + inner.height <= outer.y + outer.height + tolerance
  );
}
