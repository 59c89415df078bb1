import type { TextRun, Tone } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';
import { balancedLines, breakLines, type LineRange } from '../paged/break-lines.ts';
import { type PreparedText, prepareText } from '../paged/prepared-text.ts';
import type { Ruler } from '../paged/ruler.ts';
import { keepWordsWhole } from '../paged/whole-words.ts';
import type { FontBook } from './font-book.ts';
import { type Chunk, chunksOf, stretchable } from './line-chunks.ts';
import type { TextItem } from './page-items.ts';
import { textItems } from './text-items.ts';
import type { TextStyle } from './text-styles.ts';

/** Where lines stand on the page: from `left`, `width` wide; all but the first start `hang` em further in. */
export interface Measure {
  readonly left: number;
  readonly width: number;
  readonly hang: number;
}

/** Top of an ideograph above the baseline, in em; the em box of Chinese fonts is the square of the ideograph. */
const ideographAscent = 0.88;
/**
 * Lines are stretched by at most this many em between characters. Beyond that, programs that read the text take the
 * gaps for spaces, and a ragged edge looks better anyway.
 */
const mostStretch = 0.1;
/** Characters are set closer or wider by at most this many em to fill the line grid. */
const mostGridTracking = 0.05;

/** The pieces of text of each line, `y` from the top of the line. The style's `pitch` is the height of every line. */
export function typeset(
  runs: readonly TextRun[],
  style: TextStyle,
  at: Measure,
  theme: Theme,
  book: FontBook,
): TextItem[][] {
  const tracking = style.align === 'justify' ? gridTracking(at.width / style.size) : 0;
  const indent = style.indent * (1 + tracking);
  const width = at.width / style.size;
  const roomOf = (index: number) => width - (index === 0 ? indent : at.hang);
  const { text, lines } = brokenText(runs, style, trackedRuler(book.ruler(style.typeface), tracking), roomOf);
  return lines.map((line, index) => {
    const room = roomOf(index);
    const stretch = style.align === 'justify' ? stretchOf(text, line, room) : 0;
    const x = at.left + (width - room + offset(style, room - line.width)) * style.size;
    return lineItems(chunksOf(text, line, stretch ?? 0), { x, tracking }, style, theme, book);
  });
}

interface BrokenText {
  readonly text: PreparedText;
  readonly lines: readonly LineRange[];
}

/** Figures keep their units on the line, unless that leaves a line too loose to be justified. */
function brokenText(
  runs: readonly TextRun[],
  style: TextStyle,
  ruler: Ruler,
  roomOf: (index: number) => number,
): BrokenText {
  const text = prepareText(runs, ruler);
  if (style.balanced) {
    const words = keepWordsWhole(text);
    return { text: words, lines: balancedLines(words, roomOf(1)) };
  }
  const lines = breakLines(text, roomOf(1), roomOf(0));
  const loose = lines.some((line, index) => stretchOf(text, line, roomOf(index)) === null);
  if (style.align !== 'justify' || !loose) return { text, lines };
  const free = prepareText(runs, ruler, false);
  return { text: free, lines: breakLines(free, roomOf(1), roomOf(0)) };
}

function trackedRuler(ruler: Ruler, tracking: number): Ruler {
  return { width: (character, strong) => ruler.width(character, strong) + tracking };
}

/** The em that fill a line out when put between its characters; 0 for a last line, null if they would be too many. */
function stretchOf(text: PreparedText, line: LineRange, room: number): number | null {
  if (line.last) return 0;
  const stretch = (room - line.width) / Math.max(1, stretchable(text, line));
  return stretch <= mostStretch ? Math.max(0, stretch) : null;
}

/** Baseline below the top of a line box. */
export function baselineIn(height: number, size: number): number {
  return (height - size) / 2 + ideographAscent * size;
}

/** GB/T 9704-2012, 5.2.3: 28 characters fill 156 mm, though 28 × 16 pt are wider. In em per character. */
function gridTracking(width: number): number {
  const tracking = width / Math.round(width) - 1;
  return Math.abs(tracking) <= mostGridTracking ? tracking : 0;
}

function offset(style: TextStyle, left: number): number {
  return style.align === 'center' ? left / 2 : style.align === 'right' ? left : 0;
}

function lineItems(
  chunks: readonly Chunk[],
  at: { readonly x: number; readonly tracking: number },
  style: TextStyle,
  theme: Theme,
  book: FontBook,
): TextItem[] {
  const { size, typeface } = style;
  const y = baselineIn(style.pitch, size);
  let x = at.x;
  return chunks.flatMap(({ text, run, width, spacing }) => {
    const look = { typeface, strong: run.strong, size, colour: textColour(run.tone, theme) };
    const items = textItems(text, { x, y, ...look, tracking: (at.tracking + spacing) * size }, book);
    x += width * size;
    return items;
  });
}

/** The theme's colour of a tone, or of plain text. */
export function textColour(tone: Tone | null, { colours }: Theme): string {
  return tone === null ? colours.text : (colours.tones[tone] ?? colours.text);
}
