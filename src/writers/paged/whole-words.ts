import type { Cluster, PreparedText } from './prepared-text.ts';

/** Em; a longer word may be divided. */
const longest = 5;

let segmenter: Intl.Segmenter | undefined;

/**
 * Joins the clusters of a word, so that no line ends inside it: a title of several lines keeps its words whole
 * (GB/T 9704-2012, 7.3.1). Words are found by the dictionary of the JavaScript engine.
 */
export function keepWordsWhole(text: PreparedText): PreparedText {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const inside = insideWords(text, segmenter);
  const clusters: Cluster[] = [];
  for (const cluster of text.clusters) {
    const last = clusters.at(-1);
    const joined = last !== undefined && !last.hard && inside.has(cluster.from) ? join(last, cluster) : null;
    if (joined !== null && joined.width <= longest) clusters[clusters.length - 1] = joined;
    else clusters.push(cluster);
  }
  return { ...text, clusters, widest: Math.max(0, ...clusters.map(({ width }) => width)) };
}

function join(first: Cluster, second: Cluster): Cluster {
  return { ...second, from: first.from, width: first.width + first.gap + second.width };
}

/** Indices of characters that do not begin a word. */
function insideWords({ characters }: PreparedText, words: Intl.Segmenter): Set<number> {
  const inside = new Set<number>();
  let at = 0;
  for (const { segment } of words.segment(characters.join(''))) {
    const length = Array.from(segment).length;
    for (let i = 1; i < length; i += 1) inside.add(at + i);
    at += length;
  }
  return inside;
}
