import type { PlacedCell } from '../../model/grid.ts';
import { continuedContent } from '../paged/table-text.ts';
import type { SheetColumns } from './column-widths.ts';

/**
 * The cells of a table as the pages side by side show them: one that reaches over the edge of a page begins anew on the
 * next, a heading with its words, any other with 「（续）」 behind them, or its words would be cut in two.
 */
export function cutToPages(cells: readonly PlacedCell[], { repeated, starts, widths }: SheetColumns): PlacedCell[] {
  if (starts.length === 1) return [...cells];
  const edges = [...(repeated > 0 ? [0] : []), ...starts, widths.length];
  return cells.flatMap((placed) => pieces(placed, edges));
}

function pieces(placed: PlacedCell, edges: readonly number[]): PlacedCell[] {
  const { cell, column } = placed;
  const end = column + cell.colspan;
  const inside = edges.filter((edge) => edge > column && edge < end);
  if (inside.length === 0) return [placed];
  // The remark is made once, where the cell begins.
  const { note: _, ...withoutNote } = cell;
  return [column, ...inside].map((first, index) => {
    const colspan = (inside[index] ?? end) - first;
    if (index === 0) return { ...placed, cell: { ...cell, colspan } };
    const content = cell.header ? cell.content : continuedContent(cell.content);
    return { ...placed, column: first, cell: { ...withoutNote, colspan, content, value: null } };
  });
}
