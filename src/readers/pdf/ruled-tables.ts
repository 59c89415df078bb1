import type { PageMarks, PdfText, Rect } from './page.ts';
import { positions, type Rule, rulesOn, tolerance, touchingGroups } from './rules.ts';
import { joinedText, linesOf } from './text-lines.ts';

/** A table found by its rules alone. */
export interface RuledTable extends Rect {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Left edges of the columns and the right edge of the last. */
  readonly columnEdges: readonly number[];
  /** In reading order of their top left corners. */
  readonly cells: readonly RuledCell[];
  /** False where rules end inside the table or do not close a rectangle: cells may be wrong there. */
  readonly certain: boolean;
}

export interface RuledCell {
  /** 0-based, counted over the rules of this table. */
  readonly row: number;
  readonly column: number;
  readonly rowspan: number;
  readonly colspan: number;
  readonly rect: Rect;
  /** In reading order. */
  readonly texts: readonly PdfText[];
  readonly text: string;
  readonly certain: boolean;
}

/** Finds the ruled tables of a page, from top to bottom: crossing rules, cut into cells wherever a rule separates two places. */
export function tablesOn(page: PageMarks): RuledTable[] {
  return touchingGroups(rulesOn(page))
    .flatMap((rules) => tableOf(rules, page.texts) ?? [])
    .sort((a, b) => a.y - b.y || a.x - b.x);
}

/** The places between the rules of one table, and which of their edges are drawn. */
interface Mesh {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Whether a rule parts a place from the next one to the right, or below. */
  readonly partedRight: readonly (readonly boolean[])[];
  readonly partedBelow: readonly (readonly boolean[])[];
}

function tableOf(rules: readonly Rule[], texts: readonly PdfText[]): RuledTable | null {
  const mesh = meshOf(rules);
  if (mesh === null) return null;
  const { xs, ys } = mesh;
  const [rowCount, columnCount] = [ys.length - 1, xs.length - 1];
  const owner: number[][] = Array.from({ length: rowCount }, () => new Array<number>(columnCount).fill(-1));
  const found: Omit<RuledCell, 'texts' | 'text' | 'rect'>[] = [];
  for (let row = 0; row < rowCount; row += 1)
    for (let column = 0; column < columnCount; column += 1)
      if (owner[row]?.[column] === -1) found.push(cellFrom(row, column, mesh, owner, found.length));

  const own: PdfText[][] = found.map(() => []);
  for (const text of texts) {
    const row = placeIn(ys, text.y + text.height / 2);
    const column = placeIn(xs, text.x + text.width / 2);
    if (row === null || column === null || Math.abs(text.angle) > 1) continue;
    own[owner[row]?.[column] as number]?.push(text);
  }
  const box = (top: number, left: number, bottom: number, right: number): Rect => {
    const [x, y] = [xs[left] as number, ys[top] as number];
    return { x, y, width: (xs[right] as number) - x, height: (ys[bottom] as number) - y };
  };
  const cells = found.map((cell, index): RuledCell => {
    const { row, column, rowspan, colspan } = cell;
    const lines = linesOf(own[index] as PdfText[]);
    const rect = box(row, column, row + rowspan, column + colspan);
    return { ...cell, rect, texts: lines.flatMap(({ texts }) => texts), text: joinedText(lines) };
  });
  const certain = cells.every((cell) => cell.certain);
  return { rowCount, columnCount, columnEdges: xs, cells, certain, ...box(0, 0, rowCount, columnCount) };
}

/** Two rules down make a table; some tables have none at their sides, and their rules across say how far they reach. */
function meshOf(rules: readonly Rule[]): Mesh | null {
  const across = rules.filter((rule) => rule.across);
  const down = rules.filter((rule) => !rule.across);
  const ys = positions(across.map(({ at }) => at));
  const inner = positions(down.map(({ at }) => at));
  if (ys.length < 2 || inner.length < 2) return null;
  const left = Math.min(...across.map(({ from }) => from));
  const right = Math.max(...across.map(({ to }) => to));
  const [first, last] = [inner[0] as number, inner.at(-1) as number];
  const xs = [...(left < first - openSide ? [left] : []), ...inner, ...(right > last + openSide ? [right] : [])];
  const parts = (among: readonly Rule[], at: number, place: number) =>
    among.some((rule) => Math.abs(rule.at - at) <= tolerance && rule.from < place && rule.to > place);
  const middle = (edges: readonly number[], index: number) =>
    ((edges[index] as number) + (edges[index + 1] as number)) / 2;
  const rows = ys.slice(1).map((_, row) => row);
  const columns = xs.slice(1).map((_, column) => column);
  return {
    xs,
    ys,
    partedRight: rows.map((row) => columns.map((c) => parts(down, xs[c + 1] as number, middle(ys, row)))),
    partedBelow: rows.map((row) => columns.map((c) => parts(across, ys[row + 1] as number, middle(xs, c)))),
  };
}

/** A column at an open side is at least so wide, in points; shorter ends of rules are drawn a little too long. */
const openSide = 6;

/** Takes all places that no rule parts from this one; they are a cell if they fill a rectangle and no rule ends in it. */
function cellFrom(row: number, column: number, mesh: Mesh, owner: number[][], index: number) {
  const { partedRight, partedBelow } = mesh;
  const [rowCount, columnCount] = [partedRight.length, partedRight[0]?.length ?? 0];
  const queue: [number, number][] = [[row, column]];
  let count = 0;
  let [bottom, left, right] = [row, column, column];
  const take = (r: number, c: number) => {
    if (owner[r]?.[c] !== -1) return;
    (owner[r] as number[])[c] = index;
    queue.push([r, c]);
  };
  (owner[row] as number[])[column] = index;
  for (const [r, c] of queue) {
    count += 1;
    [bottom, left, right] = [Math.max(bottom, r), Math.min(left, c), Math.max(right, c)];
    if (c + 1 < columnCount && !partedRight[r]?.[c]) take(r, c + 1);
    if (c > 0 && !partedRight[r]?.[c - 1]) take(r, c - 1);
    if (r + 1 < rowCount && !partedBelow[r]?.[c]) take(r + 1, c);
    if (r > 0 && !partedBelow[r - 1]?.[c]) take(r - 1, c);
  }
  const [rowspan, colspan] = [bottom - row + 1, right - left + 1];
  let clean = left === column && count === rowspan * colspan;
  for (let r = row; r <= bottom; r += 1)
    for (let c = left; c <= right; c += 1)
      if ((c < right && partedRight[r]?.[c]) || (r < bottom && partedBelow[r]?.[c])) clean = false;
  return { row, column: left, rowspan, colspan, certain: clean };
}

function placeIn(edges: readonly number[], at: number): number | null {
  const next = edges.findIndex((edge) => edge > at);
  return next <= 0 ? null : next - 1;
}
