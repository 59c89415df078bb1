import type { Cluster, PreparedText } from './prepared-text.ts';

/** A figure or two, 万 or 亿 if it has one, and a unit of several characters: 18600人次, 5.1/9.2万平方米. */
const quantity = /^([-+]?[\d.,]+(?:\/[\d.,]+)?[万亿]?)(\p{Script=Han}{2,5})$/u;

/** A line of a cell that holds a quantity and nothing else is divided before the unit, if at all, and never inside it. */
export function keepUnitWhole(text: PreparedText): PreparedText {
  const clusters = hardLines(text).flatMap((line) => {
    const from = line[0]?.from ?? 0;
    const last = line.at(-1) as Cluster;
    const figure = quantity.exec(text.characters.slice(from, last.to).join(''))?.[1];
    if (figure === undefined) return line;
    const middle = from + figure.length;
    return [between(text, from, middle), { ...last, from: middle, width: between(text, middle, last.to).width }];
  });
  return { ...text, clusters, widest: clusters.reduce((most, { width }) => Math.max(most, width), 0) };
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
