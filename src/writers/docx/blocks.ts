import { Paragraph, type ParagraphChild } from 'docx';
import type { Block } from '../../model/document.ts';
import { imprintSides, run } from '../../model/text.ts';
import type { Theme } from '../../model/theme.ts';
import { wordChart } from './chart.ts';
import { wordColophon } from './colophon.ts';
import { heightAbove, heightBelow } from './kept-heights.ts';
import { chartRoom, wordLineChart } from './line-chart.ts';
import type { PageMeasure } from './page.ts';
import { wordRuns } from './runs.ts';
import { sizeTables } from './sized-table.ts';
import { headingStyles, styleIds } from './style-ids.ts';
import { wordTable } from './table.ts';
import type { TreeBlock } from './tree.ts';

/** Where a block stands, and what the handlers need to know of its surroundings. */
export interface BlockPlace {
  readonly theme: Theme;
  readonly page: PageMeasure;
  /** Unique in the document, from 1; ids that Word wants unique derive from it. */
  readonly ordinal: number;
  /** Bookmarks that the first paragraph of a section carries. */
  readonly marks: readonly ParagraphChild[];
  /** The blocks of the section, and which of them this one is. */
  readonly blocks: readonly Block[];
  readonly index: number;
  /** Notes the size of a table, in points, so that the style sheet has styles for its text. */
  readonly useTableSize: (size: number) => void;
}

export type Built = Paragraph | TreeBlock;

type Handlers = {
  readonly [K in Block['kind']]: (block: Extract<Block, { kind: K }>, place: BlockPlace) => Built[];
};

/** Word paragraphs and tables of one block. */
export function wordBlock(block: Block, place: BlockPlace): Built[] {
  // The table of handlers has one for each kind; the compiler cannot see that key and argument belong together.
  return handlers[block.kind](block as never, place);
}

/** List levels by `List.ordered`, as the numbering part names them. */
export const listReference = { ordered: 'briefing-ordered', marked: 'briefing-marked' } as const;

const handlers: Handlers = {
  heading: (block, { marks }) => [
    new Paragraph({ style: headingStyles[block.level], children: [...marks, ...wordRuns(block.content)] }),
  ],

  paragraph({ role, content }, { marks, blocks, index }) {
    const sides = role === 'imprint' ? imprintSides(content) : null;
    // The style has a tab stop at the right edge.
    const words = sides === null ? content : [run(`${sides.left}\t${sides.right}`)];
    // Issuer and date never stand on a page without any of the text above them.
    const next = blocks[index + 1];
    const keepNext = next?.kind === 'paragraph' && next.role === 'signature';
    return [
      new Paragraph({ style: role, ...(keepNext ? { keepNext } : {}), children: [...marks, ...wordRuns(words)] }),
    ];
  },

  list: (block, { marks, ordinal }) =>
    block.items.map((item, index) => {
      const reference = block.ordered ? listReference.ordered : listReference.marked;
      return new Paragraph({
        style: styleIds.list,
        // A list of its own for each block, so that it counts from 1 again.
        numbering: { reference, level: 0, instance: ordinal, custom: true },
        children: [...(index === 0 ? marks : []), ...wordRuns(item)],
      });
    }),

  table(block, place) {
    const { theme, page, marks, blocks, index, useTableSize } = place;
    const next = blocks[index + 1];
    const below = heightBelow(place);
    const [width, height] = [page.textWidth / 20, page.textHeight / 20];
    const frame = { width, height, firstHeight: height - heightAbove(place), tail: below };
    // A table at the end of a section stays with the paragraph there, or that would stand alone on a page.
    const panels = sizeTables(block, frame, theme, below > 0 || next === undefined);
    const tables = panels.flatMap((sized, panel) => {
      useTableSize(sized.fit.size);
      return [...(panel > 0 ? [betweenTables()] : []), wordTable(sized, theme)];
    });
    return [
      ...(marks.length > 0 ? [hairline(marks)] : []),
      ...tables,
      // Word wants a paragraph at the end of a section.
      ...(next === undefined ? [hairline([])] : next.kind === 'table' ? [betweenTables()] : []),
    ];
  },

  chart: (block, { theme, page, marks, ordinal }) => {
    const chart = wordChart(block, ordinal, chartRoom(page), theme);
    return [new Paragraph({ style: styleIds.figure, children: [...marks, chart] })];
  },

  'line-chart': (block, { theme, page, marks, ordinal }) => {
    const chart = wordLineChart(block, ordinal, chartRoom(page), theme);
    return [new Paragraph({ style: styleIds.figure, children: [...marks, chart] })];
  },

  colophon: (block, { theme, page, marks, ordinal }) => [
    hairline(marks),
    wordColophon(block, ordinal, theme, page.textWidth),
  ],

  'page-break': () => [new Paragraph({ style: styleIds.hairline, pageBreakBefore: true })],
};

/** Word joins tables without a paragraph between them. */
function betweenTables(): Paragraph {
  return new Paragraph({ style: 'note' });
}

function hairline(children: readonly ParagraphChild[]): Paragraph {
  return new Paragraph({ style: styleIds.hairline, children });
}
