import type { TextRun } from '../../model/document.ts';
import { run } from '../../model/text.ts';
import { officeRuler } from '../office-ruler.ts';
import { breakLines } from '../paged/break-lines.ts';
import { type PreparedText, prepareText } from '../paged/prepared-text.ts';
import type { Ruler } from '../paged/ruler.ts';

/**
 * The font of the file's normal style, whose digits are the unit of column width. Of the fonts that every office program
 * has or can replace by one of the same widths, this one at this size has digits of whole pixels at every usual
 * resolution of the screen, so that columns print as wide on each machine as they are planned: 8 px at 96 dpi, 10 at 120, 16
 * at 192. Others, such as Calibri 11, come out up to a third wider where the font is missing.
 */
export const unitFont = { name: 'Arial', size: 11 } as const;

/** Points in one unit of column width: a digit of `unitFont`, 8 px at 96 dpi. LibreOffice, which does not round, has 6.1. */
export const pointsPerUnit = 6;

/** Units that are kept free of text at the two edges of a cell: Excel itself takes 5 px, and rules half a pixel each. */
export const cellPadding = 0.75;

/** Highest row that Excel knows, in points. */
export const maxRowHeight = 409;

/** Fallback fonts (Noto, Microsoft YaHei) stand higher than 宋体 and 仿宋; a row must hold their lines too. */
export const lineHeight = 1.45;
/** Points above and below the text of a row, together. */
export const rowPadding = 4;

/** The widest fonts that stand in for 宋体 where it is missing: DejaVu Sans has digits of 0.64 em. */
const widestRuler: Ruler = {
  width(character) {
    if (character > '~') return 1;
    return /[A-Zmw%@&]/.test(character) ? 0.9 : 0.65;
  },
};

/** Widest line of a text in column units, at a size in points. */
export function textWidth(text: string, size: number): number {
  return Math.max(...text.split('\n').map((line) => widthOf(line))) * (size / pointsPerUnit);
}

function widthOf(line: string): number {
  return prepareText([run(line)], officeRuler).widths.reduce((sum, width) => sum + width, 0);
}

/** Height in points that runs need in a cell of this width (column units), whatever font stands in for theirs. */
export function textHeight(runs: readonly TextRun[], size: number, width: number): number {
  const lines = Math.max(1, breakLines(measured(runs), roomFor(width, size)).length);
  return Math.ceil(lines * size * lineHeight + rowPadding);
}

/** How many lines of text at a size a height in points has room for. */
export function linesIn(height: number, size: number): number {
  return Math.floor((height - rowPadding) / (size * lineHeight) + 1e-6);
}

/** The runs of each line as `textHeight` counts them; together they are the text, white space at the ends of lines included. */
export function textLines(runs: readonly TextRun[], size: number, width: number): TextRun[][] {
  const text = measured(runs);
  const lines = breakLines(text, roomFor(width, size));
  return lines.map(({ from }, index) => runsBetween(text, from, lines[index + 1]?.from ?? text.characters.length));
}

function runsBetween(text: PreparedText, from: number, to: number): TextRun[] {
  const runs: TextRun[] = [];
  for (let at = from; at < to; at += 1) {
    const source = text.runs[at] as TextRun;
    const last = runs.at(-1);
    const character = text.characters[at] as string;
    if (last !== undefined && text.runs[at - 1] === source)
      runs[runs.length - 1] = { ...last, text: last.text + character };
    else runs.push({ ...source, text: character });
  }
  return runs;
}

/** Em of text at a size in points that a cell of this width (column units) has room for. */
export function roomFor(width: number, size: number): number {
  return (Math.max(width - cellPadding, 1) * pointsPerUnit) / size;
}

/** Spreadsheet programs part a figure from its unit like any other two characters. */
function measured(runs: readonly TextRun[]): PreparedText {
  return prepareText(runs, widestRuler, false);
}
