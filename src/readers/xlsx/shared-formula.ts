import { columnLetters, columnNumber, maxColumns, maxRows } from './reference.ts';

/** Characters of a shared formula that is still worked out for each cell that shares it. */
const longest = 300;

/** A text, a quoted sheet name, or a reference to a cell that is no part of a name or a call. */
const token =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\p{L}\p{N}_.$])(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})(?![\p{L}\p{N}_.(!])/gu;

/**
 * A formula as it stands in a cell so many rows and columns off the one it was written for (ISO/IEC 29500-1,
 * 18.3.1.40): references without `$` move along. Empty where it is too long to be worked out.
 */
export function sharedFormula(formula: string, rows: number, columns: number): string {
  if (formula.length > longest) return '';
  return formula.replace(token, (all, fixColumn = '', letters?: string, fixRow = '', digits = '') => {
    if (letters === undefined) return all;
    const column = columnNumber(letters) + (fixColumn === '' ? columns : 0);
    const row = Number(digits) - 1 + (fixRow === '' ? rows : 0);
    const inside = column >= 0 && column < maxColumns && row >= 0 && row < maxRows;
    return inside ? `${fixColumn}${columnLetters(column)}${fixRow}${row + 1}` : '#REF!';
  });
}
