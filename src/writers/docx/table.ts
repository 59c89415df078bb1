import type { Row } from '../../model/document.ts';
import { gridOf } from '../../model/grid.ts';
import type { Theme } from '../../model/theme.ts';
import { type CellPlace, wordCell } from './cell.ts';
import type { RowKeeping } from './row-keeping.ts';
import type { SizedTable } from './sized-table.ts';
import { styleIds } from './style-ids.ts';
import { type Tree, TreeBlock, tree } from './tree.ts';
import { twipsOfPoints } from './units.ts';

/** A table of fixed columns whose head repeats on every page, and whose rows stay together as they were sized. */
export function wordTable(sized: SizedTable, theme: Theme): TreeBlock {
  const { table, columnWidths, keeping } = sized;
  const head = table.head.map((row) => ({ row, keepNext: true, cantSplit: true, whole: true }));
  const body = table.groups.flat().map((row, index) => ({ row, ...(keeping[index] as RowKeeping) }));
  const grid = columnWidths.map((width) => tree('w:gridCol', { 'w:w': width }));
  return new TreeBlock('w:tbl', [
    properties(sized),
    tree('w:tblGrid', null, ...grid),
    ...wordRows(head, sized, theme, true),
    ...wordRows(body, sized, theme, false),
  ]);
}

function properties({ columnWidths, fit }: SizedTable): Tree {
  const width = (name: string, twips: number) => tree(name, { 'w:w': twips, 'w:type': 'dxa' });
  const total = columnWidths.reduce((sum, column) => sum + column, 0);
  const vertical = twipsOfPoints(fit.size * fit.padding.vertical);
  const horizontal = twipsOfPoints(fit.size * fit.padding.horizontal);
  const sides = { top: vertical, left: horizontal, bottom: vertical, right: horizontal };
  return tree(
    'w:tblPr',
    null,
    tree('w:tblStyle', { 'w:val': styleIds.table }),
    width('w:tblW', total),
    tree('w:tblLayout', { 'w:type': 'fixed' }),
    tree('w:tblCellMar', null, ...Object.entries(sides).map(([side, twips]) => width(`w:${side}`, twips))),
  );
}

interface KeptRow extends RowKeeping {
  readonly row: Row;
}

function wordRows(rows: readonly KeptRow[], sized: SizedTable, theme: Theme, head: boolean): Tree[] {
  const grid = gridOf(
    rows.map(({ row }) => row),
    sized.columnWidths.length,
  );
  return grid.at.map((line, rowIndex) => {
    const cells: Tree[] = [];
    for (let column = 0; column < line.length; ) {
      const placed = line[column] ?? null;
      const place: CellPlace = {
        cell: placed?.cell ?? null,
        column,
        continued: placed !== null && placed.row < rowIndex,
        keepNext: rows[rowIndex]?.keepNext ?? false,
        whole: rows[rowIndex]?.whole ?? true,
      };
      cells.push(wordCell(place, sized, theme));
      column += placed?.cell.colspan ?? 1;
    }
    const flags = [...(rows[rowIndex]?.cantSplit ? [tree('w:cantSplit')] : []), ...(head ? [tree('w:tblHeader')] : [])];
    return tree('w:tr', null, ...(flags.length > 0 ? [tree('w:trPr', null, ...flags)] : []), ...cells);
  });
}
