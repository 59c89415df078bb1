import { markKind } from '../model/figure-mark.ts';
import { normaliseText } from '../model/normalise.ts';
import { parseQuantity } from '../model/quantity.ts';
import type { ReturnEntry } from '../model/return.ts';

export type Figure = Pick<ReturnEntry, 'cumulative' | 'mark'>;

/** Digits, and numbers written in characters: 三百二十. */
const numeral = /\d|^[约近]?[〇零一二三四五六七八九十百千万亿两]/;

/**
 * Reads the text of a figure's cell. Words without a number (全部开工) are kept as a mark and never taken for a figure. Null where
 * the text speaks of a number but is not one: 约200, 5,00, 三百.
 */
export function readFigure(written: string, unit: string): Figure | null {
  const text = normaliseText(written);
  const quantity = parseQuantity(text);
  if (quantity !== null) return { cumulative: quantity.unit === '' ? { ...quantity, unit } : quantity, mark: null };
  return markKind(text) === 'words' && numeral.test(text) ? null : { cumulative: null, mark: text };
}
