import { columnLetters } from '../../writers/cell-address.ts';
import type { FormColumn } from '../form-columns.ts';

/** The rows of answers, 1-based, under their columns. */
export interface AnswerArea {
  readonly columns: readonly FormColumn[];
  readonly first: number;
  readonly last: number;
}

/** One column of the answers: `I6:I35`. */
export function areaOf({ columns, first, last }: AnswerArea, key: FormColumn['key']): string {
  const letters = columnLetters(columns.findIndex((column) => column.key === key));
  return `${letters}${first}:${letters}${last}`;
}
