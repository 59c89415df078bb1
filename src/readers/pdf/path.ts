import { type Matrix, placed } from './matrix.ts';
import type { Rect } from './page.ts';

export interface Segment {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  readonly straight: boolean;
}

/** Coordinates that follow a command: move 0, line 1, cubic 2, quadratic 3, close 4. */
const coordinates = [2, 2, 6, 4, 0];

/** The segments of a path as the library packs it, a number for each command and its coordinates, at their place on the page. */
export function segmentsOf(path: ArrayLike<number>, matrix: Matrix): Segment[] {
  const segments: Segment[] = [];
  let start: Segment['from'] = [0, 0];
  let here = start;
  for (let i = 0; i < path.length; ) {
    const command = path[i] as number;
    const end = i + (coordinates[command] ?? 0);
    const to = command === 4 ? start : placed(path[end - 1] as number, path[end] as number, matrix);
    if (command === 0) start = to;
    else segments.push({ from: here, to, straight: command === 1 || command === 4 });
    here = to;
    i = end + 1;
  }
  return segments;
}

/** The box around a path, and whether the path is that box. */
export function boundsOf(segments: readonly Segment[]): Rect & { readonly rectangle: boolean } {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  let straight = true;
  let upright = true;
  for (const segment of segments) {
    for (const [x, y] of [segment.from, segment.to]) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
    straight &&= segment.straight;
    upright &&= segment.from[0] === segment.to[0] || segment.from[1] === segment.to[1];
  }
  // A closed path comes back to where it began, and may say so with a segment of no length.
  const sides = segments.filter(({ from, to }) => from[0] !== to[0] || from[1] !== to[1]).length;
  return { x: left, y: top, width: right - left, height: bottom - top, rectangle: straight && upright && sides === 4 };
}
