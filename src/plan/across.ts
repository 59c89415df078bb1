import type { Diagnostic } from '../model/diagnostic.ts';
import type { Table } from '../model/document.ts';
import type { Column, HeaderNode } from '../model/plan.ts';
import { type Line, lineText, longestOf, placeOf } from './lines.ts';
import { type Cut, figureCount, type Page } from './pages.ts';
import { joinPages, notRead } from './parts.ts';
import { missingHeader } from './problems.ts';
import type { ColumnNames } from './registry/column-names.ts';
import { groupRows, type ProjectRows } from './rows.ts';

/** A table on its way to a plan, whichever way it lay. */
export interface TableReading {
  readonly header: readonly HeaderNode[];
  readonly columns: readonly Column[];
  readonly groups: readonly ProjectRows[];
  /** Notes in the last rows of the table. */
  readonly below: readonly string[];
  /** The last of the tables that it was joined from. */
  readonly last: Table;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a table with districts across and tasks down; `unit` is that of its caption. */
export function readAcross(
  { pages, strays, headless }: Cut,
  first: Page,
  names: ColumnNames,
  unit: string,
): TableReading {
  const joined = joinPages(pages, first, names);
  const map = {
    ...joined.map,
    targetUnit: joined.map.targetUnit || unit,
    figureUnit: joined.map.figureUnit || unit,
  };
  const failed = joined.diagnostics.some((d) => d.severity === 'error');
  const { groups, diagnostics } = failed ? { groups: [], diagnostics: [] } : groupRows(joined.body, map);
  return {
    header: joined.header,
    columns: map.figures.map(({ column }) => column),
    groups,
    below: joined.below,
    last: joined.last,
    diagnostics: [
      ...joined.diagnostics,
      ...strays.map(notRead),
      ...headless.map((lines) => headlessProblem(lines, first)),
      ...diagnostics,
    ],
  };
}

/** Rows before any header: part of the table whose header was not recognised, if they are as wide and full of figures. */
function headlessProblem(lines: readonly Line[], first: Page): Diagnostic {
  const widths = [longestOf(lines), Math.max(...first.counts)] as const;
  const [opening] = lines as [Line];
  const belongs = Math.abs(widths[0] - widths[1]) <= 1 && lines.some((line) => figureCount(line) > 1);
  return belongs ? missingHeader({ row: lineText(opening) }, placeOf(opening)) : notRead(opening);
}
