import type { Diagnostic } from '../model/diagnostic.ts';
import { differ, differences } from './problems.ts';
import { placeOf, type TableContext } from './table-context.ts';

/** Each part has its head, or the program that opens the file repeats it. Their words are compared with the other cells. */
export function compareHeads(context: TableContext): Diagnostic[] {
  const { table, parts, source } = context;
  return parts.flatMap(({ head, found }) => {
    const place = placeOf(context, found.where, null, null);
    const missing = head.filter((row) => row === null).length;
    if (missing > 0) {
      const row = missing < head.length ? { ...place, row: 'head' } : place;
      return [differ(missing < head.length ? differences.headRowLost : differences.headLost, row, source)];
    }
    if (found.repeatedRows === null || found.repeatedRows === table.headRows) return [];
    const data = { ...place, expected: String(table.headRows), found: String(found.repeatedRows) };
    return [differ(differences.headRepeats, data, source)];
  });
}
