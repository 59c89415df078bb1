import type { Diagnostic } from '../model/diagnostic.ts';
import { headRowsIn } from './part.ts';
import { differ, differences } from './problems.ts';
import { placeOf, type TableContext } from './table-context.ts';

/** Each part has its head, or the program that opens the file repeats it. Their words are compared with the other cells. */
export function compareHeads(context: TableContext): Diagnostic[] {
  const { table, parts, source } = context;
  return parts.flatMap(({ head, found, columnOf }) => {
    const place = placeOf(context, found.where, null, null);
    const rows = headRowsIn(table, columnOf);
    const missing = rows.filter((row) => head[row] === null).length;
    if (missing === rows.length && missing > 0) return [differ(differences.headLost, place, source)];
    if (missing > 0) return [differ(differences.headRowLost, { ...place, row: 'head' }, source)];
    if (found.repeatedRows === null || found.repeatedRows === rows.length) return [];
    const data = { ...place, expected: String(rows.length), found: String(found.repeatedRows) };
    return [differ(differences.headRepeats, data, source)];
  });
}
