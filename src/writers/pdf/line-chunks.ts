import type { TextRun } from '../../model/document.ts';
import type { LineRange } from '../paged/break-lines.ts';
import { sameWord } from '../paged/break-rules.ts';
import type { PreparedText } from '../paged/prepared-text.ts';

/** Neighbouring characters of a line that have one look and one spacing. Widths in em. */
export interface Chunk {
  readonly text: string;
  readonly run: TextRun;
  /** With the stretch that belongs to it. */
  readonly width: number;
  /** Added after each of its characters. */
  readonly spacing: number;
}

/** Number of places where a line may be stretched: between any two characters but inside words and figures. */
export function stretchable({ characters }: PreparedText, line: LineRange): number {
  let count = 0;
  for (let i = line.from; i < line.to - 1; i += 1)
    if (!sameWord(characters[i] as string, characters[i + 1] as string)) count += 1;
  return count;
}

/** Cuts a line where the look or the spacing changes; words and figures are not stretched themselves. */
export function chunksOf({ characters, widths, runs }: PreparedText, line: LineRange, stretch: number): Chunk[] {
  const chunks: Chunk[] = [];
  const tight = (i: number) =>
    i >= line.from && i < line.to - 1 && sameWord(characters[i] as string, characters[i + 1] as string);
  const inWord = (i: number) => tight(i) || tight(i - 1);
  for (let from = line.from; from < line.to; ) {
    const run = runs[from] as TextRun;
    const word = stretch > 0 && inWord(from);
    let to = from;
    let width = 0;
    do {
      width += widths[to] as number;
      if (stretch > 0 && !tight(to)) width += stretch;
      to += 1;
    } while (to < line.to && runs[to] === run && (stretch === 0 || (word ? tight(to - 1) : !inWord(to))));
    chunks.push({ text: characters.slice(from, to).join(''), run, width, spacing: word ? 0 : stretch });
    from = to;
  }
  return chunks;
}
