import { statementsOf } from './compare-chart.ts';
import type { ExpectedTable } from './expected-table.ts';
import type { AnyChart } from './expected-texts.ts';
import { type FoundCell, type FoundTable, type FoundText, foundText } from './found.ts';
import { spread } from './spread-table.ts';

/** The tables of sheets, parted from what stands right above and below them, and the words of that. */
export interface SheetTables {
  readonly tables: readonly FoundTable[];
  readonly texts: readonly FoundText[];
}

type Line = FoundTable['at'][number];

/**
 * A spreadsheet draws bars as rows of label, figure and bar, leaves empty rows for other drawings, and nothing parts
 * these from a table below. Here a row that begins with a label of a chart and has a bar ends a table, and so does an
 * empty row unless a table of the document has one.
 */
export function sheetTables(
  found: readonly FoundTable[],
  charts: readonly AnyChart[],
  expected: readonly ExpectedTable[],
): SheetTables {
  const words = new Set(charts.flatMap(statementsOf));
  // The bar is a number that shows nothing.
  const isDrawn = (line: Line) =>
    words.has(line[0]?.bare ?? '') && line.some((cell) => cell?.bare === '' && cell.value !== null);
  const emptyRows = expected.some(({ at }) => at.some((line) => line.every((cell) => (cell?.bare ?? '') === '')));
  const ends = (line: Line) => isDrawn(line) || (!emptyRows && line.every((cell) => cell === null || isEmpty(cell)));
  const texts: FoundText[] = [];
  const tables = found.flatMap((table) => {
    if (table.where.sheet === '' || !table.at.some(ends)) return [table];
    const runs: number[][] = [[]];
    for (const [row, line] of table.at.entries()) {
      if (!ends(line)) runs.at(-1)?.push(row);
      else {
        for (const cell of new Set(line)) if (cell) texts.push(foundText(cell.text, cell.where, table.order));
        runs.push([]);
      }
    }
    return runs.filter((run) => run.length > 0).map((run) => rowsOnly(table, run));
  });
  return { tables, texts };
}

/** Neighbouring rows of a table as one of its own, without empty columns at its right. */
function rowsOnly(table: FoundTable, rows: readonly number[]): FoundTable {
  const [first, last] = [rows[0] as number, rows.at(-1) as number];
  const cells = table.cells
    .filter(({ row }) => row >= first && row <= last)
    .map((cell): FoundCell => ({ ...cell, row: cell.row - first }));
  const width = Math.max(0, ...cells.filter((cell) => !isEmpty(cell)).map(({ column, colspan }) => column + colspan));
  const inside = cells.filter(({ column }) => column < width);
  return { ...table, ...spread(inside, rows.length, width), repeatedRows: null };
}

function isEmpty({ bare, value, colspan, rowspan }: FoundCell): boolean {
  return bare === '' && value === null && colspan === 1 && rowspan === 1;
}
