import type { Row, Table } from '../../../model/document.ts';
import { gridOf } from '../../../model/grid.ts';
import { run } from '../../../model/text.ts';
import { planTable } from '../../paged/plan-table.ts';
import { ruleLines } from '../../paged/rule-lines.ts';
import type { PlannedCell, TablePage, TablePlan, TableStyle } from '../../paged/table-plan.ts';
import { continuationMark } from '../../paged/table-text.ts';
import { faceOf } from '../font-book.ts';
import type { FlowBox } from '../page-flow.ts';
import type { Shape, TextItem } from '../page-items.ts';
import { baselineIn, textColour } from '../typeset.ts';
import type { BlockPlace } from './block-place.ts';
import { paragraphBoxes } from './paragraph.ts';

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
  checkCells(block, place);
  const style: TableStyle = {
    ruler: book.ruler(theme.fonts.table),
    largest: theme.sizes.table,
    smallest: Math.min(theme.sizes.table, theme.sizes.tableMin),
    lineHeight,
    padX,
    padY,
  };
  const plan = (firstHeight: number): TablePlan =>
    planTable(block, style, {
      width: frame.width,
      height: frame.height,
      firstHeight: firstHeight - gap,
      tail: noteHeight(place),
    });
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

function checkCells(block: Table, place: BlockPlace): void {
  const { theme, book, section } = place;
  const check = (rows: readonly Row[], part: string) => {
    for (const { cell, row, column } of gridOf(rows, block.columns.length).cells) {
      const where = `section ${section}, table ${block.name}, ${part} row ${row + 1}, column ${column + 1}`;
      const runs = cell.header ? cell.content.map((part) => ({ ...part, strong: true })) : cell.content;
      book.check(runs, theme.fonts.table, where);
    }
  };
  book.check([run(continuationMark)], theme.fonts.table, `section ${section}, mark of continued cells`);
  check(block.head, 'head');
  check(block.groups.flat(), 'body');
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

function cellTexts(cell: PlannedCell, size: number, { frame, theme }: BlockPlace): TextItem[] {
  const pitch = lineHeight * size;
  const top = cell.y + (cell.height - pitch * cell.lines.length) / 2;
  return cell.lines.flatMap((line, index) => {
    const width = line.reduce((sum, piece) => sum + piece.width, 0) * size;
    const left = cell.width - 2 * padX * size - width;
    const shift = cell.align === 'center' ? left / 2 : cell.align === 'right' ? left : 0;
    let x = frame.left + cell.x + padX * size + shift;
    return line.map((piece): TextItem => {
      const item = {
        x,
        y: top + pitch * index + baselineIn(pitch, size),
        text: piece.text,
        face: faceOf(theme.fonts.table, piece.strong),
        size,
        colour: textColour(piece.tone, theme),
        tracking: 0,
      };
      x += piece.width * size;
      return item;
    });
  });
}
