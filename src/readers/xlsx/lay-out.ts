import type { Block, Table } from '../../model/document.ts';
import { run, textCell } from '../../model/text.ts';
import { limits } from '../package/limits.ts';
import { type Rectangle, spannedTable } from '../spanned-table.ts';
import { type Item, tooMuch, type UsedArea } from './place-cells.ts';
import type { CellContext, SheetCells } from './sheet-cells.ts';
import type { SheetEntry } from './workbook.ts';

/** Width of a column that the sheet says nothing of, in its own units. */
const usualWidth = 8.43;

/** A sheet that is being laid out. */
export interface SheetView {
  readonly used: UsedArea;
  readonly sheet: SheetCells;
  readonly entry: SheetEntry;
  readonly context: CellContext;
}

/** One row of the used area: the contents that cover it, and all items that begin in it, from left to right. */
interface Line {
  readonly row: number;
  readonly items: readonly Item[];
  readonly begins: readonly Item[];
}

/**
 * A sheet as blocks. Rows of one text above and below the table are paragraphs: title, 附件 label, unit, notes. What
 * lies between is one table; where tables are ruled, a text or a blank row without rules parts two of them. Throws
 * Refusal.
 */
export function layOut(view: SheetView): Block[] {
  const lines = linesOf(view.used);
  const alone = aloneIn(lines);
  const first = lines.findIndex((line) => isWide(line) || isPrintedHead(line, view.entry));
  const last = lines.findLastIndex(isWide);
  const ruled = isRuled(lines.filter(isWide).flatMap(({ items }) => items));
  const blocks: Block[] = [];
  let rows: Line[] = [];
  const closeTable = () => {
    const end = rows.findLastIndex(({ items }) => items.length > 0) + 1;
    const name = `${view.entry.name} ${blocks.filter(({ kind }) => kind === 'table').length + 1}`;
    if (end > 0) blocks.push(tableOf(rows.slice(0, end), name.replace(/ 1$/, ''), view));
    rows = [];
  };
  for (const [index, line] of lines.entries()) {
    const [only] = line.items;
    const above = first < 0 || index < first;
    const isText = only !== undefined && alone.has(only) && only.cell?.value === null && !only.cell.ruled;
    const below = index > last && only !== undefined && (only.left === view.used.left || only.right > only.left);
    if (above ? only !== undefined : isText && (below || ruled)) {
      closeTable();
      if (only?.top === line.row) blocks.push(paragraphOf(only));
    } else if (ruled && only === undefined && !view.sheet.ruledBlanks.has(line.row)) closeTable();
    else if (!above) rows.push(line);
  }
  closeTable();
  return blocks;
}

function linesOf(used: UsedArea): Line[] {
  const begins: Item[][] = Array.from({ length: used.bottom - used.top + 1 }, () => []);
  for (const item of used.items) begins[item.top - used.top]?.push(item);
  return begins.map((starting, index): Line => {
    const row = used.top + index;
    const items: Item[] = [];
    for (let column = used.left; column <= used.right; ) {
      const item = used.at(row, column);
      if (item?.cell) items.push(item);
      column = (item?.right ?? column) + 1;
    }
    return { row, items, begins: starting.sort((a, b) => a.left - b.left) };
  });
}

function isWide({ items }: Line): boolean {
  return items.length > 1;
}

/** Contents that share none of their rows with another. */
function aloneIn(lines: readonly Line[]): Set<Item> {
  const alone = new Set<Item>(lines.flatMap(({ items }) => items));
  for (const item of lines.filter(isWide).flatMap(({ items }) => items)) alone.delete(item);
  return alone;
}

/** A row that repeats on each page and has rules is the table's, one text over all columns or not. */
function isPrintedHead({ row, items }: Line, { printTitles }: SheetEntry): boolean {
  return printTitles !== null && row >= printTitles.first && row <= printTitles.last && items[0]?.cell?.ruled === true;
}

function isRuled(items: readonly Item[]): boolean {
  return items.filter((item) => item.cell?.ruled).length * 2 > items.length;
}

function paragraphOf(item: Item): Block {
  return { kind: 'paragraph', role: 'body', content: [run(item.cell?.text ?? '')] };
}

function tableOf(lines: readonly Line[], name: string, { used, sheet, entry, context }: SheetView): Table {
  const box = { top: lines[0]?.row ?? 0, left: used.right, bottom: lines.at(-1)?.row ?? 0, right: used.left };
  for (const item of lines.flatMap(({ items }) => items)) {
    box.left = Math.min(box.left, item.left);
    box.right = Math.max(box.right, item.right);
    box.bottom = Math.max(box.bottom, item.bottom);
    const width = box.right - box.left + 1;
    if (width > limits.columns || width * (box.bottom - box.top + 1) > limits.positions)
      throw tooMuch(box, item, context);
  }
  // A merge without content may begin beside the table or reach beyond it.
  const inside = lines.flatMap(({ begins }) => begins.filter(({ left }) => left >= box.left && left <= box.right));
  const rectangles = inside.map(
    ({ top, left, bottom, right, cell }): Rectangle => ({
      row: top - box.top,
      column: left - box.left,
      cell: textCell(cell?.text ?? '', {
        rowspan: Math.min(bottom, box.bottom) - top + 1,
        colspan: Math.min(right, box.right) - left + 1,
        value: cell?.value ?? null,
        at: context.place(top, left),
      }),
    }),
  );
  const titles = entry.printTitles;
  const repeats = titles !== null && titles.first <= box.top && box.top <= titles.last;
  return spannedTable(rectangles, {
    name,
    rowCount: box.bottom - box.top + 1,
    widths: Array.from({ length: box.right - box.left + 1 }, (_, i) => sheet.widths.get(box.left + i) ?? usualWidth),
    headRows: repeats ? titles.last - box.top + 1 : 0,
    blank: (row, column) => textCell('', { at: context.place(row + box.top, column + box.left) }),
  });
}
