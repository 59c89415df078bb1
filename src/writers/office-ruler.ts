import type { Ruler } from './paged/ruler.ts';

/**
 * Widths of characters in Word and Excel, whose fonts are not at hand: an ideograph fills its square, in 宋体 and 仿宋 a
 * digit or letter half of it. The rest is for machines on which another font stands in for them.
 */
export const officeRuler: Ruler = {
  width: (character) => (character < '\u2000' ? 0.55 : 1),
};
