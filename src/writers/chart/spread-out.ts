interface Cluster {
  /** Where its first member would like to stand if it stood alone; the mean over all members. */
  start: number;
  readonly members: number[];
}

/**
 * Moves positions apart until neighbours are `gap` apart, all within `from` and `to`, each as little as can be (least
 * squares, by pooling neighbours that collide). The order stays; equal ones keep that of the list. There must be room:
 * `to - from` is at least `gap` times one less than their number.
 */
export function spreadOut(wanted: readonly number[], gap: number, from: number, to: number): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => at(wanted, a) - at(wanted, b));
  const clusters: Cluster[] = [];
  for (const index of order) {
    clusters.push({ start: at(wanted, index), members: [index] });
    while (collide(clusters, gap)) join(clusters, gap);
  }
  // Pooling minds no edges; holding the result inside keeps it the best there is.
  const result = new Array<number>(wanted.length).fill(from);
  let rank = 0;
  for (const { start, members } of clusters)
    for (const [k, index] of members.entries()) {
      const lowest = from + rank * gap;
      const highest = to - (wanted.length - 1 - rank) * gap;
      result[index] = Math.min(Math.max(start + k * gap, lowest), highest);
      rank += 1;
    }
  return result;
}

function collide(clusters: readonly Cluster[], gap: number): boolean {
  const [above, below] = clusters.slice(-2);
  return above !== undefined && below !== undefined && above.start + above.members.length * gap > below.start;
}

function join(clusters: Cluster[], gap: number): void {
  const below = clusters.pop() as Cluster;
  const above = clusters.at(-1) as Cluster;
  const [a, b] = [above.members.length, below.members.length];
  above.start = (above.start * a + (below.start - a * gap) * b) / (a + b);
  above.members.push(...below.members);
}

function at(numbers: readonly number[], index: number): number {
  return numbers[index] as number;
}
