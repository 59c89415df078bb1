import type { Block, Table } from '../../src/model/document.ts';
import { gridOf } from '../../src/model/grid.ts';
import type { Reading } from '../../src/model/reading.ts';
import { plainText } from '../../src/model/text.ts';
import { readSource } from '../../src/readers/index.ts';

/** Tables in few words, for tests that compare what was read with what was meant. */

/** Every cell of a table with its place, its span and its words: `0,1 2×1 上城区`. */
export function cellsOf(table: Table): string[] {
  const rows = [...table.head, ...table.groups.flat()];
  return gridOf(rows, table.columns.length).cells.map(
    ({ cell, row, column }) => `${row},${column} ${cell.rowspan}×${cell.colspan} ${plainText(cell.content)}`,
  );
}

/** The words of each row, as its cells begin. */
export function rowsOf(table: Table): string[][] {
  return [...table.head, ...table.groups.flat()].map((row) => row.cells.map((cell) => plainText(cell.content)));
}

export function tablesIn(blocks: readonly Block[]): Table[] {
  return blocks.filter((block) => block.kind === 'table');
}

/** Paragraphs as words, tables as rows of words, page breaks as a line. */
export function outline(blocks: readonly Block[]): (string | string[][])[] {
  return blocks.map((block) => {
    if (block.kind === 'table') return rowsOf(block);
    return block.kind === 'paragraph' ? plainText(block.content) : `--- ${block.kind}`;
  });
}

/** Code and place of each diagnostic: `xlsx-error-value@附件2:3,2`. */
export function problems({ diagnostics }: Pick<Reading, 'diagnostics'>): string[] {
  return diagnostics.map(({ code, at }) => {
    const cell = at?.row == null && at?.column == null ? '' : `:${at.row ?? ''},${at.column ?? ''}`;
    return `${code}@${at?.part ?? ''}${cell}`;
  });
}

/** Reads a file of this name. */
export function read(bytes: Uint8Array, name: string): Reading {
  return readSource(bytes, name);
}
