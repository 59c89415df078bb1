import { z } from 'zod';
import { decimalText, type Exact, exact, one, rounded } from '../model/exact.ts';
import { type Quantity, quantityFormat, quantityText } from '../model/quantity.ts';

/** A number as a template prints it: its text, and what Excel needs to show the same. */
export const numberViewSchema = z.strictObject({ text: z.string(), number: z.string(), format: z.string() });
export type NumberView = z.infer<typeof numberViewSchema>;

/**
 * The one place where rates are rounded: one decimal, but as many (up to four) as it takes for a rate that
 * is not 100 % not to read so.
 */
export function percentView(rate: Exact): NumberView {
  const percent = rate.mul(100);
  let places = 1;
  while (places < 4 && !rate.equals(one) && exact(rounded(percent, places)).equals(100)) places += 1;
  return {
    text: `${rounded(percent, places)}%`,
    number: decimalText(rate),
    format: `0.${'0'.repeat(places)}%`,
  };
}

export function percentText(rate: Exact): string {
  return percentView(rate).text;
}

/**
 * A difference of rates in percentage points, with its sign: `+3.2`, `-12.0`. The number is the rounded one, so
 * that a spreadsheet, too, prints 0.0 without a sign.
 */
export function pointsView(difference: Exact): NumberView {
  const points = rounded(difference.mul(100), 1);
  const sign = points.startsWith('-') || points === '0.0' ? '' : '+';
  return { text: sign + points, number: points, format: '+0.0;-0.0;0.0' };
}

/** The size of a difference in percentage points: `12.0个百分点`. */
export function pointsText(difference: Exact): string {
  return `${rounded(difference.abs().mul(100), 1)}个百分点`;
}

/** 高于、低于 or level in words; differences too small to print read as level. */
export function comparison(difference: Exact, words: { above: string; below: string; level: string }): string {
  if (!isPrinted(difference)) return words.level;
  return (difference.s > 0n ? words.above : words.below) + pointsText(difference);
}

/** Whether a difference is more than 0.0 percentage points in print. */
export function isPrinted(difference: Exact): boolean {
  return rounded(difference.abs().mul(100), 1) !== '0.0';
}

export function quantityView(quantity: Quantity): NumberView {
  return { text: quantityText(quantity), number: quantity.value, format: quantityFormat(quantity) };
}

/**
 * An amount still to be done each month, rounded up so that doing it suffices: to what the task is counted in, but
 * below 10 to one decimal, since 1 of something in six months is not 1 each month.
 */
export function amountUp(amount: Exact, task: Quantity): Quantity {
  const counted = task.value.split('.')[1]?.length ?? 0;
  const decimals = Math.max(counted, amount.lt(10) ? 1 : 0);
  return { value: decimalText(amount.ceil(decimals)), unit: task.unit };
}
