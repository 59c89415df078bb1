import type { TextRun } from '../../model/document.ts';
import { isSpace, mayBreak } from './break-rules.ts';
import type { Ruler } from './ruler.ts';

/** A text cut into characters and into clusters that no line break may divide. Widths are in em. */
export interface PreparedText {
  readonly characters: readonly string[];
  readonly widths: readonly number[];
  /** The run that each character belongs to. */
  readonly runs: readonly TextRun[];
  readonly clusters: readonly Cluster[];
  /** Of the widest cluster: the narrowest column that takes the text without dividing a word. */
  readonly widest: number;
  /** Of the whole text on one line. */
  readonly total: number;
  /** Whether it has a line break of its own. */
  readonly hard: boolean;
}

export interface Cluster {
  /** Index of the first character. */
  readonly from: number;
  /** Index after the last character that is not white space. */
  readonly to: number;
  /** Index after the white space that follows, where the next cluster begins. */
  readonly next: number;
  readonly width: number;
  /** Of the white space, which vanishes at the end of a line. */
  readonly gap: number;
  /** A line ends here whatever its width. */
  readonly hard: boolean;
}

/** There are no tab stops here: a tab is white space as wide as an ideograph. Other characters show themselves. */
export function shownAs(character: string): string {
  return character === '\t' ? '\u3000' : character;
}

/**
 * Measures a text and finds its clusters; the effort is linear in its length. A figure and the sign after it (210张)
 * are one cluster unless `keepUnits` is false.
 */
export function prepareText(content: readonly TextRun[], ruler: Ruler, keepUnits = true): PreparedText {
  const characters: string[] = [];
  const widths: number[] = [];
  const runs: TextRun[] = [];
  for (const run of content)
    for (const sign of run.text) {
      const character = shownAs(sign);
      characters.push(character);
      runs.push(run);
      widths.push(character === '\n' ? 0 : ruler.width(character, run.strong));
    }

  const clusters: Cluster[] = [];
  let widest = 0;
  let total = 0;
  let hard = false;
  for (let from = 0; from < characters.length; ) {
    const cluster = clusterAt(characters, widths, from, keepUnits);
    clusters.push(cluster);
    widest = Math.max(widest, cluster.width);
    total += cluster.width + cluster.gap;
    hard ||= cluster.hard;
    from = cluster.next;
  }
  return { characters, widths, runs, clusters, widest, total, hard };
}

function clusterAt(
  characters: readonly string[],
  widths: readonly number[],
  from: number,
  keepUnits: boolean,
): Cluster {
  let to = from;
  let next = from;
  let width = 0;
  let gap = 0;
  for (;;) {
    const character = characters[next] as string;
    if (character === '\n') return { from, to, next: next + 1, width, gap, hard: true };
    // White space at the beginning is an indent and keeps its place.
    const blank = isSpace(character) && to > from;
    next += 1;
    if (blank) gap += widths[next - 1] as number;
    else {
      width += gap + (widths[next - 1] as number);
      gap = 0;
      to = next;
    }
    const after = characters[next];
    if (after === undefined || mayBreak(character, after, keepUnits))
      return { from, to, next, width, gap, hard: false };
  }
}
