import type { Cell, Table } from '../model/document.ts';
import { type Grid, gridOf } from '../model/grid.ts';
import { normaliseText } from '../model/normalise.ts';
import { plainText } from '../model/text.ts';

/** What the columns of a list of returns are called; the first of each is the usual name. */
const labels = {
  month: ['月份', '报告月份', '统计月份'],
  reporter: ['填报单位', '单位名称'],
  /** Whose figure it is, in the list of a lead unit; in a list without 填报单位, who reports. */
  column: ['区、县（市）', '区县', '区县（市）'],
  target: ['目标编号', '编号', '目标序号'],
  cumulative: ['累计完成', '累计完成数', '截至目前累计完成'],
  rate: ['完成率', '完成比例', '完成进度', '完成百分比'],
  revision: ['版次'],
  cutoff: ['截止日期', '数据截止日期'],
  unit: ['单位', '计量单位'],
  remark: ['说明', '备注'],
  fallReason: ['数字下降的原因', '数字下降原因', '下降原因'],
  problems: ['存在问题', '存在的问题'],
  nextSteps: ['下一步打算', '下一步措施', '下步打算'],
  nature: ['数据性质'],
} as const;

type Line = Grid['at'][number];

export type ReturnColumn = keyof typeof labels;
const required: readonly ReturnColumn[] = ['month', 'reporter', 'target', 'cumulative'];

/** What holds for every row beside a merged cell; a target and its figure are of one row alone. */
const shared: readonly ReturnColumn[] = ['month', 'reporter', 'column', 'revision', 'cutoff', 'unit', 'nature'];

/** A row of a list of returns: the cell and its text under each known column; absent columns are empty. */
export interface ReturnRow {
  has(column: ReturnColumn): boolean;
  /** In one spelling. */
  text(column: ReturnColumn): string;
  /** As it was typed, without space around it. */
  words(column: ReturnColumn): string;
  cell(column: ReturnColumn): Cell | null;
  /** Whether the cell belongs to other rows or columns as well. */
  merged(column: ReturnColumn): boolean;
}

/** The rows below the header; null where no row is a header of returns. */
export function returnRows(table: Table): ReturnRow[] | null {
  const lines = gridOf([...table.head, ...table.groups.flat()], table.columns.length).at;
  const start = lines.findIndex((line) => {
    const found = columnsOf(line);
    return required.every((column) => found.has(column));
  });
  const header = lines[start];
  if (!header) return null;
  const columns = columnsOf(header);
  return lines
    .slice(start + 1)
    .map((line) => rowOf(line, columns))
    .filter((row) => [...columns.keys()].some((column) => row.text(column) !== ''));
}

function rowOf(line: Line, columns: ReadonlyMap<ReturnColumn, number>): ReturnRow {
  const cell = (column: ReturnColumn) => line[columns.get(column) ?? -1]?.cell ?? null;
  return {
    cell,
    has: (column) => columns.has(column),
    text: (column) => textOf(cell(column)),
    words: (column) => plainText(cell(column)?.content ?? []).trim(),
    merged: (column) => {
      const { rowspan = 1, colspan = 1 } = cell(column) ?? {};
      return !shared.includes(column) && (rowspan > 1 || colspan > 1);
    },
  };
}

function columnsOf(header: Line): Map<ReturnColumn, number> {
  const found = new Map<ReturnColumn, number>();
  for (const [index, placed] of header.entries())
    for (const [column, names] of Object.entries(labels))
      if ((names as readonly string[]).includes(textOf(placed?.cell ?? null)) && !found.has(column as ReturnColumn))
        found.set(column as ReturnColumn, index);
  const own = found.get('column');
  if (own === undefined || found.has('reporter')) return found;
  found.delete('column');
  return found.set('reporter', own);
}

function textOf(cell: Cell | null): string {
  return cell === null ? '' : normaliseText(plainText(cell.content));
}
