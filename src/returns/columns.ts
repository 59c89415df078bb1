import type { Cell, Row, Table } from '../model/document.ts';
import { normaliseText } from '../model/normalise.ts';
import { plainText } from '../model/text.ts';

/** What the columns of a list of returns are called; the first of each is the usual name. */
const labels = {
  month: ['月份', '报告月份', '统计月份'],
  reporter: ['填报单位', '区县', '区、县（市）', '单位名称'],
  target: ['目标编号', '编号', '目标序号'],
  cumulative: ['累计完成', '累计完成数', '截至目前累计完成'],
  revision: ['版次'],
  cutoff: ['截止日期', '数据截止日期'],
  unit: ['单位', '计量单位'],
  remark: ['说明', '备注'],
  nature: ['数据性质'],
} as const;

export type ReturnColumn = keyof typeof labels;
const required: readonly ReturnColumn[] = ['month', 'reporter', 'target', 'cumulative'];

/** A row of a list of returns: the cell and its text under each known column; absent columns are empty. */
export interface ReturnRow {
  text(column: ReturnColumn): string;
  cell(column: ReturnColumn): Cell | null;
}

/** The rows below the header; null where no row is a header of returns. */
export function returnRows(table: Table): ReturnRow[] | null {
  const rows = [...table.head, ...table.groups.flat()];
  const start = rows.findIndex((row) => {
    const found = columnsOf(row);
    return required.every((column) => found.has(column));
  });
  const header = rows[start];
  if (!header) return null;
  const columns = columnsOf(header);
  return rows
    .slice(start + 1)
    .filter((row) => row.cells.some((cell) => textOf(cell) !== ''))
    .map((row) => {
      const cell = (column: ReturnColumn) => row.cells[columns.get(column) ?? -1] ?? null;
      return { cell, text: (column) => textOf(cell(column)) };
    });
}

function columnsOf(header: Row): Map<ReturnColumn, number> {
  const found = new Map<ReturnColumn, number>();
  for (const [index, cell] of header.cells.entries())
    for (const [column, names] of Object.entries(labels))
      if ((names as readonly string[]).includes(textOf(cell))) found.set(column as ReturnColumn, index);
  return found;
}

function textOf(cell: Cell | null): string {
  return cell === null ? '' : normaliseText(plainText(cell.content));
}
