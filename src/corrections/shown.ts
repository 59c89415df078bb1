import { type NumberView, percentView, quantityView } from '../briefings/words.ts';
import type { Shown } from '../model/correction.ts';
import type { Exact } from '../model/exact.ts';
import type { Quantity } from '../model/quantity.ts';

/** Values of a change as the briefings print them. */

export function shownText(text: string): Shown {
  return { text, number: null, format: null };
}

export function shownNumber({ text, number, format }: NumberView): Shown {
  return { text, number, format };
}

export function shownQuantity(quantity: Quantity | null, without: string): Shown {
  return quantity === null ? shownText(without) : shownNumber(quantityView(quantity));
}

export function shownPercent(rate: Exact | null, without: string): Shown {
  return rate === null ? shownText(without) : shownNumber(percentView(rate));
}

export function shownCount(count: number | null, without: string): Shown {
  return count === null ? shownText(without) : { text: String(count), number: String(count), format: '0' };
}
