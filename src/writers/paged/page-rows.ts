import type { CellBox, Fragment, PageEnd, PageFill, RowPage, RowsToPaginate } from './row-pages.ts';

/** Heights are sums; the last bits of a sum do not push a row to the next page. */
const tolerance = 1e-6;

/** What earlier pages have shown of a cell. */
interface Shown {
  /** Lines of its text; all of them once it is complete. */
  lines: number;
  seen: boolean;
}

/** Lines that a cell puts on the next page. */
interface Wish {
  readonly from: number;
  readonly to: number;
  readonly again: boolean;
}

/** A cell that spans rows of the page being filled: the height above it on this page. */
interface OpenSpan {
  readonly cell: number;
  readonly lastRow: number;
  readonly top: number;
}

/** Walks through the rows page by page and knows what has been shown. */
export class PageRows {
  /** The next row to place, or to go on with. */
  row = 0;
  readonly #table: RowsToPaginate;
  readonly #startingIn: readonly (readonly number[])[];
  readonly #shown: Shown[];
  /** Cells of earlier rows that reach into `row`, and all of its cells if a part of it has been placed. */
  #carried: readonly number[] = [];
  #continued = false;
  #heights: number[] = [];

  constructor(table: RowsToPaginate) {
    this.#table = table;
    const starting: number[][] = Array.from({ length: table.rowCount }, () => []);
    for (const [index, cell] of table.cells.entries()) starting[cell.row]?.push(index);
    this.#startingIn = starting;
    this.#shown = table.cells.map(() => ({ lines: 0, seen: false }));
  }

  /** Row heights without any page break. */
  naturalHeights(): readonly number[] {
    this.fill(Number.POSITIVE_INFINITY);
    return this.#heights;
  }

