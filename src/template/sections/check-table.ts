import type { TableColumn } from '../../model/document.ts';
import { type Grid, gridOf } from '../../model/grid.ts';
import { failAt, type TemplatePlace } from '../template-place.ts';
import type { DraftRows } from './draft.ts';

interface DraftTable {
  readonly columns: readonly TableColumn[];
  readonly head: DraftRows | null;
  readonly groups: readonly DraftRows[];
}

/** Cells must cover each row group exactly, spans staying inside it; row keys are unique. */
export function checkTable(name: string, table: DraftTable, place: TemplatePlace): void {
  if (table.columns.length === 0) failAt(place, `table '${name}' has no columns: it lacks a <colgroup>`);
  if (table.head !== null) checkRows(`table '${name}', <thead>`, table.head, table.columns, place);
  for (const [i, group] of table.groups.entries())
    checkRows(`table '${name}', <tbody> ${i + 1}`, group, table.columns, place);
  const keys = new Set<string>();
  for (const { rows, places } of [...(table.head === null ? [] : [table.head]), ...table.groups])
    for (const [i, { key }] of rows.entries()) {
      if (key !== null && keys.has(key)) failAt(places[i] ?? place, `table '${name}': two rows have the key '${key}'`);
      if (key !== null) keys.add(key);
    }
}

function checkRows(part: string, group: DraftRows, columns: readonly TableColumn[], table: TemplatePlace): void {
  const row = (index: number) => {
    const key = group.rows[index]?.key ?? null;
    return `${part}, row ${index + 1}${key === null ? '' : ` (${key})`}`;
  };
  const grid = spread(group, columns.length, (message) => {
    // gridOf says in words which row it stopped at
    const index = Number(/row (\d+)/.exec(message)?.[1] ?? 1) - 1;
    failAt(group.places[index] ?? table, `${row(index)}: ${message}`);
  });
  for (const [r, line] of grid.at.entries()) {
    const c = line.indexOf(null);
    if (c >= 0)
      failAt(
        group.places[r] ?? table,
        `${row(r)}: no cell covers column ${c + 1} (${columns[c]?.key}) of ${columns.length}`,
      );
  }
}

function spread(group: DraftRows, columnCount: number, misfit: (message: string) => never): Grid {
  try {
    return gridOf(group.rows, columnCount);
  } catch (error) {
    if (error instanceof RangeError) return misfit(error.message);
    throw error;
  }
}
