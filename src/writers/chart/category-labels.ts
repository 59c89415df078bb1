import type { ChartRoom } from './drawing.ts';
import { widest } from './text-fit.ts';

/** Words below an axis, centred at `x`. */
export interface CategoryLabel {
  readonly category: number;
  readonly text: string;
  readonly x: number;
}

/** A label is set smaller in such steps, as shares of its size, before some are left out. */
const shrinking = 0.05;
/** Space between two labels, in their size. */
const space = 0.3;

/**
 * The labels of an axis that fit side by side, none beyond the edges of the picture: all of them, down to `least` of
 * their size, or else every second, third and so on, counted from the last, which is always there.
 */
export function categoryLabels(
  categories: readonly string[],
  xOf: (category: number) => number,
  {
    size,
    least,
    width,
    measure,
  }: Pick<ChartRoom, 'width' | 'measure'> & { readonly size: number; readonly least: number },
): { size: number; labels: CategoryLabel[] } {
  const placed = (at: number, every: number) =>
    categories.flatMap((text, category) => {
      if ((categories.length - 1 - category) % every !== 0) return [];
      const half = measure(text, at, false) / 2;
      return [{ category, text, half, x: Math.max(half, Math.min(xOf(category), width - half)) }];
    });
  const fits = (labels: ReturnType<typeof placed>, at: number) =>
    labels.every((label, i) => {
      const before = labels[i - 1];
      return before === undefined || before.x + before.half + at * space <= label.x - label.half;
    });
  for (let share = 1; share > least - shrinking / 2; share -= shrinking)
    if (fits(placed(size * share, 1), size * share)) return { size: size * share, labels: placed(size * share, 1) };
  const most = Math.min(size, (size * width) / Math.max(widest(categories, size, measure), 1));
  let every = 2;
  while (!fits(placed(most, every), most)) every += 1;
  return { size: most, labels: placed(most, every) };
}
