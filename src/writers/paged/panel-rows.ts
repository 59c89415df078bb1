import { unitInsets } from '../unit-insets.ts';
import { balancedLines, breakLines, type LineRange } from './break-lines.ts';
import type { Panel } from './column-widths.ts';
import { cutCell } from './cut-cell.ts';
import type { PreparedText } from './prepared-text.ts';
import type { CellBox } from './row-pages.ts';
import type { TableStyle } from './table-plan.ts';
import type { PreparedCell } from './table-text.ts';

/** The part of a cell that lies in one panel, with its text broken to the width there. */
export interface PanelCell extends CellBox {
  readonly source: PreparedCell;
  /** First column, and the number of columns, in the panel. */
  readonly column: number;
  readonly colspan: number;
  readonly x: number;
  readonly width: number;
  /** Em kept free right of the text. */
  readonly inset: number;
  text(again: boolean): { readonly text: PreparedText; readonly lines: readonly LineRange[] };
}

/**
 * Cuts cells to the columns of a panel and breaks their lines at a font size. A cell that begins in an earlier panel
 * is marked as continued, unless it is a heading.
 */
export function panelCells(cells: readonly PreparedCell[], panel: Panel, size: number, style: TableStyle): PanelCell[] {
  const insets = insetsOf(cells, panel, size, style);
  const left: number[] = [0];
  for (const width of panel.widths) left.push((left.at(-1) as number) + width);
  return cells.flatMap((source) => {
    const cut = cutCell(source, panel.columns);
    if (cut === null) return [];
    const { column, colspan, continued } = cut;
    const x = left[column] as number;
    const width = (left[column + colspan] as number) - x;
    const place = { column, colspan, x, width, inset: insets.get(source) ?? 0 };
    return [panelCell(source, place, width / size - 2 * style.padX, continued)];
  });
}

function insetsOf(
  cells: readonly PreparedCell[],
  panel: Panel,
  size: number,
  style: TableStyle,
): ReadonlyMap<PreparedCell, number> {
  const widths = new Map(panel.columns.map((column, place) => [column, panel.widths[place] as number]));
  const figures = cells.flatMap((cell) => {
    const width = widths.get(cell.column);
    if (cell.figure === null || width === undefined) return [];
    return [{ cell, ...cell.figure, column: cell.column, room: width / size - 2 * style.padX }];
  });
  const insets = unitInsets(figures);
  return new Map(figures.map(({ cell }, index) => [cell, insets[index] as number]));
}

function panelCell(
  source: PreparedCell,
  place: { column: number; colspan: number; x: number; width: number; inset: number },
  room: number,
  continued: boolean,
): PanelCell {
  const broken = (text: PreparedText) => ({ text, lines: breakLines(text, room) });
  const whole = broken(continued ? source.again() : source.text);
  // Few cells go on to another page, so that their second text is made only when asked for.
  let again: typeof whole | undefined;
  const secondTime = () => {
    again ??= continued ? whole : broken(source.again());
    return again;
  };
  return {
    ...place,
    source,
    row: source.row,
    rowspan: source.cell.rowspan,
    lines: whole.lines.length,
    get linesAgain() {
      return secondTime().lines.length;
    },
    text(second) {
      const { text, lines } = second ? secondTime() : whole;
      const short = source.align === 'center' && lines.length <= mostBalanced;
      return { text, lines: short ? balancedLines(text, room) : lines };
    },
  };
}

/** A centred text of up to so many lines looks like a heading, and its lines are made about equally long. */
const mostBalanced = 4;
