import { isDateFormat, isPercentFormat } from 'numfmt';
import type { About } from '../../model/about.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Cell, Place } from '../../model/document.ts';
import { decimalText, exact } from '../../model/exact.ts';
import { markKind } from '../../model/figure-mark.ts';
import { normaliseText } from '../../model/normalise.ts';
import { quantityText } from '../../model/quantity.ts';
import { plainText } from '../../model/text.ts';
import { kept, showsOther } from '../../readers/xlsx/number-text.ts';
import { type Figure, readFigure } from '../../returns/figure.ts';
import { badFigure, wordsForFigure } from '../../returns/problems.ts';
import type { FormTask } from '../form-tasks.ts';
import { negativeFigure, noTaskClaimed, otherUnit, roundedAnswer } from './answer-problems.ts';

/** What stands under 累计完成 in one row; the figure is null where it cannot be told. */
export interface AnsweredFigure {
  readonly figure: Figure | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the cell of a figure. A number is taken as it is held, whatever format the cell has, unless the cell shows another one;
 * of a formula its saved result. Words are kept as words.
 */
export function figureOf({ target, task, unit }: FormTask, cell: Cell | null, at: Place, about: About): AnsweredFigure {
  const text = normaliseText(plainText(cell?.content ?? []));
  const refuse = (diagnostic: Diagnostic): AnsweredFigure => ({ figure: null, diagnostics: [diagnostic] });
  const held = cell?.value ?? null;
  const typed = held === null ? readFigure(text, unit) : heldFigure(held, text, unit);
  if (typed === 'other')
    return refuse(roundedAnswer({ target: target.id, shown: text, number: held?.number ?? '' }, at, about));
  if (typed === null) return refuse(badFigure({ text, target: target.id }, at, about));
  const { cumulative, mark } = typed;
  if (cumulative !== null) {
    const data = { target: target.id, text: quantityText(cumulative) };
    if (cumulative.unit !== unit) return refuse(otherUnit({ ...data, unit }, at, about));
    if (cumulative.value.startsWith('-')) return refuse(negativeFigure(data, at, about));
  }
  const warnings: Diagnostic[] = [];
  if (mark !== null && markKind(mark) === 'words')
    warnings.push(wordsForFigure({ text: mark, target: target.id }, at, about));
  if (mark !== null && markKind(mark) === 'no-task' && task !== null)
    warnings.push(noTaskClaimed({ target: target.id, task: quantityText(task) }, at, about));
  return { figure: typed, diagnostics: warnings };
}

/** A number that a cell holds; null for a date, `other` where the cell shows another number than it holds. */
function heldFigure(
  { number, format, formula }: NonNullable<Cell['value']>,
  text: string,
  unit: string,
): Figure | null | 'other' {
  if (isDateFormat(format)) return null;
  if (formula === null && showsOther(number, text, format)) return 'other';
  if (!isPercentFormat(format)) return { cumulative: { value: kept(number), unit }, mark: null };
  return { cumulative: { value: decimalText(exact(kept(number)).mul(100)), unit: '%' }, mark: null };
}
