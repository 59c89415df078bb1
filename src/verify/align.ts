/** Pairs of indices, both rising. */
export type Pairs = readonly (readonly [expected: number, found: number])[];

/** Items further apart than this many are paired in order rather than each with each. */
const mostCompared = 250_000;
/** Two items less alike than this are no pair. */
const leastLikeness = 0.3;

/**
 * Pairs the items of two sequences that belong to each other. Equal keys that occur once on either side hold the
 * sequences together (as in patience diff); between them, `likeness` (0 to 1) decides. Nearly linear where little differs.
 */
export function align(
  expected: readonly string[],
  found: readonly string[],
  likeness: (expected: number, found: number) => number,
): Pairs {
  const pairs: [number, number][] = [];
  alignRange({ from: 0, to: expected.length }, { from: 0, to: found.length }, { expected, found, likeness, pairs });
  return pairs.sort((a, b) => a[0] - b[0]);
}

/** Between two pairs, as many items as there should be that are all strange: each is the one at its place, changed. */
export function changedPairs(
  pairs: Pairs,
  expected: number,
  found: number,
  isStrange: (found: number) => boolean,
): Pairs {
  const changed: [number, number][] = [];
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of [...pairs, [expected, found] as const]) {
    const between = Array.from({ length: nextJ - j }, (_, offset) => j + offset);
    if (nextI - i === between.length && between.every(isStrange))
      changed.push(...between.map((at, offset): [number, number] => [i + offset, at]));
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return changed;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

interface Work {
  readonly expected: readonly string[];
  readonly found: readonly string[];
  readonly likeness: (expected: number, found: number) => number;
  readonly pairs: [number, number][];
}

function alignRange(outerA: Range, outerB: Range, work: Work): void {
  let [a, b] = [outerA, outerB];
  const take = (i: number, j: number) => work.pairs.push([i, j]);
  while (a.from < a.to && b.from < b.to && work.expected[a.from] === work.found[b.from]) {
    take(a.from, b.from);
    [a, b] = [
      { ...a, from: a.from + 1 },
      { ...b, from: b.from + 1 },
    ];
  }
  while (a.from < a.to && b.from < b.to && work.expected[a.to - 1] === work.found[b.to - 1]) {
    take(a.to - 1, b.to - 1);
    [a, b] = [
      { ...a, to: a.to - 1 },
      { ...b, to: b.to - 1 },
    ];
  }
  if (a.from === a.to || b.from === b.to) return;
  const anchors = risingPairs(uniquePairs(a, b, work));
  if (anchors.length === 0) {
    alignByLikeness(a, b, work);
    return;
  }
  let [i, j] = [a.from, b.from];
  for (const [nextI, nextJ] of [...anchors, [a.to, b.to] as const]) {
    alignRange({ from: i, to: nextI }, { from: j, to: nextJ }, work);
    if (nextI < a.to) take(nextI, nextJ);
    [i, j] = [nextI + 1, nextJ + 1];
  }
}

/** Equal items that stand once in either range, in the order of the first. */
function uniquePairs(a: Range, b: Range, { expected, found }: Work): [number, number][] {
  const once = (items: readonly string[], { from, to }: Range) => {
    const seen = new Map<string, number>();
    for (let i = from; i < to; i += 1) {
      const key = items[i] as string;
      seen.set(key, seen.has(key) ? -1 : i);
    }
    return seen;
  };
  const other = once(found, b);
  return [...once(expected, a)].flatMap(([key, i]): [number, number][] => {
    const j = other.get(key) ?? -1;
    return i >= 0 && j >= 0 ? [[i, j]] : [];
  });
}

/** The longest part of the pairs in which the second index rises, too. */
function risingPairs(pairs: readonly [number, number][]): [number, number][] {
  const ends: number[] = [];
  const before = new Array<number>(pairs.length).fill(-1);
  for (const [index, [, j]] of pairs.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] as number]?.[1] as number) < j) low = middle + 1;
      else high = middle;
    }
    before[index] = low === 0 ? -1 : (ends[low - 1] as number);
    ends[low] = index;
  }
  const rising: [number, number][] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] as number)
    rising.push(pairs[index] as [number, number]);
  return rising.reverse();
}

function alignByLikeness(a: Range, b: Range, { likeness, pairs }: Work): void {
  const [rows, columns] = [a.to - a.from, b.to - b.from];
  if (rows * columns > mostCompared) {
    for (let k = 0; k < Math.min(rows, columns); k += 1) pairs.push([a.from + k, b.from + k]);
    return;
  }
  const like: number[][] = [];
  const best: number[][] = [new Array<number>(columns + 1).fill(0)];
  for (let i = 0; i < rows; i += 1) {
    const above = best[i] as number[];
    const line = [0];
    const likes: number[] = [];
    for (let j = 0; j < columns; j += 1) {
      const alike = likeness(a.from + i, b.from + j);
      likes.push(alike);
      const paired = alike < leastLikeness ? 0 : (above[j] as number) + alike;
      line.push(Math.max(line[j] as number, above[j + 1] as number, paired));
    }
    like.push(likes);
    best.push(line);
  }
  for (let [i, j] = [rows, columns]; i > 0 && j > 0; ) {
    const value = best[i]?.[j];
    if (value === best[i - 1]?.[j]) i -= 1;
    else if (value === best[i]?.[j - 1]) j -= 1;
    else {
      i -= 1;
      j -= 1;
      pairs.push([a.from + i, b.from + j]);
    }
  }
}
