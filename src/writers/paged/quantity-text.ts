import type { Cluster, PreparedText } from './prepared-text.ts';

/** A figure or two, 万 or 亿 if it has one, and a unit of several characters: 18600人次, 5.1/9.2万平方米. */
const quantity = /^([-+]?[\d.,]+(?:\/[\d.,]+)?[万亿]?)(\p{Script=Han}{2,5})$/u;

/** Whether a text is a quantity and nothing else. */
export function isQuantity(text: string): boolean {
  return quantity.test(text);
}

/** A line of a cell that holds a quantity and nothing else is divided before the unit, if at all, and never inside it. */
export function keepUnitWhole(text: PreparedText): PreparedText {
  return changeQuantities(text, (whole, figure) => {
    const middle = whole.from + figure.length;
    return [
      between(text, whole.from, middle),
      { ...whole, from: middle, width: between(text, middle, whole.to).width },
    ];
  });
}

/** Such a line is not divided at all; it asks for `share` of its width, as its characters can be set narrower. */
export function condenseQuantity(text: PreparedText, share: number): PreparedText {
  return changeQuantities(text, (whole) => [{ ...whole, width: whole.width * share }]);
}

/** Puts other clusters in place of those of each line that holds a quantity and nothing else. */
function changeQuantities(
  text: PreparedText,
  change: (whole: Cluster, figure: string) => readonly Cluster[],
): PreparedText {
  const clusters = hardLines(text).flatMap((line) => {
    const from = line[0]?.from ?? 0;
    const last = line.at(-1) as Cluster;
    const figure = quantity.exec(text.characters.slice(from, last.to).join(''))?.[1];
    return figure === undefined ? line : change({ ...last, from, width: between(text, from, last.to).width }, figure);
  });
  const widest = clusters.reduce((most, { width }) => Math.max(most, width), 0);
  return { ...text, clusters, widest, total: clusters.reduce((sum, { width, gap }) => sum + width + gap, 0) };
}

/** The clusters between forced line breaks. */
function hardLines({ clusters }: PreparedText): Cluster[][] {
  const lines: Cluster[][] = [];
  let open = false;
  for (const cluster of clusters) {
    if (open) lines.at(-1)?.push(cluster);
    else lines.push([cluster]);
    open = !cluster.hard;
  }
  return lines;
}

function between(text: PreparedText, from: number, to: number): Cluster {
  const width = text.widths.slice(from, to).reduce((sum, w) => sum + w, 0);
  return { from, to, next: to, width, gap: 0, hard: false };
}
