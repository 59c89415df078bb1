/**
 * Shares things out over as few bins as first-fit-decreasing finds (at most 11/9 of the least, and the least for a packet of a few files);
 * none is divided. Bins, and what is in each, stand in the order of the things. Each thing must fit by itself.
 */
export function shareOut<T>(things: readonly T[], sizeOf: (thing: T) => number, room: number): T[][] {
  const bins: { free: number; indexes: number[] }[] = [];
  const largestFirst = things.map((thing, index) => ({ size: sizeOf(thing), index })).sort((a, b) => b.size - a.size);
  for (const { size, index } of largestFirst) {
    const bin = bins.find(({ free }) => free >= size);
    if (bin === undefined) bins.push({ free: room - size, indexes: [index] });
    else {
      bin.free -= size;
      bin.indexes.push(index);
    }
  }
  const ordered = bins.map(({ indexes }) => indexes.sort((a, b) => a - b));
  ordered.sort((a, b) => (a[0] as number) - (b[0] as number));
  return ordered.map((indexes) => indexes.map((index) => things[index] as T));
}
