import { Paragraph, type ParagraphChild } from 'docx';
import type { Block } from '../../model/document.ts';
import { imprintSides, run } from '../../model/text.ts';
import type { Theme } from '../../model/theme.ts';
import { wordChart } from './chart.ts';
import { wordColophon } from './colophon.ts';
import { chartRoom, wordLineChart } from './line-chart.ts';
import type { PageMeasure } from './page.ts';
import { wordRuns } from './runs.ts';
import type { SizedTable } from './sized-table.ts';
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
  /** The next block of the section. */
  readonly next: Block | null;
  readonly sizedTable: (table: Extract<Block, { kind: 'table' }>) => SizedTable;
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

  paragraph({ role, content }, { marks, next }) {
    const sides = role === 'imprint' ? imprintSides(content) : null;
    // The style has a tab stop at the right edge.
    const words = sides === null ? content : [run(`${sides.left}\t${sides.right}`)];
    // Issuer and date never stand on a page without any of the text above them.
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

  table: (block, { theme, marks, next, sizedTable }) => {
    const last = next === null;
    const keepWithNext = last || (next.kind === 'paragraph' && next.role === 'note');
    return [
      ...(marks.length > 0 ? [hairline(marks)] : []),
      wordTable(sizedTable(block), theme, keepWithNext),
      // Word joins tables without a paragraph between them, and wants one at the end of a section.
      ...(last ? [hairline([])] : next.kind === 'table' ? [new Paragraph({ style: 'note' })] : []),
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

function hairline(children: readonly ParagraphChild[]): Paragraph {
  return new Paragraph({ style: styleIds.hairline, children });
}
