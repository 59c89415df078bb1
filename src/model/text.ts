import type { Cell, TextRun } from './document.ts';

/** A plain run. */
export function run(text: string): TextRun {
  return { text, strong: false, tone: null };
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
