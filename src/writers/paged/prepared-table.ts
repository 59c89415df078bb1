import type { Table } from '../../model/document.ts';
import type { TableStyle } from './table-plan.ts';
import { type ColumnNeeds, columnNeeds, type PreparedCell, TextPreparer } from './table-text.ts';

/** A table with measured texts. */
export interface PreparedTable {
  readonly table: Table;
  readonly head: readonly PreparedCell[];
  readonly body: readonly PreparedCell[];
  readonly rowCount: number;
  /** First rows of the groups. */
  readonly groupStarts: ReadonlySet<number>;
  readonly needs: ColumnNeeds;
  readonly leading: number;
}

/** Measures all texts of a table and what they ask of its columns. */
export function prepareTable(table: Table, style: TableStyle): PreparedTable {
  const preparer = new TextPreparer(style);
  const rows = table.groups.flat();
  const head = preparer.prepareRows(table.head, table.columns);
  const body = preparer.prepareRows(rows, table.columns);
  const groupStarts = new Set<number>();
  let row = 0;
  for (const group of table.groups) {
    groupStarts.add(row);
    row += group.length;
  }
  const needs = columnNeeds([...head, ...body], table.columns.length);
  return { table, head, body, rowCount: rows.length, groupStarts, needs, leading: leadingColumns(table, head) };
}

/** The columns before the first group of columns: those whose heading goes down all head rows. At least one. */
function leadingColumns(table: Table, head: readonly PreparedCell[]): number {
  const whole = head.filter(({ row, cell }) => row === 0 && cell.colspan === 1 && cell.rowspan === table.head.length);
  const columns = new Set(whole.map(({ column }) => column));
  if (table.head.length < 2) return 1;
  let count = 0;
  while (columns.has(count)) count += 1;
  return Math.max(1, count);
}
