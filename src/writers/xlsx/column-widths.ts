import type { Chart, PageSetup } from '../../model/document.ts';
import { plainText } from '../../model/text.ts';
import type { Theme } from '../../model/theme.ts';
import { type ChartSpans, layCharts } from './chart-columns.ts';
import type { SpreadTable } from './table-place.ts';
import { cellPadding, pointsPerUnit, textWidth } from './text-size.ts';

/** ISO 216, millimetres, short side first. */
const paperSizes = { A4: [210, 297], A3: [297, 420] } as const;
const pointsPerMillimetre = 72 / 25.4;

/** Words of four characters, such as a district's name, should stand on one line. */
const comfortableText = 4 * 2;

/** Enough for a text to be scaled to the page, few enough to walk through. */
const textColumnCount = 4;

/** Excel's limit. */
const maxColumnWidth = 255;

export interface SheetColumns {
  /** In units of column width, from column A on. */
  readonly widths: readonly number[];
  /** Null on a sheet without a chart. */
  readonly chartSpans: ChartSpans | null;
}

/** Width of the text block in units of column width. */
export function pageUnits(page: PageSetup, theme: Theme): number {
  const [short, long] = paperSizes[page.paper];
  const margins = page.orientation === 'portrait' ? theme.margins : theme.landscapeMargins;
  const paper = page.orientation === 'portrait' ? short : long;
  return ((paper - margins.left - margins.right) * pointsPerMillimetre) / pointsPerUnit;
}

/**
 * Widths of a sheet's columns. One table fills the page in its own proportions, except that no number and no short word is
 * cut. Several tables share columns, each from A on, so every column takes what its widest table needs; the figures of line
 * charts ask for no more than their numbers and short words, and a chart lays itself over what is there. Printing scales the sheet to one page wide.
 */
export function columnWidths(
  tables: readonly SpreadTable[],
  figures: readonly SpreadTable[],
  charts: readonly Chart[],
  page: PageSetup,
  theme: Theme,
): SheetColumns {
  const room = pageUnits(page, theme);
  const needs = [
    ...tables.map((table) => tableWidths(table, room, theme.sizes.table, tables.length > 1)),
    ...figures.map((table) => tableWidths(table, 0, theme.sizes.table, false)),
  ];
  const count = Math.max(0, ...needs.map((need) => need.length));
  const shared = Array.from({ length: count }, (_, column) => Math.max(...needs.map((need) => need[column] ?? 0)));
  const laid = charts.length === 0 ? null : layCharts(charts, shared, room, theme.sizes.table);
  const widths = laid?.widths ?? (count === 0 ? textColumns(room) : shared);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const stretch = Math.max(1, room / total);
  return {
    widths: widths.map((width) => Math.min(maxColumnWidth, Math.round(width * stretch * 100) / 100)),
    chartSpans: laid?.spans ?? null,
  };
}

/**
 * Columns of a sheet of text alone. LibreOffice scales a sheet to one page wide only if it could break between columns;
 * a single column that comes out a little wider than the page is cut off at both sides.
 */
function textColumns(room: number): number[] {
  return new Array<number>(textColumnCount).fill(room / textColumnCount);
}

function tableWidths({ table, grid }: SpreadTable, room: number, size: number, shares: boolean): number[] {
  const natural = new Array<number>(table.columns.length).fill(0);
  const numbers = new Array<number>(table.columns.length).fill(0);
  for (const { cell, column } of grid.cells) {
    const width = (textWidth(plainText(cell.content), size) + cellPadding) / cell.colspan;
    const needs = cell.value === null ? natural : numbers;
    if (cell.value === null && cell.colspan > 1) continue;
    for (let c = column; c < column + cell.colspan; c += 1) needs[c] = Math.max(needs[c] as number, width);
  }
  const sum = table.columns.reduce((total, column) => total + column.width, 0);
  const comfortable = comfortableText * (size / 10.5) + cellPadding;
  const needs = table.columns.map(({ width }, i) => {
    const words = natural[i] as number;
    const share = (width / sum) * room;
    return Math.max(numbers[i] as number, Math.min(words, comfortable), shares ? Math.min(share, words) : share);
  });
  // Columns that the model makes equal, such as the districts, stay equal.
  return table.columns.map(({ width }) => Math.max(...needs.filter((_, i) => table.columns[i]?.width === width)));
}
