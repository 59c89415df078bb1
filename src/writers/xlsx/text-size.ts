import type { TextRun } from '../../model/document.ts';
import { plainText } from '../../model/text.ts';

/**
 * Points in one unit of Excel column width: the digit width of the file's default font (Calibri 11, 7 px at 96 dpi).
 * A character of 10.5 pt in a Chinese font is 2 units wide, a digit 1.
 */
export const pointsPerUnit = 5.25;

/** Units that Excel keeps free of text at the two edges of a cell. */
export const cellPadding = 1.6;

/** Highest row that Excel knows, in points. */
export const maxRowHeight = 409;

/** Fallback fonts (Noto, Microsoft YaHei) stand higher than 宋体 and 仿宋; a row must hold their lines too. */
const lineHeight = 1.45;
const rowPadding = 4;

/** Chinese fonts set every other character on a full square; ASCII is half of it, a few letters more in fallback fonts. */
const fullWidth = 2;
const halfWidth = 1.08;
const wideLetter = 1.6;

/** Widest line of a text in column units, at a size in points. */
export function textWidth(text: string, size: number): number {
  return Math.max(...text.split('\n').map(squares)) * (size / 2 / pointsPerUnit);
}

/** Height in points that runs need in a cell of this width (column units), broken as spreadsheet programs do it. */
export function textHeight(runs: readonly TextRun[], size: number, width: number): number {
  const room = (Math.max(width - cellPadding, 1) * 2 * pointsPerUnit) / size;
  const lines = plainText(runs)
    .split('\n')
    .reduce((sum, line) => sum + lineCount(line, room), 0);
  return Math.ceil(lines * size * lineHeight + rowPadding);
}

/**
 * A word, or one character with the punctuation that may not begin the next line (GB/T 15834: ，。、；：？！” and closing brackets)
 * and after the brackets that may not end one.
 */
const unbreakable = /[（《〈「『【“‘([]*(?:[!-~]+|.)[，。、；：？！”’）》〉」』】)\]%％]*/gsu;

function lineCount(line: string, room: number): number {
  if (squares(line) <= room) return 1;
  let lines = 1;
  let used = 0;
  for (const [piece] of line.matchAll(unbreakable)) {
    const width = squares(piece);
    if (used > 0 && used + width > room) {
      lines += 1;
      used = 0;
    }
    used += width;
    // A word longer than the line is broken anywhere.
    while (used > room) {
      lines += 1;
      used -= room;
    }
  }
  return lines;
}

/** Width in half squares of the font. */
function squares(text: string): number {
  let width = 0;
  for (const character of text) {
    if (character > '~') width += fullWidth;
    else width += /[A-Zmw%@&]/.test(character) ? wideLetter : halfWidth;
  }
  return width;
}
