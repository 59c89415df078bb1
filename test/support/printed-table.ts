import type { Cell, Table } from '../../src/model/document.ts';
import { gridOf, type PlacedCell } from '../../src/model/grid.ts';
import { plainText } from '../../src/model/text.ts';
import type { PdfTable } from './pdf-tables.ts';

/** The part of a table that shows some of its columns: what each column of the paper says, from its head to its foot. */
export interface ColumnWords {
  /** Columns of the table, as their heads name them. */
  readonly columns: readonly number[];
  /** By first column and number of columns on the paper, `3+1`: the words of its heads on each page. */
  readonly heads: readonly ReadonlyMap<string, string>[];
  /** By the same key: the words of its cells in the order of the rows, one after another. */
  readonly body: ReadonlyMap<string, string>;
}

const blank = /\s/g;

/**
 * Puts together what tables on successive pages say. The columns are told by their heads, which must be unique; pages
 * that show the same columns belong together. White space is layout: it breaks lines and aligns figures.
 */
export function printedWords(tables: readonly PdfTable[], table: Table): ColumnWords[] {
  const labels = headLabels(table);
  const parts = new Map<string, { columns: number[]; heads: Map<string, string>[]; body: Map<string, string> }>();
  for (const printed of tables) {
    const { columns, headRows } = columnsOf(printed, labels);
    const key = columns.join();
    const part = parts.get(key) ?? { columns, heads: [], body: new Map<string, string>() };
    parts.set(key, part);
    const head = new Map<string, string>();
    for (const { row, column, colspan, text } of printed.cells) {
      const place = `${column}+${colspan}`;
      const words = row < headRows ? head : part.body;
      const before = words.get(place) ?? '';
      const said = text.replaceAll(blank, '');
      if (said !== '' && !(row === headRows && saysAgain(said, before))) words.set(place, before + said);
    }
    part.heads.push(head);
  }
  return [...parts.values()];
}

/** Whether a page begins with the words of a cell that goes on from the page before, 「（续）」 behind them. */
function saysAgain(text: string, before: string): boolean {
  return text.endsWith('（续）') && (before.endsWith(text) || before.endsWith(text.slice(0, -'（续）'.length)));
}

/** Leaf heads of a table by their words. */
function headLabels(table: Table): Map<string, number> {
  const grid = gridOf(table.head, table.columns.length);
  const leaves = grid.at.at(-1) ?? [];
  return new Map(leaves.map((placed, column) => [plainText(placed?.cell.content ?? []), column]));
}

/** Which columns a printed table shows, and how many of its rows are heads. */
function columnsOf(printed: PdfTable, labels: ReadonlyMap<string, number>): { columns: number[]; headRows: number } {
  const heads = printed.cells.filter(({ text, colspan }) => colspan === 1 && labels.has(text.replaceAll(blank, '')));
  const headRows = Math.max(...heads.map(({ row, rowspan }) => row + rowspan));
  const columns = Array.from({ length: printed.columnCount }, (_, place) => {
    const leaf = heads.find(({ column, row, rowspan }) => column === place && row + rowspan === headRows);
    if (leaf === undefined) throw new Error(`page ${printed.page}: column ${place + 1} has no head that is known`);
    return labels.get(leaf.text.replaceAll(blank, '')) as number;
  });
  return { columns, headRows };
}

/** What a part of a table that shows these columns has to say. */
export function expectedWords(
  table: Table,
  columns: readonly number[],
): Omit<ColumnWords, 'heads'> & { head: Map<string, string> } {
  const words = (cells: readonly PlacedCell[]) => {
    const found = new Map<string, string>();
    for (const { cell, column } of cells) {
      const places = columns.map((each, place) => (each >= column && each < column + cell.colspan ? place : -1));
      const shown = places.filter((place) => place >= 0);
      if (shown.length === 0) continue;
      const text = wordsOf(cell, columns[shown[0] as number] !== column);
      const key = `${shown[0]}+${shown.length}`;
      if (text !== '') found.set(key, (found.get(key) ?? '') + text);
    }
    return found;
  };
  const count = table.columns.length;
  return {
    columns,
    head: words(gridOf(table.head, count).cells),
    body: words(gridOf(table.groups.flat(), count).cells),
  };
}

function wordsOf(cell: Cell, continued: boolean): string {
  const text = plainText(cell.content).replaceAll(blank, '');
  return continued && text !== '' && !cell.header ? `${text}（续）` : text;
}
