import { type Panel, splitColumns } from './column-widths.ts';
import type { PreparedTable } from './prepared-table.ts';
import type { TableStyle } from './table-plan.ts';

/** A font size, and the columns at that size. */
export interface Choice {
  readonly size: number;
  readonly panels: readonly Panel[];
}

/** Sizes are tried in steps of half a point. */
const step = 0.5;
/** So much below an easy size, in points, is still read more easily than 「严重滞后」 in two lines. */
const stillEasier = 1.5;

/**
 * The sizes among which the number of pages decides, largest first. A size that is easy to read goes before columns as
 * wide as asked, and these before short lines that are not divided, unless these take but a little smaller size. Several
 * panels come last.
 */
export function shortlist(prepared: PreparedTable, style: TableStyle, width: number): readonly Choice[] {
  const all = sizes(style);
  const at = (needs: readonly number[]) =>
    all.map((size) => ({ size, panels: columnsAt(prepared, style, width, size, needs) }));
  const good = at(prepared.needs.good).filter(onePanel);
  const least = at(prepared.needs.least);
  const fewest = Math.min(...least.map(({ panels }) => panels.length));
  const fitting = least.filter(({ panels }) => panels.length === fewest);
  const easy = ({ size }: Choice) => size >= style.easy;
  const asAsked = ({ panels }: Choice) => panels.every((panel) => !panel.adjusted);
  const preferred = [
    good.filter(easy).filter(asAsked),
    fitting.filter(easy).filter(asAsked),
    good.filter(easy),
    good.slice(0, 1).filter(({ size }) => size >= style.easy - stillEasier),
    fitting.filter(easy),
    good.slice(0, 1),
    fitting.slice(0, 1),
  ];
  return preferred.find((choices) => choices.length > 0) ?? [];
}

function onePanel({ panels }: Choice): boolean {
  return panels.length === 1;
}

/** Largest first. */
function sizes(style: TableStyle): number[] {
  const found: number[] = [];
  for (let size = style.largest; size > style.smallest; size -= step) found.push(size);
  return [...found, style.smallest];
}

function columnsAt(
  prepared: PreparedTable,
  style: TableStyle,
  width: number,
  size: number,
  needs: readonly number[],
): Panel[] {
  const weights = prepared.table.columns.map((column) => column.width);
  const minima = needs.map((need) => (need + 2 * style.padX) * size);
  return splitColumns(weights, minima, prepared.leading, width);
}
