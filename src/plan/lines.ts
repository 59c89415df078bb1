import type { Block, Place, Table } from '../model/document.ts';
import { gridOf } from '../model/grid.ts';
import { normaliseText } from '../model/normalise.ts';
import { plainText } from '../model/text.ts';

/** One table position: text in one spelling, text as read, place. Positions inside a span are blank but for its first. */
export interface Field {
  readonly text: string;
  readonly original: string;
  readonly at: Place | null;
}

/** A table row spread out to one field per column. */
export type Line = readonly Field[];

const blank: Field = { text: '', original: '', at: null };

/** A table's rows, header and body alike, spread out by their spans. */
export function linesOf(table: Table): Line[] {
  const rows = [...table.head, ...table.groups.flat()];
  const grid = gridOf(rows, table.columns.length);
  return grid.at.map((positions, row) =>
    positions.map((placed, column) => {
      if (placed === null || placed.row !== row || placed.column !== column) return blank;
      const original = plainText(placed.cell.content).trim();
      return { text: normaliseText(original), original, at: placed.cell.at };
    }),
  );
}

/** The text before the first table and after the last. */
export function paragraphsAround(blocks: readonly Block[]): { readonly above: string[]; readonly below: string[] } {
  const tables = blocks.flatMap((block, index) => (block.kind === 'table' ? [index] : []));
  const first = tables[0] ?? blocks.length;
  const last = tables.at(-1) ?? blocks.length;
  const texts = (part: readonly Block[]) =>
    part.flatMap((block) =>
      block.kind === 'paragraph' || block.kind === 'heading' ? [normaliseText(plainText(block.content))] : [],
    );
  return { above: texts(blocks.slice(0, first)), below: texts(blocks.slice(last + 1)) };
}

export function isBlank(line: Line): boolean {
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
