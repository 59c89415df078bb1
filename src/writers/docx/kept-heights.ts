import type { Block, TextRun } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';
import { officeRuler } from '../office-ruler.ts';
import { breakLines } from '../paged/break-lines.ts';
import { prepareText } from '../paged/prepared-text.ts';
import { linePitch, type PageMeasure } from './page.ts';
import { noteLine, titleLine } from './paragraph-styles.ts';

interface Surroundings {
  readonly theme: Theme;
  readonly page: PageMeasure;
  readonly blocks: readonly Block[];
  readonly index: number;
}

/** Points that the paragraphs take which stay with the table below them: its label, its title, its unit. */
export function heightAbove(place: Surroundings): number {
  let height = 0;
  for (let index = place.index - 1; index >= 0; index -= 1) {
    const own = ownHeight(place.blocks[index] as Block, place);
    if (own === null) break;
    height += own;
  }
  return height;
}

/** Points of the note right below a table, which stays with its last row; 0 for none. */
export function heightBelow({ blocks, index, theme, page }: Surroundings): number {
  const note = blocks[index + 1];
  if (note?.kind !== 'paragraph' || note.role !== 'note') return 0;
  return lines(note.content, theme.sizes.note, page) * noteLine(theme) + gapAboveNote;
}

/** Above a note, in points. */
const gapAboveNote = 3;

/** Null for a block that does not keep with the next. */
function ownHeight(block: Block, { theme, page }: Surroundings): number | null {
  const pitch = linePitch(theme) / 20;
  const { sizes } = theme;
  if (block.kind === 'heading')
    return block.level === 1
      ? lines(block.content, sizes.title, page) * titleLine(theme) + 2 * pitch
      : lines(block.content, sizes.heading, page) * pitch;
  if (block.kind !== 'paragraph') return null;
  if (block.role === 'annex-label') return lines(block.content, sizes.heading, page) * pitch;
  return block.role === 'table-unit' ? lines(block.content, sizes.note, page) * noteLine(theme) : null;
}

function lines(content: readonly TextRun[], size: number, page: PageMeasure): number {
  return Math.max(1, breakLines(prepareText(content, officeRuler), page.textWidth / 20 / size).length);
}
