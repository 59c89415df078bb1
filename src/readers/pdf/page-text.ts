import type { PdfPage, PdfText } from './page.ts';
import { type RuledTable, tablesOn } from './ruled-tables.ts';
import { linesOf, type TextLine } from './text-lines.ts';

/** A page as a reader sees it: its tables, and the lines of text outside them, from top to bottom. */
export interface ReadPage {
  readonly page: PdfPage;
  readonly tables: readonly RuledTable[];
  readonly lines: readonly TextLine[];
}

/** Finds tables and lines. A frame of rules around text is no table here: a table has more than one cell. */
export function readPage(page: PdfPage): ReadPage {
  const tables = tablesOn(page).filter(({ cells }) => cells.length > 1);
  const outside = page.texts.filter((text) => Math.abs(text.angle) <= 1 && !tables.some((table) => isIn(text, table)));
  return { page, tables, lines: linesOf(outside) };
}

/** Whether the middle of a text lies in a table. */
export function isIn({ x, y, width, height }: PdfText, table: RuledTable): boolean {
  const [right, down] = [x + width / 2 - table.x, y + height / 2 - table.y];
  return right >= 0 && right <= table.width && down >= 0 && down <= table.height;
}

/** Headers and footers stand in these shares of a page's height. */
const headShare = 0.12;
const footShare = 0.1;
const pageNumber = /^[\s—–\-·第]*\d+[\s—–\-·页]*$/u;

/**
 * The lines of each page without page numbers, and without what stands in the margin of every page, such as a banner;
 * figures in it may change from page to page.
 */
export function withoutFurniture(pages: readonly ReadPage[]): TextLine[][] {
  const sameWords = ({ text }: TextLine) => text.replaceAll(/\d+/g, '#');
  const inMargin = ({ page }: ReadPage, { baseline }: TextLine) =>
    baseline < page.height * headShare || baseline > page.height * (1 - footShare);
  const counts = new Map<string, number>();
  for (const read of pages)
    for (const words of new Set(read.lines.filter((line) => inMargin(read, line)).map(sameWords)))
      counts.set(words, (counts.get(words) ?? 0) + 1);
  const everywhere = (line: TextLine) => pages.length > 1 && counts.get(sameWords(line)) === pages.length;
  return pages.map((read) =>
    read.lines.filter((line) => !inMargin(read, line) || !(pageNumber.test(line.text) || everywhere(line))),
  );
}
