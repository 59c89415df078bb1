import type { Diagnostic } from '../../model/diagnostic.ts';
import { type Exact, sum, zero } from '../../model/exact.ts';
import { amountOf } from '../../model/quantity.ts';
import { edits } from '../edits.ts';
import { readFigure } from '../figure-text.ts';
import { blankField, type Field, fieldCount, type Line, lineText, longestOf, placeOf, unevenFields } from '../lines.ts';
import { headerLength } from '../problems.ts';
import { rowLength } from '../row-problems.ts';
import type { DistrictRow, TotalRow } from './district-rows.ts';
import { placedRow } from './problems.ts';

/** So many ways to read a row are told, and of so many rows. */
const told = 4;
const toldRows = 20;

/**
 * A row of a text file with more or fewer fields than its header: blanks were lost or put in, so whose figures these are
 * is open. Where it is the only one and each column has its sum, the sums say where its figures belong, if they allow one
 * way only; otherwise it is refused with the ways that there are.
 */
export function placeRows(
  rows: readonly DistrictRow[],
  totals: readonly TotalRow[],
  header: readonly Line[],
  nameColumn: number,
): { rows: readonly DistrictRow[]; diagnostics: Diagnostic[] } {
  const uneven = unevenFields(
    header.map(fieldCount),
    [...rows, ...totals].map(({ line }) => fieldCount(line)),
  );
  if (uneven) return { rows, diagnostics: [headerLength(uneven, header[0]?.[0]?.at ?? null)] };
  const expected = longestOf(header);
  const sums = totals.filter(({ line }) => fieldCount(line) !== expected && hasFigures(line, nameColumn));
  if (sums.length > 0) return { rows, diagnostics: sums.map(({ line }) => lengthProblem(line, '')) };
  const slipped = rows.filter(({ line }) => fieldCount(line) !== expected && hasFigures(line, nameColumn));
  const [only] = slipped;
  if (only === undefined) return { rows, diagnostics: [] };
  const others = rows.filter((row) => row !== only).map(({ line }) => line);
  const total = totals.find(({ line }) => fieldCount(line) === expected)?.line;
  const line = slipped.length === 1 && total ? placed(only.line, others, total, nameColumn, expected) : null;
  if (line !== null) {
    const figures = figuresOf(line, header, nameColumn);
    const problem = placedRow({ row: lineText(only.line), figures }, placeOf(only.line));
    return { rows: rows.map((row) => (row === only ? { ...row, line } : row)), diagnostics: [problem] };
  }
  const diagnostics = slipped.map(({ line: row }, index) => {
    if (index >= toldRows) return lengthProblem(row, '');
    const ways = new Set(
      edits(row, fieldCount(row), expected)
        .filter((way) => way[nameColumn]?.text === row[nameColumn]?.text)
        .map((way) => figuresOf(way, header, nameColumn)),
    );
    return lengthProblem(row, [...ways].slice(0, told).join('；') + (ways.size > told ? '；…' : ''));
  });
  return { rows, diagnostics };

  function lengthProblem(row: Line, candidates: string): Diagnostic {
    const data = { found: String(fieldCount(row)), expected: String(expected), row: lineText(row), candidates };
    return rowLength(data, placeOf(row));
  }
}

function hasFigures(line: Line, nameColumn: number): boolean {
  return line.slice(nameColumn + 1).some(({ text }) => text !== '');
}

/** The row's figures, in their order, where the sums lack something; null unless they fit there one to one. */
function placed(row: Line, others: readonly Line[], total: Line, nameColumn: number, width: number): Line | null {
  const figures = row.slice(nameColumn + 1).filter(({ text }) => text !== '');
  const lacking: { column: number; amount: Exact }[] = [];
  for (let column = nameColumn + 1; column < width; column += 1) {
    const stated = amountIn(total[column]);
    const rest = others.map((line) => amountIn(line[column]));
    if (stated === null || rest.some((amount) => amount === null)) return null;
    const amount = stated.sub(sum(rest as Exact[]));
    if (amount.n !== 0n) lacking.push({ column, amount });
  }
  if (lacking.length !== figures.length) return null;
  const line: Field[] = [...row.slice(0, nameColumn + 1)];
  while (line.length < width) line.push(blankField);
  for (const [index, { column, amount }] of lacking.entries()) {
    const figure = figures[index] as Field;
    const found = amountIn(figure);
    if (found === null || found.n === 0n || !found.equals(amount)) return null;
    line[column] = figure;
  }
  return line;
}

/** The amount in a cell, 0 for a blank one; null for words. */
function amountIn(field: Field | undefined): Exact | null {
  if (field === undefined || field.text === '') return zero;
  const figure = readFigure(field.text);
  return figure && amountOf(figure.quantity);
}

/** `新增托位600、老旧小区75`: each figure with the nearest name above it. */
function figuresOf(line: Line, header: readonly Line[], nameColumn: number): string {
  const names = (column: number) => header.findLast((row) => (row[column]?.text ?? '') !== '')?.[column]?.text ?? '';
  return line
    .flatMap(({ text }, column) => (column <= nameColumn || text === '' ? [] : [names(column) + text]))
    .slice(0, 6)
    .join('、');
}
