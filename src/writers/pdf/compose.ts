import type { Document, Section } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';
import { placeBlock } from './blocks/index.ts';
import type { FontBook } from './font-book.ts';
import { bannerLine, pageNumber, watermark } from './furniture.ts';
import { PageFlow } from './page-flow.ts';
import { type PageFrame, pageFrame } from './page-frame.ts';
import type { Bookmark, Page, Shape, TextItem } from './page-items.ts';

/** A document with every piece of text and every line at its place. */
export interface ComposedDocument {
  readonly pages: readonly Page[];
  readonly bookmarks: readonly Bookmark[];
}

/** Sets a document page by page in the fonts that were opened for it. */
export function composeDocument(document: Document, theme: Theme, book: FontBook): ComposedDocument {
  const pages: Page[] = [];
  const bookmarks: Bookmark[] = [];
  // Pages of one size share their furniture, so that a watermark is worked out once.
  const furnitureByPaper = new Map<string, Furniture>();
  for (const section of document.sections) {
    const frame = pageFrame(section.page, theme);
    const kind = `${frame.paperWidth}×${frame.paperHeight}`;
    const furniture = furnitureByPaper.get(kind) ?? sectionFurniture(document, { theme, frame, book });
    furnitureByPaper.set(kind, furniture);
    bookmarks.push({ title: section.name, level: 0, page: pages.length, top: 0 });
    for (const { texts, shapes, bookmarks: headings } of flowSection(section, theme, frame, book)) {
      for (const { title, top } of headings) bookmarks.push({ title, level: 1, page: pages.length, top });
      const number = pageNumber(pages.length + 1, { theme, frame, book });
      pages.push({
        width: frame.paperWidth,
        height: frame.paperHeight,
        shapes: [...furniture.shapes, ...shapes],
        texts: [...furniture.texts, ...texts, ...number],
      });
    }
  }
  return { pages, bookmarks };
}

function flowSection(section: Section, theme: Theme, frame: PageFrame, book: FontBook): PageFlow['pages'] {
  const flow = new PageFlow(frame);
  const { blocks, name } = section;
  for (const [index, block] of blocks.entries())
    placeBlock(block, { section: name, theme, frame, book, flow, blocks, index });
  flow.end();
  return flow.pages;
}

interface Furniture {
  readonly shapes: readonly Shape[];
  readonly texts: readonly TextItem[];
}

/** What every page of a section carries because of the banner: the watermark lies below everything else. */
function sectionFurniture(
  { banner }: Document,
  around: { readonly theme: Theme; readonly frame: PageFrame; readonly book: FontBook },
): Furniture {
  if (banner === null) return { shapes: [], texts: [] };
  const { texts, rule } = bannerLine(banner, around);
  return { shapes: [watermark(banner, around), rule], texts };
}
