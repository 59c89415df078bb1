import type { Diagnostic, Problem } from '../model/diagnostic.ts';
import { differ, differences } from './problems.ts';
import { shortened } from './shorten.ts';
import { placeOf, type TableContext } from './table-context.ts';
import type { Where } from './where.ts';

/** Columns that are missing in the whole table or on one page of a panel, too many, or out of order. */
export function compareColumns(context: TableContext): Diagnostic[] {
  const { table, panels, source } = context;
  const anywhere = new Set(panels.flatMap(({ columns }) => [...columns]));
  const first = context.parts[0]?.found.where;
  const problems: Diagnostic[] = [];
  if (first !== undefined)
    for (const column of table.columnNames.keys())
      if (!anywhere.has(column))
        problems.push(differ(differences.columnLost, placeOf(context, first, null, column), source));

  for (const { parts, columns } of panels) {
    // What is wrong on every page of a panel is said for the first.
    const told = new Set<string>();
    const tell = (problem: Problem<Where>, where: Where, column: number) => {
      const key = `${problem.code} ${column}`;
      if (!told.has(key)) problems.push(differ(problem, placeOf(context, where, null, column), source));
      told.add(key);
    };
    for (const { found, map, columnOf, head } of parts) {
      for (const column of columns) if (!columnOf.has(column)) tell(differences.columnLost, found.where, column);
      for (const column of map.moved) tell(differences.columnMoved, found.where, column);
      for (const [at, column] of map.columns.entries()) {
        if (column !== null || told.has(`extra ${at}`)) continue;
        told.add(`extra ${at}`);
        const cells = found.at.map((row) => row[at]).filter((cell) => cell != null);
        const text = (head.length > 0 ? cells[head.length - 1] : cells[0])?.text ?? '';
        const place = placeOf(context, found.where, null, null);
        problems.push(differ(differences.columnExtra, { ...place, text: shortened(text) }, source));
      }
    }
  }
  return problems;
}
