import type { Chart, PageSetup, Table } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';
import { officeRuler } from '../office-ruler.ts';
import { shareWidth } from '../paged/column-widths.ts';
import { chooseSetting } from '../paged/plan-table.ts';
import { type PreparedTable, prepareTable } from '../paged/prepared-table.ts';
import { remembering, settingKey } from '../paged/remember.ts';
import type { TableStyle } from '../paged/table-plan.ts';
import { type ChartSpans, layCharts } from './chart-columns.ts';
import { type PageRoom, pageRoom } from './page-room.ts';
import type { SpreadTable } from './table-place.ts';
import { lineHeight, pointsPerUnit } from './text-size.ts';

/** A sheet of text alone has a few columns to walk through. */
const textColumnCount = 4;

/** Excel's limit, in units. */
const maxColumnWidth = 255;

/** Figures shrink to their column, a spreadsheet's own means, to no less than this share of their size and so many points. */
const smallestShare = 0.75;
const smallestFigure = 6;

export interface SheetColumns {
  /** In units of column width, from column A on. */
  readonly widths: readonly number[];
  /** Null on a sheet without a chart. */
  readonly chartSpans: ChartSpans | null;
  /** Size of the text in tables, in points. */
  readonly tableSize: number;
  /** Columns at the left that are printed on every page; 0 where all columns fit side by side. */
  readonly repeated: number;
  /** The column that each page begins with, behind the repeated ones; only 0 where all columns fit side by side. */
  readonly starts: readonly number[];
}

/**
 * Columns and text size of a sheet that prints at its own size. A table of its own is planned like the pages of a PDF: the
 * largest text at which no word is divided and no figure shrinks too much, and pages side by side only where the smallest is
 * too large. Several tables share columns, each from A on; the figures of line charts ask for no more than their numbers and
 * words need, and a chart lays itself over what is there.
 */
export function columnWidths(
  tables: readonly SpreadTable[],
  figures: readonly SpreadTable[],
  charts: readonly Chart[],
  page: PageSetup,
  theme: Theme,
): SheetColumns {
  const room = pageRoom(page, theme);
  const style = tableStyle(theme);
  const [only, ...more] = tables;
  if (only !== undefined && more.length + figures.length + charts.length === 0) {
    const key = `${settingKey(only.table)}${JSON.stringify([room, style])}`;
    return remember(key, () => columnsOfOne(only.table, style, room));
  }

  const prepared = tables.map(({ table }) => prepareTable(table, style));
  const ofFigures = figures.map(({ table }) => prepareTable(table, style));
  const { size, widths } = sharedColumns(prepared, ofFigures, style, room.width);
  const laid = charts.length === 0 ? null : layCharts(charts, inUnits(widths), room.width / pointsPerUnit, size);
  const units = laid?.widths ?? inUnits(widths.length === 0 ? textColumns(room.width) : widths);
  const excess = Math.max(1, (units.reduce((sum, width) => sum + width, 0) * pointsPerUnit) / room.width);
  return {
    widths: units.map((width) => rounded(width / excess)),
    chartSpans: laid?.spans ?? null,
    tableSize: size,
    repeated: 0,
    starts: [0],
  };
}

const remember = remembering<SheetColumns>();

function columnsOfOne(table: Table, style: TableStyle, room: PageRoom): SheetColumns {
  const columns = ownColumns(prepareTable(table, style), style, room);
  if (columns.tableSize * smallestShare >= smallestFigure) return columns;
  const larger = { ...style, condense: Math.min(1, smallestFigure / style.smallest) };
  return ownColumns(prepareTable(table, larger), larger, room);
}

function tableStyle(theme: Theme): TableStyle {
  const { table: largest, tableMin } = theme.sizes;
  const smallest = Math.min(largest, tableMin);
  const easy = (largest + smallest) / 2;
  return { ruler: officeRuler, largest, smallest, easy, lineHeight, padX: 0.3, padY: 0.25, condense: smallestShare };
}

