import type { Block, TextRun } from '../../../model/document.ts';
import type { Theme } from '../../../model/theme.ts';
import type { FontBook } from '../font-book.ts';
import type { FlowBox, PageFlow } from '../page-flow.ts';
import type { PageFrame } from '../page-frame.ts';
import type { TextItem } from '../page-items.ts';
import type { TextStyle } from '../text-styles.ts';
import { type Measure, typeset } from '../typeset.ts';

/** Where a block stands, and what sets it. */
export interface BlockPlace {
  /** Name of the section, for messages. */
  readonly section: string;
  readonly theme: Theme;
  readonly frame: PageFrame;
  readonly book: FontBook;
  readonly flow: PageFlow;
  /** All blocks of the section, and the index of this one. */
  readonly blocks: readonly Block[];
  readonly index: number;
}

/** Sets a paragraph; without a measure across the whole text block. */
export function typesetHere(
  runs: readonly TextRun[],
  style: TextStyle,
  place: BlockPlace,
  measure: Measure = { left: place.frame.left, width: place.frame.width, hang: 0 },
): TextItem[][] {
  return typeset(runs, style, measure, place.theme, place.book);
}

/** The lines of a paragraph as boxes, white space above the first and below the last. */
export function lineBoxes(
  lines: readonly (readonly TextItem[])[],
  style: TextStyle,
  bookmark: string | null,
): FlowBox[] {
  return lines.map((texts, index) => {
    const last = index === lines.length - 1;
    return {
      before: index === 0 ? style.before : 0,
      height: style.pitch,
      after: last ? style.after : 0,
      keep: style.keep,
      texts,
      shapes: [],
      bookmark: index === 0 ? bookmark : null,
    };
  });
}
