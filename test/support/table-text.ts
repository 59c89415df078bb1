import type { Table } from '../../src/model/document.ts';
import { gridOf } from '../../src/model/grid.ts';
import { plainText } from '../../src/model/text.ts';

/** A table as lines of fields with tabs between, as copied from an office program. */
export function tableText(table: Table): string {
  const grid = gridOf([...table.head, ...table.groups.flat()], table.columns.length);
  const lines = grid.at.map((row, r) =>
    row.map((placed, c) => (placed?.row === r && placed.column === c ? plainText(placed.cell.content) : '')).join('\t'),
  );
  return lines.join('\n');
}
