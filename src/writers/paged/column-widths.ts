/** Columns that stand side by side on a page, by index, and their widths in points. */
export interface Panel {
  readonly columns: readonly number[];
  readonly widths: readonly number[];
  /** Whether the words of some columns need so much more than their share that others are visibly narrower. */
  readonly adjusted: boolean;
}

/** A column this much narrower than its share is not noticed. */
const unnoticed = 0.05;

/**
 * Shares out a width in proportion to weights. A column below its minimum gets the minimum and the others share the
 * rest; if all minima together are wider than the page, all columns shrink alike.
 */
export function shareWidth(weights: readonly number[], minima: readonly number[], width: number): number[] {
  const needed = minima.reduce((sum, minimum) => sum + minimum, 0);
  if (needed >= width) return minima.map((minimum) => (minimum * width) / needed);
  const fixed = new Set<number>();
  for (;;) {
    let rest = width;
    let weight = 0;
    for (const [i, w] of weights.entries()) {
      if (fixed.has(i)) rest -= minima[i] as number;
      else weight += w;
    }
    const share = (i: number) => ((weights[i] as number) * rest) / weight;
    const short = weights.findIndex((_, i) => !fixed.has(i) && share(i) < (minima[i] as number));
    if (short === -1) return weights.map((_, i) => (fixed.has(i) ? (minima[i] as number) : share(i)));
    for (const i of weights.keys()) if (!fixed.has(i) && share(i) < (minima[i] as number)) fixed.add(i);
  }
}

/**
 * Sets columns side by side: all of them in one panel if their minima allow it, else in several of about equal
 * numbers, each of which begins with the `leading` columns, as far as these leave half of the page.
 */
export function splitColumns(
  weights: readonly number[],
  minima: readonly number[],
  leading: number,
  width: number,
): Panel[] {
  const all = weights.map((_, i) => i);
  const total = (columns: readonly number[]) => columns.reduce((sum, i) => sum + (minima[i] as number), 0);
  const panel = (columns: readonly number[]): Panel => {
    const own = columns.map((i) => minima[i] as number);
    const widths = shareWidth(
      columns.map((i) => weights[i] as number),
      own,
      width,
    );
    const sum = columns.reduce((most, i) => most + (weights[i] as number), 0);
    const share = (i: number) => ((weights[i] as number) * width) / sum;
    const adjusted = columns.some((i, at) => (widths[at] as number) < share(i) * (1 - unnoticed));
    return { columns, widths, adjusted };
  };
  if (total(all) <= width) return [panel(all)];

  let repeated = leading;
  while (repeated > 0 && total(all.slice(0, repeated)) > width / 2) repeated -= 1;
  const lead = all.slice(0, repeated);
  const parts = fillParts(all.slice(repeated), minima, width - total(lead), Number.POSITIVE_INFINITY);
  const most = Math.ceil((all.length - repeated) / parts.length);
  const even = fillParts(all.slice(repeated), minima, width - total(lead), most);
  return (even.length === parts.length ? even : parts).map((columns) => panel([...lead, ...columns]));
}

/** At least one column in each part, or nothing would ever be done with one wider than a page. */
function fillParts(columns: readonly number[], minima: readonly number[], room: number, most: number): number[][] {
  const parts: number[][] = [];
  let left = 0;
  for (const column of columns) {
    const part = parts.at(-1);
    const minimum = minima[column] as number;
    if (part === undefined || part.length >= most || minimum > left) {
      parts.push([column]);
      left = room - minimum;
    } else {
      part.push(column);
      left -= minimum;
    }
  }
  return parts;
}
