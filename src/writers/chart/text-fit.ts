import type { ChartRoom } from './drawing.ts';

/** Share of the width that labels may take before they are set smaller. */
const labelShare = 0.4;
export const smallestText = 5;

/** The size at which labels take no more than their share of the width, as long as they can be read. */
export function textSize(
  labels: readonly string[],
  size: number,
  width: number,
  measure: ChartRoom['measure'],
): number {
  const needed = widest(labels, size, measure);
  return Math.max(smallestText, Math.min(size, (size * width * labelShare) / Math.max(needed, 1)));
}

export function widest(texts: readonly string[], size: number, measure: ChartRoom['measure'], strong = false): number {
  return texts.reduce((most, text) => Math.max(most, measure(text, size, strong)), 0);
}

/**
 * For formats without font files at hand: an ideograph is one em wide, and so are the widest letters and the per cent
 * sign, other letters and digits a good half; a little more than needed does no harm.
 */
export function estimateWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text)
    ems += (character.codePointAt(0) ?? 0) < 0x2000 && !/[A-Zmw%@&]/.test(character) ? 0.6 : 1;
  return ems * size;
}

/** Office programs may lack the font and take one that is wider by so much. */
const otherFonts = 1.06;

/** The same in Office programs, some of which part ideographs from the letters and digits beside them by a quarter em. */
export function officeWidth(text: string, size: number): number {
  const borders = text.match(/[0-9A-Za-z%](?=[\u2E80-\uFFFF])|[\u2E80-\uFFFF](?=[0-9A-Za-z%])/g)?.length ?? 0;
  return (estimateWidth(text, size) + (borders * size) / 4) * otherFonts;
}
