import type { Diagnostic } from '../model/diagnostic.ts';
import { compareCells } from './compare-cells.ts';
import { compareColumns } from './compare-columns.ts';
import { compareHeads } from './compare-heads.ts';
import { compareRows } from './compare-rows.ts';
import type { Locator } from './formula-text.ts';
import { capped, differ, differences } from './problems.ts';
import type { TableContext } from './table-context.ts';
import { nowhere } from './where.ts';

/** Differences of one table are named one by one up to so many; a whole table that is wrong is not hidden behind thousands. */
const mostNamed = 12;

/** Everything in which the parts of a table differ from it. A lost row or column is one difference, not one for each of its cells. */
export function compareTable(context: TableContext, locator: Locator): Diagnostic[] {
  const { table, parts, source } = context;
  const where = { ...nowhere, table: table.name };
  if (parts.length === 0) return [differ(differences.tableLost, where, source)];
  const all = [
    ...compareHeads(context),
    ...compareColumns(context),
    ...compareRows(context),
    ...compareCells(context, locator),
  ];
  return capped(all, mostNamed, source, where);
}
