import type { Table, TableColumn } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';
import { fitText, type TextFit } from './text-size.ts';

/** A table with what the writer worked out for it. */
export interface SizedTable {
  readonly table: Table;
  /** In twips; their sum is the width of the page's text. */
  readonly columnWidths: readonly number[];
  readonly fit: TextFit;
}

/** Works out column widths and text size of a table on a page whose text is `width` twips wide. */
export function sizeTable(table: Table, width: number, theme: Theme): SizedTable {
  const columnWidths = scaleColumns(table.columns, width);
  return { table, columnWidths, fit: fitText(table, columnWidths, theme) };
}

/** Scales columns to `width` twips; rounding moves a border by at most a twip and never the right edge. */
function scaleColumns(columns: readonly TableColumn[], width: number): number[] {
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  let passed = 0;
  let left = 0;
  return columns.map((column) => {
    passed += column.width;
    const right = Math.round((passed / total) * width);
    const scaled = right - left;
    left = right;
    return scaled;
  });
}
