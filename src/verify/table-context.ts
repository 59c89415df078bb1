import type { ExpectedTable } from './expected-table.ts';
import type { FoundCell, FoundTable, Traits } from './found.ts';
import { type Panel, panelsOf } from './panel.ts';
import { type Part, partsOf } from './part.ts';
import type { Where } from './where.ts';

/** One table of the document, and what a file has of it. */
export interface TableContext {
  readonly table: ExpectedTable;
  readonly parts: readonly Part[];
  readonly panels: readonly Panel[];
  readonly traits: Traits;
  readonly source: string;
}

/** Recognises a table in its parts. */
export function tableContext(
  table: ExpectedTable,
  found: readonly FoundTable[],
  traits: Traits,
  source: string,
): TableContext {
  const parts = partsOf(found, table);
  return { table, parts, panels: panelsOf(parts, table, traits), traits, source };
}

/** The found cell at a position of the table, in the first panel that has it: its first part, or the last one. */
export function foundAt({ table, panels }: TableContext, row: number, column: number, which: 0 | -1): FoundCell | null {
  for (const { rows, found, parts } of panels) {
    const piece = found[rows.get(row - table.headRows)?.at(which) ?? -1];
    const part = piece?.part ?? parts[0];
    const at = piece?.row ?? part?.head[row];
    const place = part?.columnOf.get(column);
    if (part !== undefined && at != null && place !== undefined) return part.found.at[at]?.[place] ?? null;
  }
  return null;
}

/** The place of a cell: that of the part it stands in, in the words of the table. */
export function placeOf({ table }: TableContext, at: Where, row: number | null, column: number | null): Where {
  return {
    ...at,
    table: table.name,
    row: row === null ? '' : (table.rowNames[row] as string),
    column: column === null ? '' : (table.columnNames[column] as string),
  };
}

/** The place in a part, by its row. */
export function partPlace(found: FoundTable, row: number): Where {
  return found.at[row]?.find((cell) => cell !== null)?.where ?? found.where;
}
