import type { Diagnostic } from '../model/diagnostic.ts';
import { align } from './alignment.ts';
import type { ColumnMap, RowFields } from './columns.ts';
import { lineText, placeOf } from './lines.ts';
import type { BodyLine } from './parts.ts';
import { badNumber, noTarget, orphanRow } from './problems.ts';
import { projectNumber } from './project-number.ts';

/** The rows of one project, in their columns. A row without target is the rest of a name cut by a page break. */
export interface ProjectRows {
  readonly no: number;
  readonly rows: readonly { readonly fields: RowFields; readonly opensPage: boolean }[];
}

/** Groups body rows by project: a row with a 序号 opens one, rows without belong to the one above. */
export function groupRows(
  body: readonly BodyLine[],
  map: ColumnMap,
): { groups: ProjectRows[]; diagnostics: Diagnostic[] } {
  const groups: { no: number; rows: { fields: RowFields; opensPage: boolean }[] }[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { line, opensPage } of body) {
    const aligned = align(line, map);
    diagnostics.push(...aligned.diagnostics);
    const fields = aligned.row;
    if (fields === null) continue;
    const row = lineText(line);
    if (fields.no.text !== '') {
      const no = projectNumber(fields.no.text);
      if (no === null) {
        diagnostics.push(badNumber({ text: fields.no.text }, fields.no.at));
        continue;
      }
      groups.push({ no, rows: [] });
    }
    const group = groups.at(-1);
    if (!group) diagnostics.push(orphanRow({ row }, placeOf(line)));
    else if (fields.target.text === '' && !(opensPage && fields.no.text === '' && fields.name.text !== ''))
      diagnostics.push(noTarget({ row }, placeOf(line)));
    else group.rows.push({ fields, opensPage });
  }
  return { groups: groups.filter((group) => group.rows.length > 0), diagnostics };
}
