import type { Exact } from '../model/exact.ts';

/** Ranks best first; equal scores share a rank and the next ranks are skipped (1, 1, 3). Without score, no rank. */
export function ranksOf(scores: ReadonlyMap<string, Exact | null>): Map<string, number> {
  const scored = [...scores].flatMap(([name, score]) => (score === null ? [] : [{ name, score }]));
  return new Map(scored.map(({ name, score }) => [name, 1 + scored.filter((other) => other.score.gt(score)).length]));
}
