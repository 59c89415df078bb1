/** Anything with edges, in points. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface RuleLine {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** The edges of all cells as few long lines: none is drawn twice, none runs through a cell. */
export function ruleLines(cells: readonly Box[]): RuleLine[] {
  const across = new Map<number, [number, number][]>();
  const down = new Map<number, [number, number][]>();
  for (const { x, y, width, height } of cells) {
    for (const edge of [y, y + height]) listAt(across, edge).push([x, x + width]);
    for (const edge of [x, x + width]) listAt(down, edge).push([y, y + height]);
  }
  return [
    ...[...across].flatMap(([at, parts]) => joined(parts).map(([x1, x2]) => ({ x1, y1: at, x2, y2: at }))),
    ...[...down].flatMap(([at, parts]) => joined(parts).map(([y1, y2]) => ({ x1: at, y1, x2: at, y2 }))),
  ];
}

/** Edges of neighbours are sums of the same widths in another order. */
function listAt(lines: Map<number, [number, number][]>, position: number): [number, number][] {
  const key = Math.round(position * 1000) / 1000;
  const known = lines.get(key);
  if (known !== undefined) return known;
  const made: [number, number][] = [];
  lines.set(key, made);
  return made;
}

function joined(parts: [number, number][]): [number, number][] {
  const lines: [number, number][] = [];
  for (const [from, to] of parts.sort((a, b) => a[0] - b[0])) {
    const last = lines.at(-1);
    if (last !== undefined && from <= last[1] + 0.001) last[1] = Math.max(last[1], to);
    else lines.push([from, to]);
  }
  return lines;
}
