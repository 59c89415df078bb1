import type { Align, Cell } from '../model/document.ts';
import { plainText } from '../model/text.ts';

/** A figure and the unit behind it, by their widths in em. */
export interface FigureWidths {
  readonly digits: number;
  readonly unit: number;
}

/** A figure at its place: its column, and the em that its cell has for text. */
export interface PlacedFigure extends FigureWidths {
  readonly column: number;
  readonly room: number;
}

/**
 * The two parts of a right-aligned cell that holds a figure on one line; null for any other. `align` is the cell's own
 * or that of its column; `width` measures a character in em.
 */
export function figureWidths(
  cell: Cell,
  align: Align,
  width: (character: string, strong: boolean) => number,
): FigureWidths | null {
  if (cell.value === null || cell.header || cell.colspan > 1 || align !== 'right') return null;
  const [, figure, unit] = /^([^\n]*[\d.,]+)(\D*)$/.exec(plainText(cell.content)) ?? [];
  if (figure === undefined || unit === undefined || unit.includes('\n')) return null;
  const strong = cell.content[0]?.strong ?? false;
  const widthOf = (text: string) =>
    Array.from(text, (sign) => width(sign, strong)).reduce((sum, each) => sum + each, 0);
  return { digits: widthOf(figure), unit: widthOf(unit) };
}

/**
 * Em that each figure keeps free behind its unit, so that the digits of a column end at one axis and the units, of
 * different widths, follow it. A column in which that makes a line too long keeps nothing free.
 */
export function unitInsets(figures: readonly PlacedFigure[]): number[] {
  const widest = new Map<number, number>();
  for (const { column, unit } of figures) widest.set(column, Math.max(widest.get(column) ?? 0, unit));
  const inset = ({ column, unit }: PlacedFigure) => (widest.get(column) as number) - unit;
  const crowded = new Set(
    figures
      .filter((figure) => inset(figure) > 0 && figure.digits + figure.unit + inset(figure) > figure.room)
      .map(({ column }) => column),
  );
  return figures.map((figure) => (crowded.has(figure.column) ? 0 : inset(figure)));
}
