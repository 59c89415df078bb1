import type { Diagnostic } from '../model/diagnostic.ts';
import type { FoundNote } from './found.ts';
import { capped, differ, differences } from './problems.ts';
import { shortened, shortenedPair } from './shorten.ts';
import { foundAt, placeOf, type TableContext } from './table-context.ts';
import type { Where } from './where.ts';

/** Differences of remarks are named one by one up to so many. */
const mostNamed = 12;

/** The remarks on the cells of all tables, to the letter, and those that no cell should have. */
export function compareNotes(
  contexts: readonly TableContext[],
  notes: readonly FoundNote[],
  source: string,
): Diagnostic[] {
  const meant = new Set<FoundNote>();
  const wrong: Diagnostic[] = [];
  for (const context of contexts)
    for (const { row, column, note } of context.table.cells) {
      if (note === null) continue;
      const found = foundAt(context, row, column, 0);
      // A cell that is not there is told elsewhere, and its remark with it.
      if (found === null) continue;
      if (found.note !== null) meant.add(found.note);
      if (found.note?.text === note) continue;
      const pair = shortenedPair(note, found.note?.text ?? '');
      wrong.push(differ(differences.note, { ...placeOf(context, found.where, row, column), ...pair }, source));
    }
  const extra = notes.filter((note) => !meant.has(note));
  const places = extra.length === 0 ? new Map<FoundNote, Where>() : placesOf(contexts);
  return capped([...wrong, ...extra.map(tooMuch)], mostNamed, source);

  function tooMuch(note: FoundNote): Diagnostic {
    const where = places.get(note) ?? note.where;
    return differ(differences.note, { ...where, expected: '', found: shortened(note.text) }, source);
  }
}

/** The places of remarks in the words of the tables that they are on. */
function placesOf(contexts: readonly TableContext[]): Map<FoundNote, Where> {
  const places = new Map<FoundNote, Where>();
  for (const context of contexts)
    for (const { row, column } of context.table.cells) {
      const found = foundAt(context, row, column, 0);
      if (found?.note) places.set(found.note, placeOf(context, found.where, row, column));
    }
  return places;
}