  /** Puts rows on a page of this height until one does not fit, and notes where the page may end. */
  fill(room: number): PageFill {
    const { rowCount, groupStarts, tail } = this.#table;
    this.#heights = [];
    let top = 0;
    let end = this.row;
    let groups = this.row;
    let open: OpenSpan[] = [];
    for (let row = this.row; row < rowCount; row += 1) {
      for (const cell of this.#cellsOn(row)) open.push({ cell, lastRow: lastRow(this.#box(cell)), top });
      let bottom = top + this.#need(1);
      for (const span of open)
        if (span.lastRow === row) bottom = Math.max(bottom, span.top + this.#wishHeight(span.cell));
      if (bottom + (row === rowCount - 1 ? tail : 0) > room + tolerance)
        return { rows: end, groups, full: row, left: room - top };
      this.#heights.push(bottom - top);
      open = open.filter((span) => span.lastRow > row);
      if (this.#openBottom(open, bottom) <= room + tolerance) {
        end = row + 1;
        if (groupStarts.has(end)) groups = end;
      }
      top = bottom;
    }
    return { rows: rowCount, groups: rowCount, full: null, left: room - top };
  }

  /** Height of a row that starts a page; more than a page's if a text in it has to be divided. */
  freshHeight(row: number): number {
    const ending = this.#table.cells.length === 0 ? [] : this.#endingIn(row);
    return ending.reduce((most, cell) => Math.max(most, this.#wishHeight(cell)), this.#need(1));
  }

  /** Ends the page that was filled last, and shows what it holds of every cell. */
  commit(end: PageEnd): RowPage {
    const from = this.row;
    const heights = this.#heights.slice(0, end.end - from);
    if (end.slice !== null) heights.push(end.slice);
    if (end.end === from + 1 && heights.length === 0) heights.push(this.freshHeight(from));
    const placed = this.#placedCells(heights.length);
    this.#stretchLast(heights, placed, end);

    const fragments: Fragment[] = [];
    for (const { cell, first, last } of placed) {
      const height = sum(heights, first, last + 1);
      const shown = this.#shown[cell] as Shown;
      const wish = this.#wish(cell);
      const to = Math.min(wish.to, wish.from + this.#linesIn(height));
      fragments.push({ cell, first, last, fromLine: wish.from, toLine: to, again: wish.again, continued: shown.seen });
      shown.seen = true;
      if (!wish.again) shown.lines = Math.max(shown.lines, to);
    }
    this.#continued = end.slice !== null;
    this.row = end.end;
    this.#carried = placed.map((p) => p.cell).filter((cell) => lastRow(this.#box(cell)) >= this.row);
    return { rows: heights.map((height, index) => ({ row: from + index, height })), fragments };
  }

  /** A span that the page break divides shows its whole text on either side, so the last row may have to grow. */
  #stretchLast(
    heights: number[],
    placed: readonly { cell: number; first: number; last: number }[],
    end: PageEnd,
  ): void {
    const last = heights.length - 1;
    if (last < 0 || end.slice !== null) return;
    for (const { cell, first, last: lastHere } of placed) {
      const wish = this.#wishHeight(cell);
      if (lastHere !== last || lastRow(this.#box(cell)) < end.end || wish > this.#table.height + tolerance) continue;
      heights[last] = Math.max(heights[last] as number, wish - sum(heights, first, last));
    }
  }

  #placedCells(rowCount: number): { cell: number; first: number; last: number }[] {
    const placed: { cell: number; first: number; last: number }[] = [];
    for (let index = 0; index < rowCount; index += 1)
      for (const cell of this.#cellsOn(this.row + index)) {
        const last = Math.min(lastRow(this.#box(cell)) - this.row, rowCount - 1);
        placed.push({ cell, first: index, last });
      }
    return placed;
  }

  /** Cells that this page shows first in this row. */
  #cellsOn(row: number): readonly number[] {
    const starting = this.#startingIn[row] ?? [];
    if (row !== this.row) return starting;
    return this.#continued ? this.#carried : [...this.#carried, ...starting];
  }

  #endingIn(row: number): number[] {
    const candidates = new Set(this.#carried);
    for (let above = this.row; above <= row; above += 1)
      for (const cell of this.#startingIn[above] ?? []) candidates.add(cell);
    return [...candidates].filter((cell) => lastRow(this.#box(cell)) === row);
  }

  /** How far down the page must reach if it ended here; a text higher than a page is divided and asks for nothing. */
  #openBottom(open: readonly OpenSpan[], bottom: number): number {
    let most = bottom;
    for (const span of open) {
      const height = this.#wishHeight(span.cell);
      if (height <= this.#table.height + tolerance) most = Math.max(most, span.top + height);
    }
    return most;
  }

  /** First the text, or the rest of it; when that is complete, the text again, or its end if it is longer than a page. */
  #wish(cell: number): Wish {
    const box = this.#box(cell);
    const shown = this.#shown[cell] as Shown;
    if (!shown.seen || shown.lines < box.lines) return { from: shown.lines, to: box.lines, again: false };
    const fits = box.linesAgain <= this.#linesIn(this.#table.height);
    return { from: fits ? 0 : Math.max(0, box.linesAgain - 1), to: box.linesAgain, again: true };
  }

  #wishHeight(cell: number): number {
    const wish = this.#wish(cell);
    return this.#need(wish.to - wish.from);
  }

  #need(lines: number): number {
    return Math.max(1, lines) * this.#table.lineHeight + this.#table.padding;
  }

  #linesIn(height: number): number {
    return Math.max(0, Math.floor((height - this.#table.padding) / this.#table.lineHeight + tolerance));
  }

  #box(cell: number): CellBox {
    return this.#table.cells[cell] as CellBox;
  }
}

function lastRow(cell: CellBox): number {
  return cell.row + cell.rowspan - 1;
}

function sum(values: readonly number[], from: number, to: number): number {
  let total = 0;
  for (let i = from; i < to; i += 1) total += values[i] as number;
  return total;
}
