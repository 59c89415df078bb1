import type { PageMarks, PdfFill, PdfLine } from './page.ts';

/** A horizontal or vertical rule. */
export interface Rule {
  readonly across: boolean;
  /** The coordinate that is the same at both ends. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Rules closer than this, in points, are one; lines less than this off the vertical or horizontal are straight. */
export const tolerance = 0.6;
/** Programs leave a gap as wide as a rule where two of them meet. */
const gap = 1.2;
/** Office programs draw rules as filled boxes of up to this thickness. */
const thickest = 2;

/** The rules of a page: pieces in one line are one rule. */
export function rulesOn({ lines, fills }: PageMarks): Rule[] {
  const pieces = [...lines.flatMap(straight), ...fills.flatMap(thin)];
  return [true, false].flatMap((across) => joined(pieces.filter((piece) => piece.across === across)));
}

function straight({ x1, y1, x2, y2 }: PdfLine): Rule[] {
  if (Math.abs(y1 - y2) < tolerance && Math.abs(x1 - x2) > tolerance)
    return [{ across: true, at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) }];
  if (Math.abs(x1 - x2) < tolerance && Math.abs(y1 - y2) > tolerance)
    return [{ across: false, at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) }];
  return [];
}

function thin({ rectangle, x, y, width, height }: PdfFill): Rule[] {
  if (!rectangle) return [];
  if (height <= thickest && width > height) return [{ across: true, at: y + height / 2, from: x, to: x + width }];
  if (width <= thickest && height > width) return [{ across: false, at: x + width / 2, from: y, to: y + height }];
  return [];
}

function joined(pieces: readonly Rule[]): Rule[] {
  return clusters(pieces, ({ at }) => at).flatMap((line) => {
    const rules: Rule[] = [];
    for (const piece of line.sort((a, b) => a.from - b.from)) {
      const last = rules.at(-1);
      if (last !== undefined && piece.from <= last.to + gap)
        rules[rules.length - 1] = { ...last, to: Math.max(last.to, piece.to) };
      else rules.push(piece);
    }
    return rules;
  });
}

/** Sorts by a coordinate and cuts where it leaps. */
function clusters<T>(items: readonly T[], at: (item: T) => number): T[][] {
  const groups: T[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const item of [...items].sort((a, b) => at(a) - at(b))) {
    if (at(item) - last > tolerance) groups.push([]);
    groups.at(-1)?.push(item);
    last = at(item);
  }
  return groups;
}

/** Groups of rules that touch each other, directly or over others. */
export function touchingGroups(rules: readonly Rule[]): Rule[][] {
  const groups: Rule[][] = [];
  const left = new Set(rules);
  for (const first of rules) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (const rule of group)
      for (const other of left)
        if (touch(rule, other)) {
          left.delete(other);
          group.push(other);
        }
    groups.push(group);
  }
  return groups;
}

/** Rules in one line have been joined already, so only crossing ones can touch. */
function touch(a: Rule, b: Rule): boolean {
  const within = (rule: Rule, at: number) => at >= rule.from - gap && at <= rule.to + gap;
  return a.across !== b.across && within(a, b.at) && within(b, a.at);
}

/** The different places of some coordinates, in order. */
export function positions(coordinates: readonly number[]): number[] {
  return clusters(coordinates, (at) => at).map((group) => group.reduce((sum, at) => sum + at, 0) / group.length);
}
