import type { Block, Place, Table } from '../model/document.ts';
import { gridOf } from '../model/grid.ts';
import { normaliseText } from '../model/normalise.ts';
import { plainText } from '../model/text.ts';

/** One table position: text in one spelling, text as read, place. Positions inside a span are blank but for its first. */
export interface Field {
  readonly text: string;
  readonly original: string;
  readonly at: Place | null;
  /** How many rows and columns the cell covers; 1 and 1 in formats without spans. */
  readonly rowspan: number;
  readonly colspan: number;
  /** Where the cell begins inside whose span it is; null outside of any. */
  readonly covered: 'above' | 'left' | null;
  /** The number behind the text, where the file has one. */
  readonly value: string | null;
  /** False where a row of a text file ends before its table does. */
  readonly present: boolean;
}

/** A table row spread out to one field per column. */
export type Line = readonly Field[];

export const blankField: Field = {
  text: '',
  original: '',
  at: null,
  rowspan: 1,
  colspan: 1,
  covered: null,
  value: null,
  present: true,
};
const belowField: Field = { ...blankField, covered: 'above' };
const besideField: Field = { ...blankField, covered: 'left' };

/**
 * A table's rows, header and body alike, spread out by their spans. A column in which no cell begins is none: files
 * have them where every row joins the same two.
 */
function linesOf(table: Table): Line[] {
  const rows = [...table.head, ...table.groups.flat()];
  const grid = gridOf(rows, table.columns.length);
  // In a table that was read, what has no place is not in the file.
  const read = grid.cells.some(({ cell }) => cell.at !== null);
  const begins = new Set(grid.cells.map(({ column }) => column));
  const kept = table.columns.flatMap((_, column) => (begins.has(column) ? [column] : []));
  const keptBefore = [0];
  for (const [column] of table.columns.entries())
    keptBefore.push((keptBefore[column] as number) + (begins.has(column) ? 1 : 0));
  return grid.at.map((positions, row) =>
    kept.map((column) => {
      const placed = positions[column] ?? null;
      if (placed === null) return blankField;
      if (placed.row !== row) return belowField;
      if (placed.column !== column) return besideField;
      const { cell } = placed;
      const original = plainText(cell.content).trim();
      const colspan = (keptBefore[column + cell.colspan] as number) - (keptBefore[column] as number);
      return {
        text: normaliseText(original),
        original,
        at: cell.at,
        rowspan: cell.rowspan,
        colspan,
        covered: null,
        value: cell.value?.number ?? null,
        present: !read || cell.at !== null,
      };
    }),
  );
}

/** A table and its rows, blank ones aside. */
export interface SpreadTable {
  readonly table: Table;
  readonly lines: readonly Line[];
}

export function spreadTable(table: Table): SpreadTable {
  return { table, lines: linesOf(table).filter((line) => !isBlank(line)) };
}

/** The paragraphs between a run of tables and the tables before and after it. */
export function paragraphsAround(
  blocks: readonly Block[],
  first: Table,
  last: Table,
): { readonly above: string[]; readonly below: string[] } {
  const start = blocks.indexOf(first);
  const end = blocks.indexOf(last);
  const before = blocks.findLastIndex((block, index) => block.kind === 'table' && index < start);
  const after = blocks.findIndex((block, index) => block.kind === 'table' && index > end);
  const texts = (part: readonly Block[]) =>
    part.flatMap((block) =>
      block.kind === 'paragraph' || block.kind === 'heading' ? [normaliseText(plainText(block.content))] : [],
    );
  return {
    above: texts(blocks.slice(before + 1, start)),
    below: texts(blocks.slice(end + 1, after < 0 ? blocks.length : after)),
  };
}

/** How many fields of the row are in the file. */
export function fieldCount(line: Line): number {
  return line.findLastIndex((field) => field.present) + 1;
}

/** Fields of the longest of some rows. */
export function longestOf(lines: readonly Line[]): number {
  return lines.reduce((most, line) => Math.max(most, fieldCount(line)), 0);
}

/**
 * Header and rows of a text file that do not match: rows of the header differ in their number of fields, or all rows below
 * have the same other number. A blank was lost or put in there, so what heads what is open. Null where they match.
 */
export function unevenFields(
  header: readonly number[],
  rows: readonly number[],
): { readonly header: string; readonly rows: string } | null {
  const own = [...new Set(header)];
  const below = [...new Set(rows)];
  const differs = own.length > 1 || (own.length === 1 && rows.length > 1 && below.length === 1 && below[0] !== own[0]);
  return differs
    ? { header: own.join('、'), rows: below.length === 1 ? String(below[0]) : String(Math.max(...own)) }
    : null;
}

function isBlank(line: Line): boolean {
  return line.every((field) => field.text === '');
}

/** The row in few words, for messages. */
export function lineText(line: Line): string {
  const texts = line.filter((field) => field.text !== '').map((field) => field.text);
  return texts.length > 6 ? `${texts.slice(0, 6).join(' | ')} | …` : texts.join(' | ');
}

/** The place of the first field that has text. */
export function placeOf(line: Line): Place | null {
  return line.find((field) => field.text !== '')?.at ?? line[0]?.at ?? null;
}

/** Words of one cell over all columns, or alone in the first one where no number could stand; null for any other row. */
export function noteText(line: Line | undefined): string | null {
  const [first] = line ?? [];
  if (!line || !first || line.length < 2 || first.text === '') return null;
  const alone = line.every((field, index) => index === 0 || field.text === '');
  const long = /^(?:注|备注|说明|附注|※|\*)|[。；]$/u.test(first.text) || first.text.length > 24;
  return alone && (first.colspan === line.length || long) ? first.text : null;
}
