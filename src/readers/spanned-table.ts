import type { Cell, Row, Table, TableColumn } from '../model/document.ts';
import { plainText } from '../model/text.ts';

/** A cell at its place in the table, 0-based. */
export interface Rectangle {
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
}

/** What a reader knows of a table besides its cells. */
export interface TableFrame {
  readonly name: string;
  readonly rowCount: number;
  /** Relative widths, one for each column. */
  readonly widths: readonly number[];
  /** How many rows at the top repeat on each page. */
  readonly headRows: number;
  /** The cell for a place that the file leaves open. */
  readonly blank: (row: number, column: number) => Cell;
}

/** A table of cells that do not overlap and lie within it, in reading order; places without one become blank cells. */
export function spannedTable(rectangles: readonly Rectangle[], frame: TableFrame): Table {
  const { rowCount, widths } = frame;
  const width = widths.length;
  /** By column, the row down to which a cell from above reaches. */
  const reach = new Array<number>(width).fill(0);
  /** Rows that a span joins to the row above. */
  const joined = new Array<boolean>(rowCount).fill(false);
  const rows: Cell[][] = [];
  let next = 0;
  for (let row = 0; row < rowCount; row += 1) {
    const cells: Cell[] = [];
    for (let column = 0; column < width; ) {
      if ((reach[column] as number) > row) {
        joined[row] ||= (reach[column] as number) > row;
        column += 1;
        continue;
      }
      const found = rectangles[next];
      const here = found !== undefined && found.row === row && found.column === column;
      const cell = here ? found.cell : frame.blank(row, column);
      if (here) next += 1;
      cells.push(cell);
      reach.fill(row + cell.rowspan, column, column + cell.colspan);
      column += cell.colspan;
    }
    rows.push(cells);
  }
  const headRows = joined[frame.headRows] ? 0 : Math.min(frame.headRows, rowCount);
  const head = rows.slice(0, headRows).map(headRow);
  return {
    kind: 'table',
    name: frame.name,
    columns: columnsOf(head, widths),
    head,
    groups: groupsOf(rows, joined, headRows),
  };
}

function headRow(cells: readonly Cell[]): Row {
  return { key: null, cells: cells.map((cell) => ({ ...cell, header: true })) };
}

/** Rows that a span holds together are one group. */
function groupsOf(rows: readonly Cell[][], joined: readonly boolean[], from: number): Row[][] {
  const groups: Row[][] = [];
  for (let row = from; row < rows.length; row += 1) {
    const line: Row = { key: null, cells: rows[row] as Cell[] };
    const open = groups.at(-1);
    if (joined[row] && open) open.push(line);
    else groups.push([line]);
  }
  return groups;
}

/** A column is called by the last label that heads it alone, or by its number where none does. */
function columnsOf(head: readonly Row[], widths: readonly number[]): TableColumn[] {
  const labels = new Array<string>(widths.length).fill('');
  const reach = new Array<number>(widths.length).fill(0);
  for (const [index, { cells }] of head.entries()) {
    let column = 0;
    for (const cell of cells) {
      while ((reach[column] ?? 0) > index) column += 1;
      if (cell.colspan === 1) labels[column] = plainText(cell.content).trim();
      reach.fill(index + cell.rowspan, column, column + cell.colspan);
      column += cell.colspan;
    }
  }
  const count = new Map<string, number>();
  for (const label of labels) count.set(label, (count.get(label) ?? 0) + 1);
  return widths.map((width, index) => {
    const label = labels[index] as string;
    const key = label !== '' && count.get(label) === 1 && !/^\d+$/.test(label) ? label : String(index + 1);
    return { key, width, align: 'left', marked: false };
  });
}
