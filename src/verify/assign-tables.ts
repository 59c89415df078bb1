import { withoutMark } from './bare-text.ts';
import type { ExpectedTable } from './expected-table.ts';
import type { FoundTable } from './found.ts';

/** Which tables of a file belong to which of the document; -1 for none. */
export type Assignment = readonly number[];

/** A table of which less than this share of the words is in a table of the document has nothing to do with it. */
const leastShare = 0.3;

/** Texts so long may be divided by pages, and so much of one is not found by chance. */
const longText = 100;
const stretch = 20;

/**
 * Assigns the tables of a file, each a part of one, to those of the document in their order so that as many cells as
 * possible have words that their table has. Time: parts × tables.
 */
export function assignTables(found: readonly FoundTable[], expected: readonly ExpectedTable[]): Assignment {
  const words = expected.map(({ cells }) => new Set(cells.map(({ bare }) => bare)));
  const long = words.map((known) => [...known].filter((bare) => bare.length > longText));
  const scores = found.map((part) => {
    const texts = part.cells.map(({ bare }) => withoutMark(bare)).filter((bare) => bare !== '');
    return words.map((known, index) => {
      // Rules without words are a table without words, or a drawing.
      if (texts.length === 0) return known.size === 1 && known.has('') ? 1 : 0;
      // A page may show a stretch of a long text.
      const isPart = (bare: string) => bare.length > stretch && long[index]?.some((text) => text.includes(bare));
      const hits = texts.filter((bare) => known.has(bare) || isPart(bare)).length;
      return hits < texts.length * leastShare ? 0 : hits;
    });
  });
  // best[i][j]: of the first i parts, none of which belongs to a table after the j-th.
  const best = [new Array<number>(expected.length + 1).fill(0)];
  for (const [i, score] of scores.entries()) {
    const above = best[i] as number[];
    const line = [above[0] as number];
    for (let j = 1; j <= expected.length; j += 1)
      line.push(Math.max(line[j - 1] as number, (above[j] as number) + (score[j - 1] as number)));
    best.push(line);
  }
  const assignment = new Array<number>(found.length).fill(-1);
  let j = expected.length;
  for (let i = found.length; i > 0; i -= 1) {
    const value = () => best[i]?.[j] as number;
    while (j > 0 && value() === best[i]?.[j - 1]) j -= 1;
    if (j > 0 && (scores[i - 1]?.[j - 1] as number) > 0) assignment[i - 1] = j - 1;
  }
  return assignment;
}
