import { between, type TextLine } from './text-lines.ts';

/** Lines of one paragraph, joined. */
export interface ReadParagraph {
  readonly text: string;
  /** Top of its first line. */
  readonly y: number;
}

/** In em: a line that ends so much before the others is the last of its paragraph; one so far in begins another. */
const shortOf = 2;
const indent = 1.5;
/** In em: lines further apart than this are no neighbours. */
const pitch = 2.2;

/**
 * Joins the lines of a page to paragraphs as far as their layout tells: a line goes on where it reaches the right edge,
 * the next one begins at the left edge, and both are of one size; so do the lines of a centred title.
 */
export function paragraphsOf(lines: readonly TextLine[]): ReadParagraph[] {
  const right = Math.max(...lines.map((line) => line.x + line.width));
  const left = Math.min(...lines.map((line) => line.x));
  const paragraphs: ReadParagraph[] = [];
  let last: TextLine | undefined;
  for (const line of lines) {
    const before = paragraphs.at(-1);
    if (before !== undefined && last !== undefined && goesOn(last, line, left, right))
      paragraphs[paragraphs.length - 1] = {
        ...before,
        text: before.text + between(before.text, line.text) + line.text,
      };
    else paragraphs.push({ text: line.text, y: line.y });
    last = line;
  }
  return paragraphs;
}

function goesOn(last: TextLine, line: TextLine, left: number, right: number): boolean {
  const { size } = line;
  if (Math.abs(last.size - size) > 0.5 || line.baseline - last.baseline > pitch * size) return false;
  const full = last.x + last.width > right - shortOf * size && line.x < left + indent * size;
  const middle = (one: TextLine) => one.x + one.width / 2;
  const centred = last.x > left + indent * size && Math.abs(middle(last) - middle(line)) < size / 4;
  return full || centred;
}
