import { type Findings, sampleOf } from '../findings.ts';
import { limits } from '../package/limits.ts';
import { Refusal } from '../package/refusal.ts';
import { tooLarge } from '../package/too-large.ts';
import { hiddenUnderMerge, overlappingMerge } from './problems.ts';
import { type Area, cellName } from './reference.ts';
import type { CellContext, SheetCell, SheetCells } from './sheet-cells.ts';

/** An area shown as one cell; its content, if it has any, is that of its first cell. */
export interface Item extends Area {
  cell: SheetCell | null;
}

/** The used part of a sheet, every position of it with what covers it. */
export interface UsedArea extends Area {
  /** In order of their first cell. */
  readonly items: readonly Item[];
  at(row: number, column: number): Item | null;
}

/** More bad merges than this and the sheet is not worth reading. */
const badMerges = 20;

/** Spreads cells and merges out over the area that has content; null for an empty sheet. Throws Refusal where it is too large. */
export function placeCells(sheet: SheetCells, context: CellContext, findings: Findings): UsedArea | null {
  const box = boundsOf(sheet.cells, context);
  if (box === null) return null;
  const width = box.right - box.left + 1;
  const painted = new Int32Array((box.bottom - box.top + 1) * width);
  const items: Item[] = [];
  const index = (row: number, column: number) => (row - box.top) * width + column - box.left;
  const at = (row: number, column: number) => items[(painted[index(row, column)] as number) - 1] ?? null;

  let bad = 0;
  for (const merge of sheet.merges) {
    const size = (merge.bottom - merge.top + 1) * (merge.right - merge.left + 1);
    if (size > limits.positions) throw tooMuch(merge, merge, context);
    const shown = intersection(merge, box);
    if (shown === null) continue;
    if (isFree(shown, at)) {
      items.push({ ...merge, cell: null });
      for (let row = shown.top; row <= shown.bottom; row += 1)
        painted.fill(items.length, index(row, shown.left), index(row, shown.right) + 1);
    } else {
      findings.add(overlappingMerge, { area: areaName(merge) }, context.place(merge.top, merge.left));
      bad += 1;
      if (bad >= badMerges)
        throw new Refusal(overlappingMerge({ area: areaName(merge) }, context.place(merge.top, merge.left)));
    }
  }
  for (const cell of sheet.cells) {
    const { row, column } = cell;
    const cover = at(row, column);
    if (cover === null) {
      items.push({ top: row, left: column, bottom: row, right: column, cell });
      painted[index(row, column)] = items.length;
    } else if (cover.top === row && cover.left === column) cover.cell = cell;
    else
      findings.add(
        hiddenUnderMerge,
        { cell: cellName(row, column), text: sampleOf(cell.text) },
        context.place(row, column),
      );
  }
  return { ...box, items, at };
}

function boundsOf(cells: readonly SheetCell[], context: CellContext): Area | null {
  const [first] = cells;
  if (first === undefined) return null;
  const box = { top: first.row, left: first.column, bottom: first.row, right: first.column };
  for (const { row, column } of cells) {
    box.bottom = row;
    box.left = Math.min(box.left, column);
    box.right = Math.max(box.right, column);
    const width = box.right - box.left + 1;
    const size = (box.bottom - box.top + 1) * width;
    if (width > limits.columns || size > limits.positions)
      throw tooMuch(box, { ...box, top: row, left: column }, context);
  }
  return box;
}

function isFree(area: Area, at: UsedArea['at']): boolean {
  for (let row = area.top; row <= area.bottom; row += 1)
    for (let column = area.left; column <= area.right; column += 1) if (at(row, column) !== null) return false;
  return true;
}

function intersection(a: Area, b: Area): Area | null {
  const area = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return area.top <= area.bottom && area.left <= area.right ? area : null;
}

/** `A1:C5` */
export function areaName({ top, left, bottom, right }: Area): string {
  return `${cellName(top, left)}:${cellName(bottom, right)}`;
}

/** An area beyond the limits; the place is the first cell of what goes too far. */
export function tooMuch(area: Area, { top, left }: Area, context: CellContext): Refusal {
  const columns = area.right - area.left + 1;
  const at = context.place(top, left);
  if (columns > limits.columns) return tooLarge('columns', columns, limits.columns, at, areaName(area));
  return tooLarge('cells', columns * (area.bottom - area.top + 1), limits.positions, at, areaName(area));
}
