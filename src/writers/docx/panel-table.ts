import type { Cell, Row, Table } from '../../model/document.ts';
import { gridOf } from '../../model/grid.ts';
import { cutCell } from '../paged/cut-cell.ts';
import { continuedContent } from '../paged/table-text.ts';

/**
 * A table of some of the columns, cells across the others cut to them. A cell that begins in an earlier panel says its
 * words again with 「（续）」, as the pages of a PDF do.
 */
export function panelTable(table: Table, columns: readonly number[]): Table {
  const whole = columns.length === table.columns.length;
  const cut = (rows: readonly Row[]) => (whole ? rows : panelRows(rows, table.columns.length, columns));
  return {
    ...table,
    columns: table.columns.filter((_, index) => columns.includes(index)),
    head: withoutEmptyRows(cut(table.head), columns.length),
    groups: table.groups.map(cut),
  };
}

/** LibreOffice repeats a head without its words if no cell begins in one of its rows. */
function withoutEmptyRows(rows: readonly Row[], columnCount: number): readonly Row[] {
  const used = rows.map(({ cells }) => cells.length > 0);
  if (!used.includes(false)) return rows;
  const cells: Cell[][] = rows.map(() => []);
  for (const { cell, row } of gridOf(rows, columnCount).cells) {
    const rowspan = used.slice(row, row + cell.rowspan).filter(Boolean).length;
    cells[row]?.push({ ...cell, rowspan });
  }
  return rows.map((row, index) => ({ ...row, cells: cells[index] ?? [] })).filter((_, index) => used[index]);
}

function panelRows(rows: readonly Row[], columnCount: number, columns: readonly number[]): Row[] {
  const cells: Cell[][] = rows.map(() => []);
  for (const placed of gridOf(rows, columnCount).cells) {
    const cut = cutCell(placed, columns);
    if (cut === null) continue;
    const { cell, row } = placed;
    const content = cut.continued ? continuedContent(cell.content) : cell.content;
    cells[row]?.push({ ...cell, content, colspan: cut.colspan });
  }
  return rows.map((row, index) => ({ ...row, cells: cells[index] ?? [] }));
}
