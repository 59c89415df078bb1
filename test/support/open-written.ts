import type { Document } from '../../src/model/document.ts';
import { gridOf } from '../../src/model/grid.ts';
import { plainText } from '../../src/model/text.ts';
import { all, childrenOf, parsed, rowsOf } from '../writers/html/read-html.ts';
import { inReadingOrder, type SeenCell } from './expected-annexes.ts';
import { tablesOn } from './pdf-tables.ts';
import { readDocx } from './read-docx.ts';
import { type PdfFile, type PdfPage, readPdf } from './read-pdf.ts';
import { readXlsx } from './read-xlsx.ts';
import { theme } from './theme.ts';

/** The formats that a packet is made in. */
export const packetFormats = ['pdf', 'docx', 'xlsx', 'html'] as const;
export type PacketFormat = (typeof packetFormats)[number];

/** The one table of a section, with its cells page by page as far as the file itself has pages. */
export type TableOfSection = (section: string) => SeenCell[][];

const shade = theme.colours.marked;

/** Opens a written file without knowing what was meant to be in it; `document` only says which section is which. */
export const openWritten: Record<PacketFormat, (bytes: Uint8Array, document: Document) => Promise<TableOfSection>> = {
  async pdf(bytes) {
    const file = await readPdf(bytes);
    return (section) => pagesOf(file, section).map(seenOnPage);
  },

  async docx(bytes, { sections }) {
    const { tables } = readDocx(bytes);
    return (section) => {
      const index = sections.findIndex(({ name }) => name === section);
      const [table] = tables.filter((each) => each.section === index);
      if (table === undefined) throw new Error(`no table in ${section}`);
      return [
        table.cells.map(({ row, column, rowspan, colspan, text, fills }) => {
          const shaded = fills.filter((fill) => `#${fill}` === shade).length;
          if (shaded > 0 && shaded < fills.length) throw new Error(`${text} is shaded in part`);
          return { row, column, rowspan, colspan, text, shaded: shaded > 0 };
        }),
      ];
    };
  },

  async xlsx(bytes) {
    const sheets = readXlsx(bytes);
    return (section) => {
      const cells = sheets.find(({ name }) => name === section)?.cells ?? [];
      const top = cells.find(({ column, text }) => column === 0 && text === '序号')?.row;
      if (top === undefined) throw new Error(`no table in ${section}`);
      // Below the table are notes, which have no rules around them.
      const table = cells.filter(({ row, outlined }) => row >= top && outlined);
      const seen = table.map(({ row, column, rowspan, colspan, text, style }) => ({
        row: row - top,
        column,
        rowspan,
        colspan,
        text,
        shaded: `#${style.fill}` === shade,
      }));
      return [seen.sort(inReadingOrder)];
    };
  },

  async html(bytes) {
    const root = parsed(new TextDecoder().decode(bytes));
    return (section) => {
      const place = all(root, 'section').find((each) => each.getAttribute('aria-label') === section);
      const [table] = place === undefined ? [] : all(place, 'table');
      if (table === undefined) throw new Error(`no table in ${section}`);
      const elements = all(table, 'tr').flatMap(childrenOf);
      const { cells } = gridOf(rowsOf(table), all(table, 'col').length);
      const seen = cells.map(({ cell: { rowspan, colspan, content }, row, column }, index) => {
        const shaded = elements[index]?.getAttribute('class')?.split(' ').includes('marked') ?? false;
        return { row, column, rowspan, colspan, text: plainText(content), shaded };
      });
      return [seen];
    };
  },
};

/** The pages from a section's bookmark to the next one. */
export function pagesOf({ pages, bookmarks }: PdfFile, section: string): PdfPage[] {
  const index = bookmarks.findIndex(({ title }) => title === section);
  const start = bookmarks[index]?.page;
  if (start === undefined) throw new Error(`no bookmark ${section}`);
  const end = bookmarks[index + 1]?.page ?? pages.length + 1;
  return pages.slice(start - 1, end - 1);
}

function seenOnPage(page: PdfPage): SeenCell[] {
  const [table, ...more] = tablesOn(page);
  if (table === undefined || more.length > 0) throw new Error(`page ${page.number} has not one table`);
  const fills = page.fills.filter(({ colour }) => colour === shade);
  return table.cells.map(({ row, column, rowspan, colspan, text, rect }) => {
    const middle = { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
    const shaded = fills.some(
      ({ x, y, width, height }) => middle.x > x && middle.x < x + width && middle.y > y && middle.y < y + height,
    );
    return { row, column, rowspan, colspan, text, shaded };
  });
}
