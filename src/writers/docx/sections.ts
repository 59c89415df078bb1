import { BookmarkEnd, BookmarkStart, type ISectionOptions, type ParagraphChild } from 'docx';
import type { Block, Document, PageSetup, Section } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';
import { wordBlock } from './blocks.ts';
import { pageFooters, pageHeaders } from './furniture.ts';
import { measurePage, sectionProperties } from './page.ts';

/** Sections as the library wants them, and the sizes of table text that they use. */
export interface WordSections {
  readonly sections: readonly ISectionOptions[];
  /** In points; the style sheet has styles for each. */
  readonly tableSizes: ReadonlySet<number>;
}

/** The sections of a document; each starts a new page and carries a bookmark of its name. */
export function wordSections(document: Document, theme: Theme): WordSections {
  const tableSizes = new Set<number>();
  let ordinal = 0;
  const sections = document.sections.map((section, index): ISectionOptions => {
    const page = measurePage(section.page, theme);
    const useTableSize = (size: number) => tableSizes.add(size);
    const children = usefulBlocks(section).flatMap((block, position, blocks) => {
      ordinal += 1;
      const marks = position === 0 ? bookmark(section.name, index) : [];
      return wordBlock(block, { theme, page, ordinal, marks, blocks, index: position, useTableSize });
    });
    const before = document.sections[index - 1];
    return {
      properties: sectionProperties(section.page, theme),
      ...(index === 0 ? pageHeaders(document.banner) : {}),
      // Word takes footers over from the section before.
      ...(samePage(before?.page, section.page) ? {} : pageFooters(section.page, theme)),
      children,
    };
  });
  return { sections, tableSizes };
}

function samePage(a: PageSetup | undefined, b: PageSetup): boolean {
  return a?.paper === b.paper && a.orientation === b.orientation;
}

/** A page break at either end of a section, or after another, would only give an empty page. */
function usefulBlocks(section: Section): readonly Block[] {
  return section.blocks.filter((block, index, all) => {
    const next = all[index + 1];
    return block.kind !== 'page-break' || (index > 0 && next !== undefined && next.kind !== 'page-break');
  });
}

/**
 * Word wants letters, digits and underscores, a letter first and 40 characters at most; the number keeps names apart.
 * The library's own `Bookmark` draws its id from a counter that never starts again, so its two ends are given here;
 * a paragraph takes them, only its type does not say so.
 */
function bookmark(name: string, index: number): readonly ParagraphChild[] {
  const words = [...name.replaceAll(/[^\p{L}\p{N}]/gu, '_')].slice(0, 30).join('');
  const ends: readonly unknown[] = [
    new BookmarkStart(`节${index + 1}_${words}`, index + 1),
    new BookmarkEnd(index + 1),
  ];
  return ends as readonly ParagraphChild[];
}
