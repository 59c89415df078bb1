import type { Cell, TableColumn } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';
import { runTrees } from './runs.ts';
import type { SizedTable } from './sized-table.ts';
import { tableTextStyle } from './style-ids.ts';
import { type Tree, tree } from './tree.ts';
import { wordColour } from './units.ts';

/** One `w:tc`: a cell of the model, a further row of one, or a place that the model leaves open. */
export interface CellPlace {
  /** Null where the model has no cell. */
  readonly cell: Cell | null;
  readonly column: number;
  /** Below the first row of a cell that spans rows. */
  readonly continued: boolean;
  readonly keepNext: boolean;
}

/** The cell as Word has it: a cell over several rows is one in each row, all but the first empty. */
export function wordCell(place: CellPlace, sized: SizedTable, theme: Theme): Tree {
  const { cell, column, continued } = place;
  const end = column + (cell?.colspan ?? 1);
  const columns = sized.table.columns.slice(column, end);
  const width = sized.columnWidths.slice(column, end).reduce((sum, twips) => sum + twips, 0);
  const fill = fillOf(cell, columns, theme);
  const properties = [tree('w:tcW', { 'w:w': width, 'w:type': 'dxa' })];
  if (columns.length > 1) properties.push(tree('w:gridSpan', { 'w:val': columns.length }));
  if (cell !== null && cell.rowspan > 1)
    properties.push(tree('w:vMerge', { 'w:val': continued ? 'continue' : 'restart' }));
  if (fill !== null)
    properties.push(tree('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': wordColour(fill) }));
  properties.push(tree('w:vAlign', { 'w:val': 'center' }));
  return tree('w:tc', null, tree('w:tcPr', null, ...properties), paragraph(place, columns, sized.fit.size));
}

function paragraph(place: CellPlace, columns: readonly TableColumn[], size: number): Tree {
  const cell = place.continued ? null : place.cell;
  const heading = cell?.header ?? false;
  const align = cell?.align ?? (heading ? 'center' : columns[0]?.align);
  const properties = [tree('w:pStyle', { 'w:val': tableTextStyle(size, heading) })];
  if (place.keepNext) properties.push(tree('w:keepNext'));
  if (cell !== null && align !== (heading ? 'center' : 'left'))
    properties.push(tree('w:jc', { 'w:val': align ?? 'left' }));
  return tree('w:p', null, tree('w:pPr', null, ...properties), ...runTrees(cell?.content ?? []));
}

/** Marked columns are shaded from head to foot; a cell that reaches beyond them is not. */
function fillOf(cell: Cell | null, columns: readonly TableColumn[], theme: Theme): string | null {
  if (columns.every((column) => column.marked)) return theme.colours.marked;
  return cell?.header ? theme.colours.tableHead : null;
}
