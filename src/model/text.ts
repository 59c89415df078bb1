import type { Cell, TextRun } from './document.ts';

/** A plain run. */
export function run(text: string): TextRun {
  return { text, strong: false, tone: null };
}

/**
 * Control characters other than line break and tab, noncharacters and halves of surrogate pairs: XML 1.0 forbids
 * most of them (section 2.2), and office programs call a file that holds one unreadable.
 */
export const unwritable = /(?![\n\t])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u;

/** `U+FFFE`, for messages. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The words of some runs, without their look. */
export function plainText(runs: readonly TextRun[]): string {
  return runs.map((r) => r.text).join('');
}

/** A cell of words alone, 1×1 unless the options say otherwise. */
export function textCell(text: string, options: Partial<Omit<Cell, 'content'>> = {}): Cell {
  return runCell(text === '' ? [] : [run(text)], options);
}

/** A cell of runs. */
export function runCell(content: readonly TextRun[], options: Partial<Omit<Cell, 'content'>> = {}): Cell {
  return {
    content,
    colspan: 1,
    rowspan: 1,
    align: null,
    header: false,
    value: null,
    at: null,
    ...options,
  };
}

/** The two sides of an imprint, issuer and date, which a wide gap or a tab parts; null for anything else. */
export function imprintSides(content: readonly TextRun[]): { readonly left: string; readonly right: string } | null {
  const [left, right, ...more] = plainText(content).split(/[\u3000 ]{2,}|\t/);
  return left === undefined || right === undefined || more.length > 0 ? null : { left, right };
}
