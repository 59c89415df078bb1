import type { Diagnostic } from '../model/diagnostic.ts';
import { differ, differences } from './problems.ts';
import type { SpreadCell } from './spread-table.ts';
import { placeOf, type TableContext } from './table-context.ts';
import type { Where } from './where.ts';

/** A cell that says something else. */
export interface CellDifference {
  readonly cell: SpreadCell;
  /** All that the file has of it, bare. */
  readonly found: string;
  readonly where: Where;
  readonly problem: Diagnostic;
}

/** So many cells, and this share of the wrong ones, make a column that of another. */
const leastCells = 3;
const leastShare = 0.8;

/** Where a column shows what belongs to another, that is one difference; all others stay as they are. */
export function columnsOfOthers(wrong: readonly CellDifference[], context: TableContext): Diagnostic[] {
  const byColumn = new Map<number, CellDifference[]>();
  for (const one of wrong) byColumn.set(one.cell.column, [...(byColumn.get(one.cell.column) ?? []), one]);
  return [...byColumn]
    .sort(([a], [b]) => a - b)
    .flatMap(([column, cells]) => {
      const other = ownerOf(column, cells, context);
      if (other === null) return cells.map(({ problem }) => problem);
      const [here, rest] = [
        cells.filter((one) => belongs(one, other, context)),
        cells.filter((one) => !belongs(one, other, context)),
      ];
      const where = { ...placeOf(context, (here[0] as CellDifference).where, null, column) };
      const data = { ...where, other: context.table.columnNames[other] as string, count: String(here.length) };
      return [differ(differences.columnOfOther, data, context.source), ...rest.map(({ problem }) => problem)];
    });
}

function ownerOf(column: number, cells: readonly CellDifference[], context: TableContext): number | null {
  if (cells.length < leastCells) return null;
  let best: { column: number; hits: number } | null = null;
  for (const other of context.table.columnNames.keys()) {
    if (other === column) continue;
    const hits = cells.filter((one) => belongs(one, other, context)).length;
    if (hits > (best?.hits ?? 0)) best = { column: other, hits };
  }
  return best !== null && best.hits >= Math.max(leastCells, cells.length * leastShare) ? best.column : null;
}

function belongs({ cell, found }: CellDifference, column: number, { table }: TableContext): boolean {
  return table.at[cell.row]?.[column]?.bare === found;
}
