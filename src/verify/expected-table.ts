import type { Document, Table } from '../model/document.ts';
import { figuresTable } from '../writers/chart/figures-table.ts';
import { bareText } from './bare-text.ts';
import type { Traits } from './found.ts';
import { cellsOf, rowsOf, type Spread, type SpreadCell, spread } from './spread-table.ts';

/** A cell as the model has it. */
export interface ExpectedCell extends SpreadCell {
  /** The remark on it; null for none. */
  readonly note: string | null;
}

/** A table as the model has it. */
export interface ExpectedTable extends Spread<ExpectedCell> {
  readonly name: string;
  readonly section: string;
  readonly headRows: number;
  /** What rows and columns are called in messages. */
  readonly rowNames: readonly string[];
  readonly columnNames: readonly string[];
  /** Row and column keys of the model and where they are, for formulas. */
  readonly rowKeys: ReadonlyMap<string, number>;
  readonly columnKeys: ReadonlyMap<string, number>;
}

/** The tables of a document in their order; where lines are drawn from cells, with the figures of line charts. */
export function expectedTables(
  { sections }: Document,
  { drawnFromCells }: Pick<Traits, 'drawnFromCells'>,
): ExpectedTable[] {
  return sections.flatMap(({ name, blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind === 'table') return [expectedTable(block, name)];
      return block.kind === 'line-chart' && drawnFromCells ? [expectedTable(figuresTable(block), name)] : [];
    }),
  );
}

function expectedTable(table: Table, section: string): ExpectedTable {
  const rows = rowsOf(table);
  const columnCount = table.columns.length;
  const cells = cellsOf(rows, columnCount, (cell, { note = null }): ExpectedCell => ({ ...cell, note }));
  const begins = new Set(cells.map(({ row }) => row));
  const visible = [...rows.keys()].filter((row) => begins.has(row));
  const whole = spread(cells, rows.length, columnCount);
  const headRows = visible.filter((row) => row < table.head.length).length;
  const rowKeys = new Map<string, number>();
  for (const [index, row] of visible.entries()) {
    const key = rows[row]?.key;
    if (key != null) rowKeys.set(key, index);
  }
  return {
    ...whole,
    name: table.name,
    section,
    headRows,
    rowNames: visible.map((row, index) =>
      index < headRows ? 'head' : (rows[row]?.key ?? String(index - headRows + 1)),
    ),
    columnNames: table.columns.map(({ key }, column) => {
      const label = headRows === 0 ? '' : bareText(whole.at[headRows - 1]?.[column]?.text ?? '');
      return label === '' ? key : label;
    }),
    rowKeys,
    columnKeys: new Map(table.columns.map(({ key }, column) => [key, column])),
  };
}
