import type { Table } from '../../../model/document.ts';
import { ruleLines } from '../../paged/rule-lines.ts';
import type { PlannedCell, TablePage, TablePlan, TableStyle } from '../../paged/table-plan.ts';
import type { FlowBox } from '../page-flow.ts';
import type { Shape, TextItem } from '../page-items.ts';
import { textItems } from '../text-items.ts';
import { baselineIn, textColour } from '../typeset.ts';
import type { BlockPlace } from './block-place.ts';
import { paragraphBoxes } from './paragraph.ts';
import { rememberedPlan } from './remembered-plan.ts';

/** In em of the table's size: distance of baselines, and from a rule to the text. */
const lineHeight = 1.3;
const padX = 0.3;
const padY = 0.3;
/** Thin, in points; a copier still shows it. */
const ruleWidth = 0.5;
/** White space above and below a table, in points. */
const gap = 5;

/** A table as planned: one box per page, so that nothing is left to be broken later. */
export function placeTable(block: Table, place: BlockPlace): void {
  const { theme, frame, book, flow } = place;
  const smallest = Math.min(theme.sizes.table, theme.sizes.tableMin);
  const style: TableStyle = {
    ruler: book.ruler(theme.fonts.table),
    largest: theme.sizes.table,
    smallest,
    easy: (theme.sizes.table + smallest) / 2,
    lineHeight,
    padX,
    padY,
    condense: null,
  };
  const fonts = book.ownFonts(theme.fonts.table);
  const plan = (firstHeight: number): TablePlan => {
    const room = { width: frame.width, height: frame.height, firstHeight: firstHeight - gap, tail: noteHeight(place) };
    return rememberedPlan(block, style, room, fonts);
  };
  let planned = plan(flow.room(false));
  if (planned.startsOnNewPage && flow.newPage(true)) planned = plan(flow.room(false));
  for (const [index, page] of planned.pages.entries()) {
    if (index > 0 || planned.startsOnNewPage) flow.newPage(false);
    flow.add(pageBox(page, planned.size, block, place));
  }
}

/** Notes that follow stay with the last rows. */
function noteHeight(place: BlockPlace): number {
  let height = gap;
  for (let index = place.index + 1; ; index += 1) {
    const block = place.blocks[index];
    if (block?.kind !== 'paragraph' || block.role !== 'note') return height === gap ? 0 : height;
    for (const box of paragraphBoxes(block, { ...place, index })) height += box.before + box.height + box.after;
  }
}

function pageBox(page: TablePage, size: number, block: Table, place: BlockPlace): FlowBox {
  const { frame, theme } = place;
  const fills: Shape[] = page.cells.flatMap((cell) => fillOf(cell, block, place));
  const rules: Shape[] = ruleLines(page.cells).map(({ x1, y1, x2, y2 }) => ({
    kind: 'stroke',
    x1: x1 + frame.left,
    y1,
    x2: x2 + frame.left,
    y2,
    width: ruleWidth,
    colour: theme.colours.rule,
    dash: null,
  }));
  const texts = page.cells.flatMap((cell) => cellTexts(cell, size, place));
  return {
    before: gap,
    height: page.height,
    after: gap,
    keep: false,
    texts,
    shapes: [...fills, ...rules],
    bookmark: null,
  };
}

/** The reader's own column is shaded from head to foot; a cell across it and other columns is not. */
function fillOf(cell: PlannedCell, block: Table, { frame, theme }: BlockPlace): Shape[] {
  const columns = block.columns.slice(cell.column, cell.column + cell.colspan);
  const marked = columns.every((column) => column.marked);
  if (!marked && cell.part === 'body') return [];
  const colour = marked ? theme.colours.marked : theme.colours.tableHead;
  return [{ kind: 'fill', x: cell.x + frame.left, y: cell.y, width: cell.width, height: cell.height, colour }];
}

function cellTexts(cell: PlannedCell, size: number, { frame, theme, book }: BlockPlace): TextItem[] {
  const pitch = lineHeight * size;
  const top = cell.y + (cell.height - pitch * cell.lines.length) / 2;
  return cell.lines.flatMap((line, index) => {
    const width = line.reduce((sum, piece) => sum + piece.width, 0) * size;
    const left = cell.width - 2 * padX * size - width;
    const shift = cell.align === 'center' ? left / 2 : cell.align === 'right' ? left - cell.inset : 0;
    const y = top + pitch * index + baselineIn(pitch, size);
    let x = frame.left + cell.x + padX * size + shift;
    return line.flatMap(({ text, strong, tone, width }) => {
      const look = { typeface: theme.fonts.table, strong, size, colour: textColour(tone, theme), tracking: 0 };
      const items = textItems(text, { x, y, ...look }, book);
      x += width * size;
      return items;
    });
  });
}
