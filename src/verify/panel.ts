import { align, changedPairs, type Pairs } from './align.ts';
import type { ExpectedTable } from './expected-table.ts';
import type { Traits } from './found.ts';
import { type FoundRow, foundRows, goesOn, keyOf, likenessOf } from './found-row.ts';
import { type Part, rowTexts } from './part.ts';

/** The parts that show the same columns of a table, with its rows from the first to the last. */
export interface Panel {
  readonly parts: readonly Part[];
  /** Columns of the table that some part shows. */
  readonly columns: ReadonlySet<number>;
  readonly found: readonly FoundRow[];
  /** Of the body rows of the table, what each says in the columns that all parts show. */
  readonly expectedKeys: readonly string[];
  /** Body row of the table → its places in `found`: several where page breaks run through it. */
  readonly rows: ReadonlyMap<number, readonly number[]>;
}

/** Sorts parts into panels and finds the rows of the table in each. */
export function panelsOf(parts: readonly Part[], table: ExpectedTable, { divides }: Traits): Panel[] {
  const panels: Part[][] = [];
  for (const part of parts) {
    // A part that lacks a column is still of its panel; the next panel has columns that the first has not.
    const home = panels.find(([first]) => first !== undefined && (shows(first, part) || shows(part, first)));
    if (home === undefined) panels.push([part]);
    else home.push(part);
  }
  return panels.map((own) => panelOf(own, table, divides));
}

function shows(one: Part, other: Part): boolean {
  return [...other.columnOf.keys()].every((column) => one.columnOf.has(column));
}

function panelOf(parts: readonly Part[], table: ExpectedTable, divides: boolean): Panel {
  const columns = new Set(parts.flatMap((part) => [...part.columnOf.keys()]));
  const shared = [...columns].filter((column) => parts.every((part) => part.columnOf.has(column)));
  const expected = rowTexts(table, shared).slice(table.headRows);
  const expectedKeys = expected.map(keyOf);
  const found = parts.flatMap((part) => foundRows(part, shared, divides));
  const keys = found.map(({ key }) => key);
  const pairs = align(expectedKeys, keys, (i, j) => likenessOf(expected[i] as string[], found[j] as FoundRow));
  const known = new Set(expectedKeys);
  const changed = changedPairs(pairs, expectedKeys.length, keys.length, (place) => !known.has(keys[place] as string));
  const rows = new Map<number, number[]>();
  for (const [row, place] of withContinued([...pairs, ...changed])) {
    const places = rows.get(row);
    if (places === undefined) rows.set(row, [place]);
    else places.push(place);
  }
  return { parts, columns, found, expectedKeys, rows };

  /** With the rows that only go on with the one above. */
  function withContinued(recognised: Pairs): Pairs {
    const rowAt = new Map(recognised.map(([row, place]) => [place, row]));
    for (const [place, one] of found.entries()) {
      const above = rowAt.get(place - 1);
      if (rowAt.has(place) || above === undefined) continue;
      if (goesOn(expected[above] as string[], one, found[place - 1] as FoundRow, divides)) rowAt.set(place, above);
    }
    return [...rowAt].map(([place, row]) => [row, place] as const).sort((a, b) => a[1] - b[1]);
  }
}
