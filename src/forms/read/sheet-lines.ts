import type { Cell, Place } from '../../model/document.ts';
import { gridOf } from '../../model/grid.ts';
import type { ReadPart } from '../../model/reading.ts';
import { plainText } from '../../model/text.ts';

/** A row of a sheet as far as it has cells, by their columns (1-based). */
export interface SheetLine {
  readonly row: number;
  readonly cells: ReadonlyMap<number, Cell>;
}

export interface SheetLines {
  readonly name: string;
  readonly lines: readonly SheetLine[];
  /** Texts that stand outside of any table, in order. */
  readonly texts: readonly string[];
}

/** The rows of a sheet, whatever tables and paragraphs the reader took them for. */
export function sheetLines({ name, blocks }: ReadPart): SheetLines {
  const lines = new Map<number, Map<number, Cell>>();
  const texts: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'paragraph' || block.kind === 'heading') texts.push(plainText(block.content));
    if (block.kind !== 'table') continue;
    for (const { cell } of gridOf([...block.head, ...block.groups.flat()], block.columns.length).cells) {
      const { row, column } = cell.at ?? {};
      if (typeof row !== 'number' || typeof column !== 'number') continue;
      const line = lines.get(row) ?? new Map<number, Cell>();
      lines.set(row, line.set(column, cell));
    }
  }
  const sorted = [...lines].sort(([a], [b]) => a - b).map(([row, cells]) => ({ row, cells }));
  return { name: name ?? '', lines: sorted, texts };
}

/** The texts of a line by columns, blanks left out. */
export function textsOf({
  cells,
}: SheetLine): { readonly column: number; readonly text: string; readonly at: Place | null }[] {
  return [...cells]
    .map(([column, cell]) => ({ column, text: plainText(cell.content), at: cell.at }))
    .filter(({ text }) => text.trim() !== '')
    .sort((a, b) => a.column - b.column);
}
