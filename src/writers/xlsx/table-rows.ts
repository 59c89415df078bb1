import type { Cell, Table } from '../../model/document.ts';
import type { PlacedCell } from '../../model/grid.ts';
import type { Message } from '../../model/language.ts';
import { plainText } from '../../model/text.ts';
import { checkFormat, spreadsheetNumber } from './number.ts';
import { rowHeights } from './row-heights.ts';
import { addRows, type Box, type BoxContent, type Look, type SheetPlan } from './sheet-plan.ts';
import type { SpreadTable, TablePlace } from './table-place.ts';

/** What a spreadsheet program might take for a formula as soon as somebody edits the cell. */
const formulaLike = /^[=+\-@]/;

/** Lays a table from column A on, with one box for each cell. */
export function addTable(table: Table, plan: SheetPlan): void {
  const spread = plan.spread.get(table) as SpreadTable;
  const rowStarts = [plan.heights.length];
  for (const height of rowHeights(spread, plan.columns.widths, plan.theme.sizes.table)) {
    addRows(plan, height);
    rowStarts.push(plan.heights.length);
  }
  const place: TablePlace = { ...spread, sheet: plan.name, rowStarts };
  plan.tables.push(place);
  for (const placed of spread.grid.cells) plan.boxes.push(boxOf(placed, place, plan));
}

function boxOf(placed: PlacedCell, place: TablePlace, plan: SheetPlan): Box {
  const { cell, row, column } = placed;
  const top = place.rowStarts[row] as number;
  const key = place.table.columns[column]?.key;
  const where = () => ({
    'zh-CN': `表“${place.table.name}”第${row + 1}行“${key}”列`,
    en: `table “${place.table.name}”, row ${row + 1}, column “${key}”`,
  });
  const content = contentOf(placed, place, where);
  return {
    row: top,
    column,
    rowspan: (place.rowStarts[row + cell.rowspan] as number) - top,
    colspan: cell.colspan,
    look: lookOf(placed, content, place.table, plan),
    content,
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
    size: theme.sizes.table,
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
