import { continuationMark } from './bare-text.ts';

/** A text so long that the cell may fill a page; where it goes on, only its end is then printed again before the mark. */
const pageful = 400;

/** Where the parts of a cell do not say what they should: which part, and what it should say. */
export interface Misread {
  readonly index: number;
  readonly expected: string;
}

/**
 * Reads the parts of one cell in the order of pages: its text, whole or line by line from part to part; after that, its
 * text with the mark of a cell that goes on. `gaps`: a part without room for words may be empty. Null if all is right.
 */
export function misread(text: string, parts: readonly string[], gaps: boolean): Misread | null {
  let rest: string | null = text;
  const again = text === '' ? '' : text + continuationMark;
  const last = parts.length - 1;
  for (const [index, part] of parts.entries()) {
    const empty = gaps && part === '';
    if (rest === null) {
      const end = text.length > pageful && part.endsWith(continuationMark) && again.endsWith(part);
      if (part !== again && !end && !empty) return { index, expected: again };
    } else if (part === rest) rest = null;
    else if (index === last || !(empty ? rest === text : part !== '' && rest.startsWith(part)))
      return { index, expected: rest };
    else rest = rest.slice(part.length);
  }
  return null;
}
