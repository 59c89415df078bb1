import type { Document } from '../model/document.ts';
import { bareText } from './bare-text.ts';
import { type ExpectedCell, type ExpectedTable, expectedTables } from './expected-table.ts';
import { spread } from './spread-table.ts';

/** What a table of fields holds of a document: the banner, then all tables below each other, the words of a merged cell in its first field. */
export function expectedRecords(document: Document): ExpectedTable {
  const tables = expectedTables(document, { drawnFromCells: false });
  const columnCount = Math.max(1, ...tables.map((table) => table.columnCount));
  const rowNames: string[] = [];
  const cells: ExpectedCell[] = [];
  const add = (name: string, texts: readonly string[]) => {
    for (let column = 0; column < columnCount; column += 1) {
      const text = texts[column] ?? '';
      const place = { row: rowNames.length, column, rowspan: 1, colspan: 1 };
      cells.push({ ...place, text, bare: bareText(text), value: null, note: null });
    }
    rowNames.push(name);
  };
  if (document.banner !== null) add('head', [document.banner]);
  for (const table of tables)
    for (const [row, line] of table.at.entries()) {
      const texts = line.map((cell, column) => (cell?.row === row && cell.column === column ? cell.text : ''));
      add(`${table.name} ${table.rowNames[row]}`, texts);
    }
  return {
    ...spread(cells, rowNames.length, columnCount),
    name: document.title,
    section: '',
    headRows: 0,
    rowNames,
    columnNames: Array.from({ length: columnCount }, (_, column) => String(column + 1)),
    rowKeys: new Map(),
    columnKeys: new Map(),
  };
}
