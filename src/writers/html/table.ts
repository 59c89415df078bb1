import type { Cell, PageSetup, Row, Table, TableColumn } from '../../model/document.ts';
import { gridOf, type PlacedCell } from '../../model/grid.ts';
import type { Theme } from '../../model/theme.ts';
import { officeRuler } from '../office-ruler.ts';
import { figureWidths, unitInsets } from '../unit-insets.ts';
import { leadingColumns } from './leading-columns.ts';
import { attribute, html, type Markup } from './markup.ts';
import { textWidth } from './page-box.ts';
import { runsHtml } from './runs.ts';

/** A unit of column width holds this many characters of table text, padding included. */
const emPerUnit = 1.24;
/** In em, as the style sheet has it. */
const cellPadding = 0.3;
/** A note across so many columns is wider than a phone. */
const wideSpan = 6;

interface TableContext {
  readonly columns: readonly TableColumn[];
  readonly part: 'head' | 'body';
  /** Columns that stay in view while the table scrolls sideways. */
  readonly leading: number;
  /** Em kept free right of figures, so that their digits end at one axis. */
  readonly insets: ReadonlyMap<Cell, number>;
}

/**
 * A table in a box of its own, in which a wide table scrolls under its head and beside its leading columns.
 * On paper it is set as small as its width asks for, within the theme's limits.
 */
export function tableHtml(table: Table, theme: Theme, page: PageSetup): Markup {
  const { columns } = table;
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  const leading = leadingColumns(table);
  const share = (count: number) => columns.slice(0, count).reduce((sum, column) => sum + column.width, 0) / total;
  const size = Math.min(theme.sizes.table, textWidth(page, theme) / (total * emPerUnit));
  const style = [
    `--paper-size:${rounded(Math.max(theme.sizes.tableMin, size), 2)}pt`,
    `--least:${rounded(total * emPerUnit, 2)}em`,
    `--first:${rounded(share(Math.min(1, leading)), 4)}`,
    `--leading:${rounded(share(leading), 4)}`,
  ].join(';');
  const widths = columns.map(
    ({ key, width }) => html`<col data-key="${key}" style="width:${rounded((width / total) * 100, 2)}%"/>`,
  );
  const context = { columns, leading, insets: insetsOf(table) };
  const head =
    table.head.length === 0 ? [] : [html`<thead>${rowsHtml(table.head, { ...context, part: 'head' })}</thead>\n`];
  const groups = table.groups.map((rows) => html`<tbody>${rowsHtml(rows, { ...context, part: 'body' })}</tbody>\n`);
  return html`<div class="table" role="region" aria-label="${table.name}" tabindex="0">
<table data-name="${table.name}" style="${style}">
<colgroup>${widths}</colgroup>
${head}${groups}</table>
</div>`;
}

/** Counted in the narrowest cells that a screen shows; wider ones have room to spare. */
function insetsOf(table: Table): Map<Cell, number> {
  const figures = gridOf(table.groups.flat(), table.columns.length).cells.flatMap(({ cell, column }) => {
    const { align = 'left', width = 0 } = table.columns[column] ?? {};
    const figure = figureWidths(cell, cell.align ?? align, (character) => officeRuler.width(character, false));
    return figure === null ? [] : [{ ...figure, cell, column, room: width * emPerUnit - 2 * cellPadding }];
  });
  const insets = unitInsets(figures);
  return new Map(figures.map(({ cell }, index) => [cell, insets[index] as number]));
}

function rowsHtml(rows: readonly Row[], context: TableContext): Markup[] {
  const lines: Markup[][] = rows.map(() => []);
  for (const placed of gridOf(rows, context.columns.length).cells) lines[placed.row]?.push(cellHtml(placed, context));
  return rows.map((row, i) => html`<tr${attribute('data-key', row.key)}>${lines[i] ?? []}</tr>\n`);
}

function cellHtml(placed: PlacedCell, context: TableContext): Markup {
  const { colspan, rowspan, value, header, content, note = null } = placed.cell;
  const inset = context.insets.get(placed.cell) ?? 0;
  const attributes = [
    attribute('scope', header ? scopeOf(context.part, colspan, rowspan) : null),
    attribute('colspan', colspan === 1 ? null : colspan),
    attribute('rowspan', rowspan === 1 ? null : rowspan),
    attribute('class', classesOf(placed, context).join(' ')),
    attribute('style', inset > 0 ? `--inset:${rounded(inset, 2)}em` : null),
    attribute('data-value', value?.number ?? null),
    attribute('title', note),
  ];
  const words = runsHtml(content);
  if (header) return html`<th${attributes}>${words}</th>`;
  return isWideNote(placed, context)
    ? html`<td${attributes}><div>${words}</div></td>`
    : html`<td${attributes}>${words}</td>`;
}

function classesOf(placed: PlacedCell, context: TableContext): string[] {
  const { cell, column } = placed;
  const { columns, part, leading } = context;
  const classes: string[] = [cell.align ?? (part === 'head' ? 'center' : (columns[column]?.align ?? 'left'))];
  if (columns.slice(column, column + cell.colspan).every((c) => c.marked)) classes.push('marked');
  if (column === 0) classes.push('edge');
  if (column + cell.colspan <= leading) classes.push(column === 0 ? 'first' : 'second');
  if (isWideNote(placed, context)) classes.push('wide');
  return classes;
}

/** Its words stay in view while the table scrolls under them. */
function isWideNote({ cell, column }: PlacedCell, { part, leading }: TableContext): boolean {
  return part === 'body' && !cell.header && cell.colspan >= wideSpan && column >= leading;
}

function scopeOf(part: TableContext['part'], colspan: number, rowspan: number): string {
  if (part === 'head') return colspan > 1 ? 'colgroup' : 'col';
  return rowspan > 1 ? 'rowgroup' : 'row';
}

function rounded(value: number, places: number): number {
  return Number(value.toFixed(places));
}
