import type { ExpectedTable } from './expected-table.ts';

/** Where the cells of tables stand in their sheets, as far as the file has them. */
export interface Locator {
  /** The table of a name; the one that the formula stands in for an empty one. */
  table(name: string): ExpectedTable | null;
  /** First and last address of the cell at a position, `E5`; null where the file has none. */
  locate(table: ExpectedTable, row: number, column: number): SheetPlace | null;
}

export interface SheetPlace {
  readonly sheet: string;
  readonly first: string;
  readonly last: string;
}

const reference = /([^\s()[\]{}"'+\-*/^&=<>,;!|%]*)\[([^\][,]*),([^\][,]*)\]/g;

/**
 * A formula of the model in the addresses of the sheet, worked out from where its cells were found. Null where a cell
 * that it speaks of is missing or has no name here.
 */
export function formulaText(
  source: string,
  site: { readonly sheet: string; readonly row: number; readonly column: number },
  { table: tableOf, locate }: Locator,
): string | null {
  let complete = true;
  const text = source.replaceAll(reference, (whole, name: string, rowWords: string, columnWords: string) => {
    const table = tableOf(name);
    const rows = table === null ? null : ends(rowWords, table.rowKeys, name === '' ? site.row : null);
    const columns = table === null ? null : ends(columnWords, table.columnKeys, name === '' ? site.column : null);
    const first = table && rows && columns && locate(table, rows[0], columns[0]);
    const last = table && rows && columns && locate(table, rows[1], columns[1]);
    if (!first || !last) {
      complete = false;
      return whole;
    }
    const single = rows[0] === rows[1] && columns[0] === columns[1];
    const area = single ? first.first : `${first.first}:${last.last}`;
    return first.sheet === site.sheet ? area : `'${first.sheet.replaceAll("'", "''")}'!${area}`;
  });
  return complete ? text : null;
}

/** `key`, `first:last`, or nothing for the place of the formula itself; keys may hold a colon. */
function ends(words: string, keys: ReadonlyMap<string, number>, own: number | null): [number, number] | null {
  const find = (key: string) => (key === '' ? own : (keys.get(key) ?? null));
  const colon = keys.has(words) ? -1 : words.indexOf(':');
  const first = find(colon < 0 ? words : words.slice(0, colon));
  const last = find(colon < 0 ? words : words.slice(colon + 1));
  return first === null || last === null ? null : [Math.min(first, last), Math.max(first, last)];
}

/** A formula without what spreadsheet programs write differently: spaces, letter case of functions, `$`. */
export function plainFormula(formula: string): string {
  return formula.replace(/^=/, '').replaceAll(/[\s$]/g, '').toUpperCase();
}
