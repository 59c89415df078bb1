import type { PdfText, Rect } from './page.ts';

/** Texts on one baseline, from left to right. */
export interface TextLine extends Rect {
  readonly text: string;
  readonly size: number;
  readonly baseline: number;
  readonly texts: readonly PdfText[];
}

/** Baselines closer than this share of the size are one: raised and lowered signs, other faces. */
const sameLine = 0.4;
/** A gap of so many em is a space that nobody typed; justified lines have smaller ones. */
const spaceGap = 0.3;

/** Texts in reading order, line by line. */
export function linesOf(texts: readonly PdfText[]): TextLine[] {
  const lines: PdfText[][] = [];
  let last: PdfText | undefined;
  for (const text of [...texts].sort((a, b) => a.baseline - b.baseline)) {
    const size = last === undefined ? 0 : Math.min(text.size, last.size);
    if (last !== undefined && text.baseline - last.baseline < size * sameLine) lines.at(-1)?.push(text);
    else lines.push([text]);
    last = text;
  }
  return lines.map((line) => lineOf(line.sort((a, b) => a.x - b.x)));
}

function lineOf(texts: readonly PdfText[]): TextLine {
  const left = Math.min(...texts.map(({ x }) => x));
  const top = Math.min(...texts.map(({ y }) => y));
  const right = Math.max(...texts.map(({ x, width }) => x + width));
  const bottom = Math.max(...texts.map(({ y, height }) => y + height));
  return {
    x: left,
    y: top,
    width: right - left,
    height: bottom - top,
    text: joined(texts),
    size: Math.max(...texts.map(({ size }) => size)),
    baseline: Math.max(...texts.map(({ baseline }) => baseline)),
    texts,
  };
}

/** The words of a cell, the lines of its layout joined. */
export function joinedText(lines: readonly TextLine[]): string {
  return lines.map(({ text }) => text).reduce((whole, text) => whole + between(whole, text) + text, '');
}

function joined(texts: readonly PdfText[]): string {
  let line = '';
  let end = Number.POSITIVE_INFINITY;
  for (const { text, x, width, size } of texts) {
    line += x - end > spaceGap * size ? ` ${text}` : text;
    end = x + width;
  }
  return line.trim();
}

/** Chinese needs no space between lines; two words of letters and figures do. */
export function between(before: string, after: string): string {
  return /[A-Za-z0-9,.]$/.test(before) && /^[A-Za-z]/.test(after) ? ' ' : '';
}
