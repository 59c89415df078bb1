import type { Align, Cell, Row, TableColumn, TextRun } from '../../model/document.ts';
import { gridOf } from '../../model/grid.ts';
import { type FigureWidths, figureWidths } from '../unit-insets.ts';
import { type PreparedText, prepareText } from './prepared-text.ts';
import { condenseQuantity, keepUnitWhole } from './quantity-text.ts';
import type { TableStyle } from './table-plan.ts';

/** A cell with its measured text, at its place among the head rows or the body rows. */
export interface PreparedCell {
  readonly cell: Cell;
  readonly row: number;
  readonly column: number;
  readonly align: Align;
  readonly text: PreparedText;
  /** The parts of a right-aligned figure; null for any other cell. */
  readonly figure: FigureWidths | null;
  /** The text with 「（续）」 behind it, for the pages on which the cell goes on. */
  again(): PreparedText;
}

/** Stands behind the text of a cell on the pages on which it goes on. */
export const continuationMark = '（续）';

/** Words that go on, with 「（续）」 behind them; nothing goes on in an empty cell. */
export function continuedContent(content: readonly TextRun[]): readonly TextRun[] {
  const last = content.at(-1);
  return last === undefined ? [] : [...content, { ...last, text: continuationMark }];
}

/** Measures texts once; tables repeat many of them. */
export class TextPreparer {
  readonly #style: Pick<TableStyle, 'ruler' | 'condense'>;
  readonly #known = new Map<string, PreparedText>();

  constructor(style: Pick<TableStyle, 'ruler' | 'condense'>) {
    this.#style = style;
  }

  /** Cells of some rows in reading order. Throws RangeError where spans do not fit. */
  prepareRows(rows: readonly Row[], columns: readonly TableColumn[]): PreparedCell[] {
    return gridOf(rows, columns.length).cells.map(({ cell, row, column }) => {
      const content = cell.header ? cell.content.map((run) => ({ ...run, strong: true })) : cell.content;
      const align = cell.align ?? (cell.header ? 'center' : (columns[column]?.align ?? 'left'));
      return {
        cell,
        row,
        column,
        align,
        text: this.#prepare(content),
        figure: figureWidths(cell, align, (character, strong) => this.#style.ruler.width(character, strong)),
        again: () => this.#prepare(continuedContent(content)),
      };
    });
  }

  #prepare(content: readonly TextRun[]): PreparedText {
    const key = content.map((run) => `${run.strong ? 'b' : 'r'}${run.tone ?? ''}\0${run.text}`).join('\0\0');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const { ruler, condense } = this.#style;
    const text = prepareText(content, ruler);
    const prepared = condense === null ? keepUnitWhole(text) : condenseQuantity(text, condense);
    this.#known.set(key, prepared);
    return prepared;
  }
}

/** Em that no column goes below: two ideographs side by side, or a column reads like a seal. */
const narrowest = 2;
/** A longer word is divided rather than given a whole column. */
const longestWord = 10;
/** A long text gets a column in which it takes about this many lines, but not one wider than `widest`. */
const fullLines = 14;
const widest = 12;
/** A line up to this long, such as 市公安局, is kept whole if there is room, and a longer one has few parts. */
const shortLine = 5;
const fewParts = 3;

/** The em of text width that each column needs. */
export interface ColumnNeeds {
  /** To be read at all: no word is divided. */
  readonly least: readonly number[];
  /** To look well: short lines are not divided either, longer ones not into crumbs, and figures end at one axis. */
  readonly good: readonly number[];
}

/** Cells across columns make no demands. */
export function columnNeeds(cells: readonly PreparedCell[], columnCount: number): ColumnNeeds {
  const least = new Array<number>(columnCount).fill(narrowest);
  const good = new Array<number>(columnCount).fill(narrowest);
  const digits = new Array<number>(columnCount).fill(0);
  const units = new Array<number>(columnCount).fill(0);
  for (const { cell, column, text, figure } of cells) {
    if (cell.colspan > 1) continue;
    const words = Math.min(text.widest, longestWord);
    const lines = Math.min(text.total / fullLines, widest);
    least[column] = Math.max(least[column] as number, words, lines);
    good[column] = Math.max(good[column] as number, least[column] as number, lineNeed(text));
    digits[column] = Math.max(digits[column] as number, figure?.digits ?? 0);
    units[column] = Math.max(units[column] as number, figure?.unit ?? 0);
  }
  for (const [column, need] of good.entries())
    good[column] = Math.max(need, Math.min((digits[column] as number) + (units[column] as number), longestWord));
  return { least, good };
}

function lineNeed(text: PreparedText): number {
  let need = 0;
  let width = 0;
  for (const cluster of text.clusters) {
    width += cluster.width + cluster.gap;
    if (!cluster.hard && cluster !== text.clusters.at(-1)) continue;
    need = Math.max(need, width <= shortLine ? width : Math.min(shortLine, width / fewParts));
    width = 0;
  }
  return need;
}
