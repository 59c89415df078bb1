import type { Diagnostic } from '../model/diagnostic.ts';
import { decimalText, exact, sum } from '../model/exact.ts';
import { amountOf, type Quantity, quantityText } from '../model/quantity.ts';
import type { BodyLine } from './body-line.ts';
import { type ColumnMap, fieldsOf, type RowFields } from './columns.ts';
import { edits } from './edits.ts';
import { isNoTask, readFigure } from './figure-text.ts';
import { fitTo } from './fit.ts';
import { fieldCount, lineText, placeOf } from './lines.ts';
import { projectNumber } from './project-number.ts';
import { misalignedRow, rowLength, shiftedRow } from './row-problems.ts';
import { figureUnitOf, targetOf } from './row-units.ts';
import { splitSigns } from './signs.ts';
import { readTarget } from './target-text.ts';
import { isUnit, unitAtStart } from './units.ts';

/** A row in its columns, or null where that cannot be said; with what had to be done. */
export interface Alignment {
  readonly row: RowFields | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** So many ways to read a row are told. */
const told = 4;

/**
 * Puts a row that a lost or superfluous blank has moved out of its columns back into them, but only when exactly one slip
 * makes everything agree: a target with number, one unit, as many fields as the header has, and the sum. Where several
 * do, whose figure is whose cannot be said, and all are told. Without `search` a row out of place is only refused.
 */
export function align(body: BodyLine, map: ColumnMap, search: boolean): Alignment {
  const row = fieldsOf(body.line, map);
  const count = fieldCount(body.raw);
  const part = [body, ...body.beside].find(isSlipped);
  const slipped = part !== undefined && (hasFigures(row) || mayHideFigures(row));
  if (!slipped && body.problems.length === 0 && !looksShifted(row)) return { row, diagnostics: [] };
  const readings = new Map<string, RowFields>();
  // Which part of a row over several pages has slipped, its sum cannot tell.
  const ways = !search || body.beside.length > 0 ? [] : edits(body.raw, count, body.fields);
  for (const line of ways) {
    const fitted = fitTo(body.under, line);
    const fields = fieldsOf(fitted.line, map);
    if (fitted.problems.length === 0 && agrees(fields, map))
      readings.set(fitted.line.map(({ text }) => text).join('\t'), fields);
  }
  const [only, ...others] = readings.values();
  const at = placeOf(body.raw);
  if (only && others.length === 0) return { row: only, diagnostics: [shiftedRow(evidence(only), at)] };
  const candidates = differences([...readings.values()]);
  const shown = candidates.slice(0, told).join('；') + (candidates.length > told ? '；…' : '');
  if (slipped && body.problems.length === 0 && !looksShifted(row)) {
    const { raw, fields } = part;
    const data = { found: String(fieldCount(raw)), expected: String(fields), row: lineText(raw), candidates: shown };
    return { row: null, diagnostics: [rowLength(data, placeOf(raw))] };
  }
  if (candidates.length === 0 && body.problems.length > 0) return { row: null, diagnostics: body.problems };
  return { row: null, diagnostics: [misalignedRow({ row: lineText(body.raw), candidates: shown }, at)] };
}

function isSlipped({ raw, fields }: BodyLine): boolean {
  return fieldCount(raw) !== fields;
}

/** A number where words belong, or figures beside a blank target. */
function looksShifted(row: RowFields): boolean {
  if (isMeasured(row.no.text, false) || isMeasured(row.name.text, true) || isMeasured(row.lead.text, true)) return true;
  return row.target.text === '' && row.figures.some(({ field }) => readFigure(field.text) !== null);
}

/** A number with a known unit, or also without one; 12345热线 is a name. */
function isMeasured(text: string, bare: boolean): boolean {
  const quantity = text === '' ? null : readFigure(text)?.quantity;
  return quantity != null && (quantity.unit === '' ? bare : isUnit(quantity.unit));
}

/** Figures, or marks in their place: whose they are depends on the blanks before them. */
function hasFigures(row: RowFields): boolean {
  const filled = row.figures.filter(({ field }) => field.text !== '');
  return filled.some(({ field }) => readFigure(field.text) !== null || isNoTask(field.text)) || filled.length > 1;
}

/**
 * No figure stands by itself, but one may be stuck to its neighbour where the blank between them was lost (市建委30条, 20条20条), or
 * stand where the target should: a blank too few before it. Lead units in their place say that none is.
 */
function mayHideFigures({ lead, target, figures }: RowFields): boolean {
  const [figure] = figures.filter(({ field }) => field.text !== '');
  if (figure) return areFigures(figure.field.text);
  const { quantity, doubtful } = readTarget(target.text);
  return doubtful || readTarget(lead.text).quantity !== null || (quantity !== null && lead.text === '');
}

/** Figures and marks in their place, and nothing else: 5个3个, —5个. */
function areFigures(text: string): boolean {
  const [whole = '', mark = '', number = ''] = /^([^\d+]*)\+?(\d?[\d.,，]*)/.exec(text) ?? [];
  if (mark !== '' && !isNoTask(mark.trim())) return false;
  const behind = text.slice(whole.length);
  const rest = number === '' ? behind : behind.slice(unitAtStart(behind).length);
  return rest === '' || (whole !== '' && areFigures(rest));
}

/** A 序号 stuck to its name, `2为老年人`: the row would go to the project above, with its targets. */
const numbered = /^(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?=\p{Script=Han}|[“（《])/u;

function agrees(row: RowFields, { no }: ColumnMap): boolean {
  if (no >= 0 && row.no.text === '' && numbered.test(row.name.text)) return false;
  if (row.no.text !== '' && row.name.text === '') return false;
  const { quantity, direction } = targetOf(row);
  if (quantity === null || quantity.unit === '%' || direction === 'at-most' || looksShifted(row)) return false;
  if (row.no.text !== '' && projectNumber(splitSigns(row.no.text).bare) === null) return false;
  const figures = quantitiesOf(row);
  if (figures === null || figures.length === 0 || figures.some(({ unit }) => unit !== quantity.unit)) return false;
  return sum(figures.map(amountOf)).equals(amountOf(quantity));
}

/** The figures of a row with their units; null where one of its cells holds something else. */
function quantitiesOf(row: RowFields): Quantity[] | null {
  const unit = figureUnitOf(row);
  const figures: Quantity[] = [];
  for (const { field } of row.figures) {
    if (field.text === '' || isNoTask(field.text)) continue;
    const read = readFigure(field.text)?.quantity;
    if (!read) return null;
    figures.push(read.unit === '' ? { ...read, unit } : read);
  }
  return figures;
}

function evidence(row: RowFields): { target: string; sum: string; figures: string } {
  const figures = quantitiesOf(row) ?? [];
  const total = decimalText(sum(figures.map(({ value }) => exact(value))));
  return {
    target: row.target.text,
    sum: quantityText({ value: total, unit: figures[0]?.unit ?? '' }),
    figures: figuresOf(row.figures),
  };
}

/** `市本级4个、甲区5个`: each reading by the figures that the others have elsewhere. */
function differences(readings: readonly RowFields[]): string[] {
  const [first] = readings;
  const open = first?.figures.map(
    (_, place) => new Set(readings.map((row) => row.figures[place]?.field.text)).size > 1,
  );
  return readings.map(({ figures }) => figuresOf(figures.filter((_, place) => open?.[place])));
}

/** The first figures and the last: enough to find a row by. */
function figuresOf(figures: RowFields['figures']): string {
  const filled = figures.filter(({ field }) => field.text !== '');
  const shown = filled.map(({ column, field }) => column.name + field.text);
  return shown.length > 4 ? `${shown.slice(0, 3).join('、')}…${shown.at(-1)}` : shown.join('、');
}
