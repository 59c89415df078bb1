import type { Diagnostic } from '../model/diagnostic.ts';
import type { CellValue } from '../model/document.ts';
import { formulaText, type Locator, plainFormula } from './formula-text.ts';
import type { FoundCell } from './found.ts';
import { differ, differences } from './problems.ts';
import { shortened } from './shorten.ts';
import type { SpreadCell } from './spread-table.ts';
import { placeOf, type TableContext } from './table-context.ts';
import type { Where } from './where.ts';

/** A spreadsheet keeps 15 significant digits; a longer number is written as words. */
const significantDigits = 15;

/** The number behind the words of a cell, where the format keeps one: value, number format and formula. */
export function compareNumber(
  cell: SpreadCell,
  found: FoundCell | null,
  context: TableContext,
  locator: Locator,
): Diagnostic[] {
  const { numbers } = context.traits;
  if (numbers === 'none' || found === null) return [];
  const place = { ...placeOf(context, found.where, cell.row, cell.column), text: shortened(cell.text) };
  const { value: ours } = cell;
  const { value: theirs } = found;
  if (ours === null && theirs === null) return [];
  if (ours !== null && theirs === null) {
    if (numbers === 'spreadsheet' && digits(ours.number) > significantDigits) return [];
    return [differ(differences.notANumber, { ...place, expected: ours.number }, context.source)];
  }
  const same = numbers === 'exact' ? ours?.number === theirs?.number : Number(ours?.number) === Number(theirs?.number);
  if (ours === null || theirs === null || !same) {
    const data = { ...place, expected: ours?.number ?? '—', found: theirs?.number ?? '—' };
    return [differ(differences.number, data, context.source)];
  }
  if (numbers === 'exact') return [];
  return [
    ...compareFormat(ours, theirs, place, context),
    ...compareFormula(cell, ours, theirs, place, context, locator),
  ];
}

type Place = Where & { readonly text: string };

function compareFormat(ours: CellValue, theirs: CellValue, place: Place, { source }: TableContext): Diagnostic[] {
  if (plainFormat(ours.format) === plainFormat(theirs.format)) return [];
  return [differ(differences.format, { ...place, expected: ours.format, found: theirs.format }, source)];
}

function compareFormula(
  { row, column }: SpreadCell,
  ours: CellValue,
  theirs: CellValue,
  place: Place,
  { source }: TableContext,
  locator: Locator,
): Diagnostic[] {
  const expected = ours.formula === null ? '' : formulaText(ours.formula, { sheet: place.sheet, row, column }, locator);
  // A cell that the formula speaks of is missing, which is said there; an empty formula is shared with a cell above.
  if (expected === null || (theirs.formula === '' && expected !== '')) return [];
  const found = theirs.formula ?? '';
  if (plainFormula(expected) === plainFormula(found)) return [];
  return [differ(differences.formula, { ...place, expected: shortened(expected), found: shortened(found) }, source)];
}

function digits(number: string): number {
  return number.replaceAll(/[-.]/g, '').replace(/^0+|0+$/g, '').length;
}

/**
 * A number format as it shows: words are words whether quoted, escaped or plain, and what only moves a number within its
 * cell, widths to skip (`_x`) and to fill (`*x`), shows nothing.
 */
function plainFormat(format: string): string {
  return format
    .replaceAll(/"([^"]*)"|\\(.)|[_*]./gsu, (_, quoted?: string, escaped?: string) => quoted ?? escaped ?? '')
    .trim();
}