/** The page that a table begins on has a title above it. */
const firstPage = 0.8;

function ownColumns(prepared: PreparedTable, style: TableStyle, room: PageRoom): SheetColumns {
  const frame = { ...room, firstHeight: room.height * firstPage, tail: 0 };
  const { size, panels } = chooseSetting({ ...prepared, leading: uncrossed(prepared) }, style, frame);
  const parts = panels.map(({ panel }) => panel);
  const repeated = parts.length === 1 ? 0 : repeatedColumns(parts.map(({ columns }) => columns));
  // A spreadsheet's column has one width: the least that any page gives to a repeated one.
  const leading = Array.from({ length: repeated }, (_, column) =>
    Math.min(...parts.map(({ widths }) => widths[column] as number)),
  );
  const rest = room.width - leading.reduce((sum, width) => sum + width, 0);
  const widths = [...leading];
  for (const part of parts) {
    const own = part.widths.slice(repeated);
    widths.push(...shareWidth(own, new Array<number>(own.length).fill(0), rest));
  }
  return {
    widths: inUnits(widths),
    chartSpans: null,
    tableSize: size,
    repeated,
    starts: parts.map(({ columns }) => columns[repeated] ?? 0),
  };
}

/** As many leading columns as no cell leaves to the right: a cell of a spreadsheet is printed again as a whole or not. */
function uncrossed({ leading, head, body }: PreparedTable): number {
  const crossed = new Set<number>();
  for (const { column, cell } of [...head, ...body])
    for (let edge = column + 1; edge < Math.min(column + cell.colspan, leading + 1); edge += 1) crossed.add(edge);
  let count = leading;
  while (crossed.has(count)) count -= 1;
  return count;
}

/** How many columns at the left all panels have. */
function repeatedColumns(panels: readonly (readonly number[])[]): number {
  let count = 0;
  while (panels.every((columns) => columns[count] === count)) count += 1;
  return count;
}

/** One set of columns for all tables, at the largest size at which it fits the page; if none does, figures and words give way. */
function sharedColumns(
  tables: readonly PreparedTable[],
  figures: readonly PreparedTable[],
  style: TableStyle,
  room: number,
): { size: number; widths: number[] } {
  const all = [...tables, ...figures];
  const count = Math.max(0, ...all.map(({ table }) => table.columns.length));
  const columns = Array.from({ length: count }, (_, column) => column);
  const sharing = tables.length === 0 ? figures : tables;
  const weights = columns.map((column) => Math.max(...sharing.map(({ table }) => shareOf(table.columns, column))));
  const minima = (need: 'good' | 'least', size: number) =>
    columns.map((column) => Math.max(...all.map(({ needs }) => ((needs[need][column] ?? 0) + 2 * style.padX) * size)));
  for (const need of ['good', 'least'] as const)
    for (let size = style.largest; size >= style.smallest; size -= sizeStep) {
      const needed = minima(need, size);
      if (needed.reduce((sum, width) => sum + width, 0) <= room) return { size, widths: share(weights, needed, room) };
    }
  return { size: style.smallest, widths: share(weights, minima('least', style.smallest), room) };
}

const sizeStep = 0.5;

function share(weights: readonly number[], minima: readonly number[], room: number): number[] {
  return weights.length === 0 ? [] : shareWidth(weights, minima, room);
}

function shareOf(columns: readonly { readonly width: number }[], column: number): number {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  return (columns[column]?.width ?? 0) / total;
}

function textColumns(room: number): number[] {
  return new Array<number>(textColumnCount).fill(room / textColumnCount);
}

function inUnits(points: readonly number[]): number[] {
  return points.map((width) => rounded(width / pointsPerUnit));
}

/** Down to eighths of a unit, which are whole pixels; a sheet must not come out wider than planned. */
function rounded(units: number): number {
  return Math.min(maxColumnWidth, Math.floor(units * 8) / 8);
}
