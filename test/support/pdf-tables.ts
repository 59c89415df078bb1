import { type PdfLine, type PdfPage, type Rect, textIn } from './read-pdf.ts';

/** A table found by its rules alone. */
export interface PdfTable extends Rect {
  readonly page: number;
  readonly rowCount: number;
  readonly columnCount: number;
  /** In reading order of their top left corners. */
  readonly cells: readonly PdfCell[];
}

export interface PdfCell {
  /** 0-based, counted over the rules of this table on this page. */
  readonly row: number;
  readonly column: number;
  readonly rowspan: number;
  readonly colspan: number;
  readonly text: string;
  readonly rect: Rect;
}

/** Rules closer than this are one; lines less than this off the vertical or horizontal are straight. */
const tolerance = 0.3;

/** Finds the ruled tables of a page: groups of crossing rules, cut into cells wherever a rule separates two places. */
export function tablesOn(page: PdfPage): PdfTable[] {
  return touchingGroups(page.lines.flatMap(upright))
    .map((rules) => tableOf(rules, page))
    .filter((table) => table !== null)
    .sort((a, b) => a.y - b.y);
}

interface Rule {
  readonly across: boolean;
  /** The coordinate that is the same at both ends. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

function upright({ x1, y1, x2, y2 }: PdfLine): Rule[] {
  if (Math.abs(y1 - y2) < tolerance && Math.abs(x1 - x2) > tolerance)
    return [{ across: true, at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) }];
  if (Math.abs(x1 - x2) < tolerance && Math.abs(y1 - y2) > tolerance)
    return [{ across: false, at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) }];
  return [];
}

function touchingGroups(rules: readonly Rule[]): Rule[][] {
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

function touch(a: Rule, b: Rule): boolean {
  if (a.across === b.across)
    return Math.abs(a.at - b.at) < tolerance && a.from <= b.to + tolerance && b.from <= a.to + tolerance;
  const within = (rule: Rule, at: number) => at >= rule.from - tolerance && at <= rule.to + tolerance;
  return within(a, b.at) && within(b, a.at);
}

function positions(rules: readonly Rule[]): number[] {
  const found: number[] = [];
  for (const at of rules.map((rule) => rule.at).sort((a, b) => a - b))
    if (found.length === 0 || at - (found.at(-1) as number) > tolerance) found.push(at);
  return found;
}

function tableOf(rules: readonly Rule[], page: PdfPage): PdfTable | null {
  const across = rules.filter((rule) => rule.across);
  const down = rules.filter((rule) => !rule.across);
  const ys = positions(across);
  const xs = positions(down);
  if (ys.length < 2 || xs.length < 2) return null;
  const separated = (among: readonly Rule[], at: number, between: number) =>
    among.some((rule) => Math.abs(rule.at - at) < tolerance && rule.from < between && rule.to > between);
  const x = (column: number) => xs[column] as number;
  const y = (row: number) => ys[row] as number;
  const middle = (row: number, column: number): readonly [number, number] => [
    (x(column) + x(column + 1)) / 2,
    (y(row) + y(row + 1)) / 2,
  ];

  const rowCount = ys.length - 1;
  const columnCount = xs.length - 1;
  const taken = new Set<number>();
  const cells: PdfCell[] = [];
  for (let row = 0; row < rowCount; row += 1)
    for (let column = 0; column < columnCount; column += 1) {
      if (taken.has(row * columnCount + column)) continue;
      let colspan = 1;
      while (column + colspan < columnCount && !separated(down, x(column + colspan), middle(row, column)[1]))
        colspan += 1;
      let rowspan = 1;
      while (row + rowspan < rowCount && !separated(across, y(row + rowspan), middle(row, column)[0])) rowspan += 1;
      for (let r = row; r < row + rowspan; r += 1)
        for (let c = column; c < column + colspan; c += 1) taken.add(r * columnCount + c);
      const rect = {
        x: x(column),
        y: y(row),
        width: x(column + colspan) - x(column),
        height: y(row + rowspan) - y(row),
      };
      cells.push({ row, column, rowspan, colspan, rect, text: textIn(page, rect) });
    }
  const rect = { x: x(0), y: y(0), width: x(columnCount) - x(0), height: y(rowCount) - y(0) };
  return { page: page.number, rowCount, columnCount, cells, ...rect };
}
