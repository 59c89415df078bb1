import type { Cell, Table } from '../../model/document.ts';
import { gridOf } from '../../model/grid.ts';
import type { Theme } from '../../model/theme.ts';
import { officeRuler } from '../office-ruler.ts';
import { chooseSetting, type TableSetting } from '../paged/plan-table.ts';
import { prepareTable } from '../paged/prepared-table.ts';
import { remembering, settingKey } from '../paged/remember.ts';
import type { TableFrame } from '../paged/table-plan.ts';
import { figureWidths, unitInsets } from '../unit-insets.ts';
import { panelTable } from './panel-table.ts';
import { keepRows, type RowKeeping } from './row-keeping.ts';
import { tableLineHeight } from './table-styles.ts';

/** Characters of a figure are set no narrower than this share of their width, and hardly narrower in small print. */
const narrowestFigure = 0.65;
const narrowestInSmallPrint = 0.85;

/** How a table is set: size in points, room around the words of a cell in em. */
export interface TextFit {
  readonly size: number;
  readonly padding: { readonly horizontal: number; readonly vertical: number };
}

/** A Word table with what the writer worked out for it: a table of the model, or those of its columns that share a page. */
export interface SizedTable {
  readonly table: Table;
  /** In twips; their sum is the width of the page's text. */
  readonly columnWidths: readonly number[];
  readonly fit: TextFit;
  /** For the rows below the head. */
  readonly keeping: readonly RowKeeping[];
  /** Em kept free right of figures, so that their digits end at one axis. */
  readonly insets: ReadonlyMap<Cell, number>;
}

const roomy = { horizontal: 0.5, vertical: 0.35 };
const tight = { horizontal: 0.25, vertical: 0.2 };
/** Word draws a rule between rows; half a point, in em of a usual size. */
const rule = 0.06;

/**
 * Works out columns, text size and page breaks of a table as the pages of a PDF have them, by estimates where those are
 * measured. Columns that do not fit side by side become tables of their own, one below the other, each with the leading
 * columns. Where all fits at the largest size, there is more room around the words.
 */
export function sizeTables(table: Table, frame: TableFrame, theme: Theme, keepLast: boolean): SizedTable[] {
  const spacious = settingOf(table, frame, theme, roomy);
  const all = spacious.size === theme.sizes.table && spacious.panels.length === 1;
  const padding = all ? roomy : tight;
  const { size, panels } = all ? spacious : tightSetting(table, frame, theme);
  return panels.map(({ panel, plan }, index) => {
    const part = panelTable(table, panel.columns);
    const columnWidths = wholeTwips(panel.widths);
    const fit = { size, padding };
    const keeping = keepRows(plan.body, keepLast && index === panels.length - 1);
    return { table: part, columnWidths, fit, keeping, insets: insetsOf(part, columnWidths, fit) };
  });
}

function insetsOf(table: Table, widths: readonly number[], { size, padding }: TextFit): Map<Cell, number> {
  const figures = gridOf(table.groups.flat(), table.columns.length).cells.flatMap(({ cell, column }) => {
    const align = cell.align ?? table.columns[column]?.align ?? 'left';
    const figure = figureWidths(cell, align, (character, strong) => officeRuler.width(character, strong));
    const room = (widths[column] as number) / 20 / size - 2 * padding.horizontal;
    return figure === null ? [] : [{ ...figure, cell, column, room }];
  });
  const insets = unitInsets(figures);
  return new Map(figures.map(({ cell }, index) => [cell, insets[index] as number]));
}

function tightSetting(table: Table, frame: TableFrame, theme: Theme): TableSetting {
  const setting = settingOf(table, frame, theme, tight);
  return setting.size >= easySize(theme) ? setting : settingOf(table, frame, theme, tight, narrowestInSmallPrint);
}

function easySize({ sizes }: Theme): number {
  return (sizes.table + Math.min(sizes.table, sizes.tableMin)) / 2;
}

function settingOf(
  table: Table,
  frame: TableFrame,
  theme: Theme,
  padding: TextFit['padding'],
  condense = narrowestFigure,
): TableSetting {
  const { table: largest, tableMin } = theme.sizes;
  const smallest = Math.min(largest, tableMin);
  const style = {
    ruler: officeRuler,
    largest,
    smallest,
    easy: easySize(theme),
    lineHeight: tableLineHeight,
    // A line as wide as its cell would be broken by the rounding of a twip.
    padX: padding.horizontal + 0.05,
    padY: padding.vertical + rule / 2,
    condense,
  };
  const key = `${settingKey(table)}${JSON.stringify([frame, style])}`;
  return remember(key, () => chooseSetting(prepareTable(table, style), style, frame));
}

const remember = remembering<TableSetting>();

/** Rounding moves a border by at most a twip and never the right edge. */
function wholeTwips(widths: readonly number[]): number[] {
  let passed = 0;
  let left = 0;
  return widths.map((width) => {
    passed += width * 20;
    const right = Math.round(passed);
    const twips = right - left;
    left = right;
    return twips;
  });
}
