import type { Typeface } from '../../model/theme.ts';
import type { FontBook } from './font-book.ts';
import type { TextItem } from './page-items.ts';

/** How words of one look stand on a page. */
export interface WordsPlace extends Pick<TextItem, 'x' | 'y' | 'size' | 'colour' | 'tracking' | 'turned'> {
  readonly typeface: Typeface;
  readonly strong: boolean;
}

/** Words from one place on, as one item, or as several where rare characters of other faces stand among them. */
export function textItems(words: string, { typeface, strong, ...at }: WordsPlace, book: FontBook): TextItem[] {
  let { x, y } = at;
  return book.pieces(words, typeface, strong).map(({ text, face, width, thickened }) => {
    const item = { ...at, x, y, text, face, stroke: thickened * at.size };
    const length = width * at.size + at.tracking * Array.from(text).length;
    if (at.turned === true) y += length;
    else x += length;
    return item;
  });
}

/** Width of words in em, without tracking. */
export function wordsWidth(words: string, typeface: Typeface, strong: boolean, book: FontBook): number {
  return book.pieces(words, typeface, strong).reduce((sum, { width }) => sum + width, 0);
}
