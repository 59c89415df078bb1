import { parseQuantity, type Quantity } from '../model/quantity.ts';

const atMost = /^(?:不超过|不高于|控制在|≤|<=)|(?:以内|以下|之内)$/g;
const atLeast = /^(?:不少于|不低于|达到|至少|≥|>=)|(?:以上|及以上)$/g;

/** Reads a 量化目标: `1400张`, `5%以内` (lower is better), `应补尽补` (no number). */
export function readTarget(text: string): { quantity: Quantity | null; direction: 'at-least' | 'at-most' } {
  const bare = text.replace(/^★+|★+$/g, '');
  if (bare.search(atMost) >= 0) return { quantity: parseQuantity(bare.replace(atMost, '')), direction: 'at-most' };
  return { quantity: parseQuantity(bare.replace(atLeast, '')), direction: 'at-least' };
}
