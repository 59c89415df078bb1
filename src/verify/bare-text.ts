/** What a page leaves out or puts in between words without changing them: spaces, line breaks, signs of no width. */
const layout = /[\s\u00AD\u200B-\u200D\u2060\uFEFF]/gu;

/** A text without its layout. Two texts say the same if they are bare the same: a line break in a cell is a place and no word. */
export function bareText(text: string): string {
  return text.replaceAll(layout, '');
}

/** Stands behind the text of a cell where it goes on, on another page or beside other columns. */
export const continuationMark = '（续）';

/** A text without the mark of a cell that goes on. */
export function withoutMark(bare: string): string {
  return bare.endsWith(continuationMark) ? bare.slice(0, -continuationMark.length) : bare;
}
