import { parseQuantity, type Quantity } from '../model/quantity.ts';
import { splitSigns } from './signs.ts';
import { splitUnit } from './units.ts';

/** What offices print where a district has no task; a blank is none of them. */
const noTask = /^(?:[—―–－─-]{1,4}|[/／＼\\]|无|无任务|不涉及|不承担|无此项任务)$/u;

const atMost = /^(?:不超过|不高于|不多于|控制在|≤|<=)|(?:以内|以下|之内)$/gu;
const atLeast = /^(?:不少于|不低于|达到|至少|≥|>=)|(?:及以上|以上)$/gu;

export type Direction = 'at-least' | 'at-most';

/** A quantity alone in its cell: `1400张`, `50（个）`, `5%以内`, `★3座①`. */
export interface FigureText {
  readonly quantity: Quantity;
  /** What the words beside the number say; null without such words. */
  readonly direction: Direction | null;
  /** Signs that stood beside it and are no part of the number. */
  readonly signs: string;
}

/** Whether a cell says in so many words that there is no task. */
export function isNoTask(text: string): boolean {
  return noTask.test(text);
}

/** Null for anything that is more or less than one quantity. */
export function readFigure(text: string): FigureText | null {
  const { bare, signs } = splitSigns(text);
  const limited = [
    ['at-most', atMost],
    ['at-least', atLeast],
  ] as const;
  for (const [direction, words] of limited) {
    const number = bare.replace(words, '');
    if (number === bare) continue;
    const quantity = plainQuantity(number);
    return quantity && { quantity, direction, signs };
  }
  const quantity = plainQuantity(bare);
  return quantity && { quantity, direction: null, signs };
}

function plainQuantity(text: string): Quantity | null {
  const direct = parseQuantity(text);
  if (direct) return direct;
  const { text: number, unit } = splitUnit(text);
  const quantity = unit === '' ? null : parseQuantity(number);
  return quantity?.unit === '' ? { value: quantity.value, unit } : null;
}
