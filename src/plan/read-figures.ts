import type { Diagnostic } from '../model/diagnostic.ts';
import type { Place } from '../model/document.ts';
import type { Column, Target } from '../model/plan.ts';
import type { Quantity } from '../model/quantity.ts';
import type { RowFields } from './columns.ts';
import {
  hiddenFigure,
  hiddenZero,
  mergedFigure,
  signBeside,
  unreadableFigure,
  wordsForFigure,
} from './figure-problems.ts';
import { isNoTask, readFigure } from './figure-text.ts';
import { continued } from './header-tree.ts';
import type { Field } from './lines.ts';
import type { RowTarget } from './row-units.ts';

/** What the figure columns of a row hold. */
export interface Figures {
  readonly read: Pick<Target, 'allocations' | 'marks' | 'note' | 'places'>;
  readonly originals: Record<string, string>;
  readonly originalNote: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Figures by column, bare numbers with `unit`; or the note, where the only text in the figure columns is a sentence or covers
 * them all.
 */
export function readFigures(row: RowFields, target: RowTarget, unit: string): Figures {
  const filled = row.figures.filter(({ field }) => field.text !== '');
  const note = noteOver(
    filled.map(({ field }) => field),
    row.figures.length,
  );
  if (note !== null)
    return {
      read: { allocations: {}, marks: {}, note: note.text },
      originals: {},
      originalNote: note.original,
      diagnostics: [],
    };
  const allocations: Record<string, Quantity> = {};
  const places: Record<string, Place> = {};
  const marks: Record<string, string> = {};
  const originals: Record<string, string> = {};
  const diagnostics: Diagnostic[] = [];
  for (const [index, { column, field }] of row.figures.entries()) {
    const hidden = hiddenNumber(field, column);
    if (hidden) diagnostics.push(hidden);
    if (field.text === '') continue;
    originals[column.name] = field.original;
    const about = { column: column.name };
    const figure = readFigure(field.text);
    if (figure && (figure.direction === null || figure.direction === target.direction)) {
      const { quantity, signs } = figure;
      if (field.at !== null) places[column.name] = field.at;
      allocations[column.name] = quantity.unit === '' ? { ...quantity, unit } : quantity;
      if (signs !== '') diagnostics.push(signBeside({ text: field.text, signs }, field.at, about));
      if (field.colspan > 1 || field.rowspan > 1) diagnostics.push(mergedFigure({ text: field.text }, field.at, about));
      continue;
    }
    const words = !isNoTask(field.text);
    if (words && (figure !== null || target.quantity !== null || target.doubtful)) {
      diagnostics.push(unreadableFigure({ text: field.text }, field.at, about));
      continue;
    }
    if (words) diagnostics.push(wordsForFigure({ text: field.text }, field.at, about));
    // Words over several columns say the same of each; a figure there could be anyone's.
    for (const covered of row.figures.slice(index, index + field.colspan)) marks[covered.column.name] = field.text;
  }
  return { read: { allocations, places, marks, note: null }, originals, originalNote: null, diagnostics };
}

/** A number that its format does not show: what a person sees in the cell is not what it holds. */
function hiddenNumber({ text, value, at }: Field, { name: column }: Column): Diagnostic | null {
  if (value === null || /\d/.test(text)) return null;
  return /[1-9]/.test(value) ? hiddenFigure({ text, value }, at, { column }) : hiddenZero({ text }, at, { column });
}

/** The only words in the figure columns, as a sentence or over all of them; a page break may have cut their cell. */
function noteOver(filled: readonly Field[], width: number): Field | null {
  const [first, ...others] = filled;
  if (first === undefined || isFigure(first.text)) return null;
  if (others.some(({ text }) => text.replace(continued, '') !== first.text)) return null;
  const covered = filled.reduce((sum, { colspan }) => sum + colspan, 0);
  const whole = width > 1 && covered === width && filled.every(({ colspan }) => colspan > 1);
  return whole || (others.length === 0 && isSentence(first.text)) ? first : null;
}

function isFigure(text: string): boolean {
  return readFigure(text) !== null || isNoTask(text);
}

/** A note is prose: it has a mark between clauses or is far longer than a figure with its unit. */
function isSentence(text: string): boolean {
  return !isFigure(text) && (text.length > 12 || /[，。；]/u.test(text));
}
