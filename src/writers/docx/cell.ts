import type { Cell, TableColumn } from '../../model/document.ts';
import { plainText } from '../../model/text.ts';
import type { Theme } from '../../model/theme.ts';
import { isQuantity } from '../paged/quantity-text.ts';
import { runTrees } from './runs.ts';
import type { SizedTable } from './sized-table.ts';
import { tableTextStyle } from './style-ids.ts';
import { type Tree, tree } from './tree.ts';
import { twipsOfPoints, wordColour } from './units.ts';

/** One `w:tc`: a cell of the model, a further row of one, or a place that the model leaves open. */
export interface CellPlace {
  /** Null where the model has no cell. */
  readonly cell: Cell | null;
  readonly column: number;
  /** Below the first row of a cell that spans rows. */
  readonly continued: boolean;
  readonly keepNext: boolean;
  /** Its group stays on one page. */
  readonly whole: boolean;
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
  // Words in the middle of a cell that goes on over pages would stand on any of them.
  const top = cell !== null && cell.rowspan > 1 && !place.whole;
  properties.push(tree('w:vAlign', { 'w:val': top ? 'top' : 'center' }));
  return tree('w:tc', null, tree('w:tcPr', null, ...properties), paragraph(place, columns, width, sized));
}

function paragraph(place: CellPlace, columns: readonly TableColumn[], width: number, sized: SizedTable): Tree {
  const { fit, insets } = sized;
  const cell = place.continued ? null : place.cell;
  const heading = cell?.header ?? false;
  const align = cell?.align ?? (heading ? 'center' : columns[0]?.align);
  const properties = [tree('w:pStyle', { 'w:val': tableTextStyle(fit.size, heading) })];
  if (place.keepNext) properties.push(tree('w:keepNext'));
  const inset = cell === null ? 0 : (insets.get(cell) ?? 0);
  if (inset > 0) properties.push(tree('w:ind', { 'w:right': twipsOfPoints(inset * fit.size) }));
  if (cell !== null && align !== (heading ? 'center' : 'left'))
    properties.push(tree('w:jc', { 'w:val': align ?? 'left' }));
  return tree(
    'w:p',
    null,
    tree('w:pPr', null, ...properties),
    ...(cell === null ? [] : runTrees(cell.content, figurePercent(cell, width, fit))),
  );
}

/**
 * A figure a little too wide for its cell is set in narrower characters, or Word would divide it inside its unit. Counted
 * with the digits of other fonts and the gap that LibreOffice puts between digits and ideographs.
 */
function figurePercent({ content }: Cell, width: number, { size, padding }: SizedTable['fit']): number {
  const text = plainText(content);
  if (!isQuantity(text)) return 100;
  const room = width / 20 / size - 2 * padding.horizontal;
  if (widthOf(text, 0.5) <= room) return 100;
  const percent = Math.floor((room / (widthOf(text, 0.55) + gap)) * 100);
  return percent < narrowest ? 100 : percent;
}

/** In em. */
const gap = 0.3;
/** In percent; what is still wider is divided. */
const narrowest = 55;

function widthOf(text: string, digit: number): number {
  return Array.from(text, (character) => (character < '\u2000' ? digit : 1)).reduce((sum, width) => sum + width, 0);
}

/** Marked columns are shaded from head to foot; a cell that reaches beyond them is not. */
function fillOf(cell: Cell | null, columns: readonly TableColumn[], theme: Theme): string | null {
  if (columns.every((column) => column.marked)) return theme.colours.marked;
  return cell?.header ? theme.colours.tableHead : null;
}
