import type { Align, LineChart, PageSetup, Table, TextRun } from '../../model/document.ts';
import type { Message } from '../../model/language.ts';
import type { Theme } from '../../model/theme.ts';
import type { SheetChart } from './chart-parts.ts';
import type { SheetColumns } from './column-widths.ts';
import type { Kept } from './page-breaks.ts';
import type { SpreadTable, TablePlace } from './table-place.ts';
import { maxRowHeight, rowPadding } from './text-size.ts';

/** How a box looks; equal looks become one style of the file. Colours are `#RRGGBB`, sizes points. */
export interface Look {
  readonly face: keyof Theme['fonts'];
  readonly size: number;
  readonly bold: boolean;
  readonly colour: string;
  readonly fill: string | null;
  readonly border: boolean;
  readonly align: Align;
  /** Steps of indentation from the aligned edge. */
  readonly indent: number;
  /** Number format; null for words. */
  readonly format: string | null;
}

/** What stands in a box. A formula is in the model's own words until all sheets are planned. */
export type BoxContent =
  | { readonly kind: 'text'; readonly runs: readonly TextRun[] }
  | { readonly kind: 'number'; readonly number: number; readonly formula: Formula | null };

export type Formula =
  | { readonly kind: 'model'; readonly source: string; readonly site: FormulaSite }
  | { readonly kind: 'address'; readonly address: string };

/** The table cell that holds a formula; row and column are 0-based places in the spread-out table. */
export interface FormulaSite {
  readonly table: TablePlace;
  readonly row: number;
  readonly column: number;
}

/** A rectangle of sheet cells shown as one; all places are 0-based. */
export interface Box {
  readonly row: number;
  readonly column: number;
  readonly rowspan: number;
  readonly colspan: number;
  readonly look: Look;
  readonly content: BoxContent;
  /** A remark that shows when somebody points at the box. */
  readonly note?: string | undefined;
  /** Names the place for messages. */
  readonly where: () => Message;
}

/** A bar drawn into a cell, from 0 to `max`. */
export interface DataBar {
  readonly row: number;
  readonly column: number;
  readonly max: number;
  readonly colour: string;
}

/** A sheet before it becomes a file: sizes and boxes. Handlers add to it from top to bottom. */
export interface SheetPlan {
  readonly name: string;
  readonly page: PageSetup;
  readonly theme: Theme;
  readonly columns: SheetColumns;
  /** The section's tables, spread out before the columns were laid. */
  readonly spread: ReadonlyMap<Table, SpreadTable>;
  /** The figures of line charts as tables, which are among the spread-out ones. */
  readonly figures: ReadonlyMap<LineChart, Table>;
  /** Row heights in points. */
  readonly heights: number[];
  readonly boxes: Box[];
  readonly bars: DataBar[];
  readonly charts: SheetChart[];
  readonly tables: TablePlace[];
  /** The table that the sheet is there for: its head stays in view and repeats on paper. Null on a sheet of text. */
  readonly main: Table | null;
  /** Numbers of rows above the page breaks that the document asks for. */
  readonly breaks: number[];
  /** Rows that stay together on paper. */
  readonly kept: Kept[];
  /** The first row that prints: above it stands what every printed page has in its header. */
  printedFrom: number;
}

/** A sheet with its pages: boxes end where a page does. */
export interface PagedSheet extends SheetPlan {
  /** Numbers of rows above each page break. */
  readonly pageBreaks: readonly number[];
}

/**
 * Takes rows that together hold `height` points of text with lines of `line` points, more than one where the text is
 * higher than `most`; returns how many. Each of several has room for whole lines, as a page may end after any of them.
 */
export function addRows(plan: SheetPlan, height: number, line = 0, most = maxRowHeight): number {
  const limit = Math.min(most, maxRowHeight);
  const count = height <= limit ? 1 : Math.ceil(height / Math.max(limit - line - rowPadding, line + rowPadding));
  const each = count === 1 ? height : height / count + line + rowPadding;
  // Excel keeps heights in quarters of a point.
  for (let i = 0; i < count; i += 1) plan.heights.push(Math.min(maxRowHeight, Math.ceil(each * 4) / 4));
  return count;
}
