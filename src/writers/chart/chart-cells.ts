import type { LineChart } from '../../model/document.ts';
import { columnLetters } from '../cell-address.ts';

/** The cells that a native chart takes its data from, in A1 style with the name of the sheet. */
export interface ChartCells {
  readonly categories: string;
  readonly name: (series: number) => string;
  readonly values: (series: number) => string;
}

/** The cells of a line chart whose names stand in `head` (0-based row) from column B on, and its categories in A below. */
export function chartCells({ categories }: LineChart, sheet: string, head: number, body = head + 1): ChartCells {
  const prefix = /^\w+$/.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
  const letters = (series: number) => columnLetters(series + 1);
  const [first, last] = [body + 1, body + categories.length];
  return {
    categories: `${prefix}!$A$${first}:$A$${last}`,
    name: (series) => `${prefix}!$${letters(series)}$${head + 1}`,
    values: (series) => `${prefix}!$${letters(series)}$${first}:$${letters(series)}$${last}`,
  };
}
