import { codePointName, unwritable } from '../../model/text.ts';
import { type Findings, sampleOf } from '../findings.ts';
import { decimalOf, kept, shownNumber, showsOther } from './number-text.ts';
import {
  badNumber,
  badReference,
  badText,
  errorValue,
  noCachedValue,
  noStyle,
  shownOtherwise,
  struckCell,
  unknownFormat,
} from './problems.ts';
import { cellName } from './reference.ts';
import type { CellContext, SheetCell } from './sheet-cells.ts';
import { unescapeText } from './strings.ts';
import { plainStyle } from './styles.ts';

/** A `c` element as written. */
export interface CellSource {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string | null;
  /** Null for none, empty where its text is not known. */
  formula: string | null;
  /** The group of cells that share one formula. */
  shared: string | null;
  inline: string;
}

/** A cell's text as shown and the number behind it; null for a cell without content. Formulas are never run. */
export function readCell(
  source: CellSource,
  context: CellContext,
  hidesZeros: boolean,
  findings: Findings,
): SheetCell | null {
  const { row, column, type, value, formula } = source;
  const at = context.place(row, column);
  const cell = cellName(row, column);
  const style = context.styles[source.style];
  const { format, ruled, struck } = style ?? plainStyle;
  const words = (text: string): SheetCell | null => {
    const bad = unwritable.exec(text)?.[0];
    if (bad !== undefined) findings.add(badText, { cell, character: codePointName(bad) }, at);
    if (struck && text.trim() !== '') findings.add(struckCell, { cell, text: sampleOf(text) }, at);
    return text === '' ? null : { row, column, text, value: null, ruled };
  };
  if (type === 'inlineStr') return words(source.inline);
  if (value === null || (value === '' && type !== 'str')) {
    if (formula !== null) findings.add(noCachedValue, { cell, formula: sampleOf(`=${formula}`) }, at);
    return null;
  }
  switch (type) {
    case 's': {
      const text = /^\d{1,9}$/.test(value) ? context.strings[Number(value)] : undefined;
      if (text !== undefined) return words(text);
      findings.add(badReference, { text: `${cell} → ${sampleOf(value)}` }, at);
      return null;
    }
    case 'str':
    case 'd':
      return words(unescapeText(value));
    case 'b':
      return words(value === '1' || value === 'true' ? 'TRUE' : 'FALSE');
    case 'e':
      findings.add(errorValue, { cell, value: sampleOf(value) }, at);
      return words(value);
    default:
  }
  const number = decimalOf(value);
  if (number === null) {
    findings.add(badNumber, { cell, text: sampleOf(value) }, at);
    return words(value);
  }
  if (style === undefined && source.style !== 0) findings.add(noStyle, { cell }, at);
  const shown = number === '0' && hidesZeros ? '' : shownNumber(number, format, context.since1904);
  if (shown === null) findings.add(unknownFormat, { cell, format: sampleOf(format) }, at);
  const text = shown ?? kept(number);
  // What a formula yields is meant to be rounded or hidden; a figure that was typed is not.
  if (formula === null && showsOther(number, text, format))
    findings.add(shownOtherwise, { cell, shown: text, number }, at);
  if (struck) findings.add(struckCell, { cell, text }, at);
  return { row, column, text, value: { number, format, formula }, ruled };
}
