import type { Cell, Table } from '../../model/document.ts';
import type { PlacedCell } from '../../model/grid.ts';
import type { Message } from '../../model/language.ts';
import { plainText } from '../../model/text.ts';
import { officeRuler } from '../office-ruler.ts';
import { figureWidths, unitInsets } from '../unit-insets.ts';
import { cutToPages } from './cut-to-pages.ts';
import { keepGroups } from './kept-groups.ts';
import { checkFormat, insetFormat, isSpreadsheetNumber, spreadsheetNumber } from './number.ts';
import { pageRoom } from './page-room.ts';
import { rowHeights } from './row-heights.ts';
import { addRows, type Box, type BoxContent, type Look, type SheetPlan } from './sheet-plan.ts';
import type { SpreadTable, TablePlace } from './table-place.ts';
import { lineHeight, roomFor } from './text-size.ts';

/** What a spreadsheet program might take for a formula as soon as somebody edits the cell. */
const formulaLike = /^[=+\-@]/;

/** Lays a table from column A on, with one box for each cell. */
export function addTable(table: Table, plan: SheetPlan): void {
  const spread = plan.spread.get(table) as SpreadTable;
  const cells = cutToPages(spread.grid.cells, plan.columns);
  const rowStarts = [plan.heights.length];
  const page = pageRoom(plan.page, plan.theme).height;
  const { headRows, grid } = spread;
  const head = rowHeights(
    cells.filter(({ row }) => row < headRows),
    headRows,
    plan.columns,
    page,
    isNumber,
  ).reduce((sum, height) => sum + height, 0);
  const room = page - head;
  for (const height of rowHeights(cells, grid.rowCount, plan.columns, room, isNumber)) {
    addRows(plan, height, plan.columns.tableSize * lineHeight, room);
    rowStarts.push(plan.heights.length);
  }
  const place: TablePlace = { ...spread, sheet: plan.name, rowStarts };
  plan.tables.push(place);
  keepGroups(place, cells, plan);
  const insets = insetsOf(cells, place, plan);
  for (const placed of cells) plan.boxes.push(boxOf(placed, place, plan, insets.get(placed.cell) ?? 0));
}

/** Whether a cell becomes a number that the spreadsheet calculates with. */
function isNumber({ value }: Cell): boolean {
  return value !== null && (value.formula !== null || isSpreadsheetNumber(value.number, value.format));
}

/** Em kept free right of figures, so that their digits end at one axis. */
function insetsOf(
  cells: readonly PlacedCell[],
  { table, headRows }: TablePlace,
  { columns }: SheetPlan,
): Map<Cell, number> {
  const figures = cells.flatMap(({ cell, row, column }) => {
    const align = cell.align ?? table.columns[column]?.align ?? 'left';
    const figure = row < headRows ? null : figureWidths(cell, align, (sign) => officeRuler.width(sign, false));
    const room = roomFor(columns.widths[column] as number, columns.tableSize);
    return figure === null ? [] : [{ ...figure, cell, column, room }];
  });
  const insets = unitInsets(figures);
  return new Map(figures.map(({ cell }, index) => [cell, insets[index] as number]));
}

function boxOf(placed: PlacedCell, place: TablePlace, plan: SheetPlan, inset: number): Box {
  const { cell, row, column } = placed;
  const first = place.rowStarts[row] as number;
  const key = place.table.columns[column]?.key;
  const where = () => ({
    'zh-CN': `表“${place.table.name}”第${row + 1}行“${key}”列`,
    en: `table “${place.table.name}”, row ${row + 1}, column “${key}”`,
  });
  const content = contentOf(placed, place, where);
  const look = lookOf(placed, content, place.table, plan);
  return {
    row: first,
    column,
    rowspan: (place.rowStarts[row + cell.rowspan] as number) - first,
    colspan: cell.colspan,
    look: look.format === null ? look : { ...look, format: insetFormat(look.format, inset) },
    content,
    note: cell.note,
    where,
  };
}

function contentOf({ cell, row, column }: PlacedCell, place: TablePlace, where: () => Message): BoxContent {
  if (cell.value === null) return { kind: 'text', runs: cell.content };
  checkFormat(cell.value.format, where);
  const number = spreadsheetNumber(cell.value.number, cell.value.format, where);
  const { formula } = cell.value;
  if (formula !== null) {
    const site = { table: place, row, column };
    return { kind: 'number', number: Number(cell.value.number), formula: { kind: 'model', source: formula, site } };
  }
  return number === null ? { kind: 'text', runs: cell.content } : { kind: 'number', number, formula: null };
}

function lookOf({ cell, column }: PlacedCell, content: BoxContent, table: Table, plan: SheetPlan): Look {
  const { theme } = plan;
  const spanned = table.columns.slice(column, column + cell.colspan);
  const marked = spanned.every((c) => c.marked);
  return {
    face: 'table',
    size: plan.columns.tableSize,
    bold: cell.header || (content.kind === 'number' && cell.content.some((run) => run.strong)),
    colour: content.kind === 'number' ? toneOf(cell, plan) : theme.colours.text,
    fill: marked ? theme.colours.marked : cell.header ? theme.colours.tableHead : null,
    border: true,
    align: cell.align ?? (cell.header ? 'center' : (spanned[0]?.align ?? 'left')),
    indent: 0,
    format: formatOf(cell, content),
  };
}

/** A number has one colour: that of its first toned run. */
function toneOf(cell: Cell, { theme }: SheetPlan): string {
  const tone = cell.content.find((run) => run.tone !== null)?.tone ?? null;
  return tone === null ? theme.colours.text : theme.colours.tones[tone];
}

/** `@` keeps a figure too long for a spreadsheet, or words that look like a formula, as the text they are. */
function formatOf(cell: Cell, content: BoxContent): string | null {
  if (content.kind === 'number') return cell.value?.format ?? null;
  return cell.value !== null || formulaLike.test(plainText(cell.content)) ? '@' : null;
}
