import type { Diagnostic } from '../model/diagnostic.ts';
import { decimalText, exact, sum } from '../model/exact.ts';
import { parseQuantity, quantityText } from '../model/quantity.ts';
import { type ColumnMap, fieldsOf, type RowFields } from './columns.ts';
import { blankField, type Field, type Line, lineText, placeOf } from './lines.ts';
import { misalignedRow, shiftedRow } from './problems.ts';

/** A row in its columns, or null where that cannot be said; with what had to be done. */
export interface Alignment {
  readonly row: RowFields | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Puts a row that stands as a whole too far left or right back into its columns, but only when exactly one
 * move makes everything agree: a target with number, one unit, nothing pushed off the table, and the sum.
 */
export function align(line: Line, map: ColumnMap): Alignment {
  const row = fieldsOf(line, map);
  if (!looksShifted(row)) return { row, diagnostics: [] };
  const moves = [1, -1, 2, -2, 3, -3].flatMap((by) => {
    const moved = move(line, by);
    const fields = moved && fieldsOf(moved, map);
    return fields && agrees(fields) ? [{ by, fields }] : [];
  });
  const [only, ...others] = moves;
  if (!only || others.length > 0) {
    const candidates = moves.map(({ by }) => (by > 0 ? `→${by}` : `←${-by}`)).join('、');
    return { row: null, diagnostics: [misalignedRow({ row: lineText(line), candidates }, placeOf(line))] };
  }
  const evidence = { target: only.fields.target.text, by: String(Math.abs(only.by)), sum: figureSum(only.fields) };
  return { row: only.fields, diagnostics: [shiftedRow(evidence, placeOf(line))] };
}

/** A number with a unit where words belong, or figures beside a blank target. */
function looksShifted(row: RowFields): boolean {
  const quantityIn = (text: string) => {
    const quantity = parseQuantity(text);
    return quantity !== null && quantity.unit !== '';
  };
  const figures = row.figures.some(({ field }) => parseQuantity(field.text) !== null);
  return quantityIn(row.name.text) || quantityIn(row.lead.text) || (row.target.text === '' && figures);
}

function move(line: Line, by: number): Line | null {
  const kept = by > 0 ? line.slice(0, line.length - by) : line.slice(-by);
  const lost = by > 0 ? line.slice(line.length - by) : line.slice(0, -by);
  if (lost.some((field) => field.text !== '')) return null;
  const padding = new Array<Field>(Math.abs(by)).fill(blankField);
  return by > 0 ? [...padding, ...kept] : [...kept, ...padding];
}

function agrees(row: RowFields): boolean {
  const target = parseQuantity(row.target.text);
  if (target === null || target.unit === '' || looksShifted(row) || !/^\d*$/.test(row.no.text)) return false;
  const filled = row.figures.filter(({ field }) => field.text !== '');
  const figures = filled.map(({ field }) => parseQuantity(field.text));
  if (figures.length === 0 || figures.some((figure) => figure?.unit !== target.unit)) return false;
  return sum(figures.map((figure) => exact(figure?.value ?? '0'))).equals(exact(target.value));
}

function figureSum(row: RowFields): string {
  const figures = row.figures.flatMap(({ field }) => parseQuantity(field.text) ?? []);
  const total = decimalText(sum(figures.map((figure) => exact(figure.value))));
  return quantityText({ value: total, unit: figures[0]?.unit ?? '' });
}
