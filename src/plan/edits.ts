import { blankField, type Line } from './lines.ts';

/** Blank fields that may be missing or too many in a row; more is no slip. */
const most = 4;
/** Wider tables are not searched: a row of one would take too long. */
const widest = 80;

/**
 * Every row that one slip may have made into this one: blanks lost at one place, or put in at one place. Where the file
 * counts its fields, as many as the header has more or less; else up to three, which blanks at the end make up for.
 */
export function edits(raw: Line, count: number, expected: number): Line[] {
  if (raw.length > widest) return [];
  const line = raw.slice(0, count);
  const missing = expected - count;
  if (missing > most || missing < -most) return [];
  if (missing > 0) return places(line).map((place) => inserted(line, place, missing));
  if (missing < 0) return places(line).flatMap((place) => removed(line, place, -missing));
  return [1, 2, 3].flatMap((by) => [
    ...places(line).flatMap((place) => removed(inserted(line, place, by), line.length, by)),
    ...places(line).flatMap((place) =>
      removed(line, place, by).map((shorter) => inserted(shorter, shorter.length, by)),
    ),
  ]);
}

/** Beside a blank, one place does for all. */
function places(line: Line): number[] {
  return [...line.keys(), line.length].filter((place) => place === 0 || line[place - 1]?.text !== '');
}

function inserted(line: Line, place: number, by: number): Line {
  return [...line.slice(0, place), ...new Array<typeof blankField>(by).fill(blankField), ...line.slice(place)];
}

function removed(line: Line, place: number, by: number): Line[] {
  const gone = line.slice(place, place + by);
  if (gone.length < by || gone.some((field) => field.text !== '')) return [];
  return [[...line.slice(0, place), ...line.slice(place + by)]];
}
