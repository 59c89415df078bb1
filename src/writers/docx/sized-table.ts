import type { Table } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';
import { officeRuler } from '../office-ruler.ts';
import { chooseSetting, type TableSetting } from '../paged/plan-table.ts';
import { prepareTable } from '../paged/prepared-table.ts';
import type { TableFrame } from '../paged/table-plan.ts';
import { panelTable } from './panel-table.ts';
import { keepRows, type RowKeeping } from './row-keeping.ts';
import { tableLineHeight } from './table-styles.ts';

/** Characters of a figure are set no narrower than this share of their width. */
const narrowestFigure = 0.65;

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
  const { size, panels } = all ? spacious : settingOf(table, frame, theme, tight);
  return panels.map(({ panel, plan }, index) => ({
    table: panelTable(table, panel.columns),
    columnWidths: wholeTwips(panel.widths),
    fit: { size, padding },
    keeping: keepRows(plan.body, keepLast && index === panels.length - 1),
  }));
}

function settingOf(table: Table, frame: TableFrame, theme: Theme, padding: TextFit['padding']): TableSetting {
  const { table: largest, tableMin } = theme.sizes;
  const smallest = Math.min(largest, tableMin);
  const style = {
    ruler: officeRuler,
    largest,
    smallest,
    easy: (largest + smallest) / 2,
    lineHeight: tableLineHeight,
    // A line as wide as its cell would be broken by the rounding of a twip.
    padX: padding.horizontal + 0.05,
    padY: padding.vertical + rule / 2,
    condense: narrowestFigure,
  };
  return chooseSetting(prepareTable(table, style), style, frame);
}

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
