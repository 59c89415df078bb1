import { continuationMark, withoutMark } from './bare-text.ts';
import type { FoundCell } from './found.ts';
import type { Part } from './part.ts';

/** A body row of a part, by the columns that all parts of its panel show. */
export interface FoundRow {
  readonly part: Part;
  readonly row: number;
  readonly cells: readonly (FoundCell | null)[];
  /** The words over each column without marks of continuation. */
  readonly texts: readonly string[];
  readonly key: string;
  /** Whether a page may have ended above it. */
  readonly opensPage: boolean;
}

export function foundRows(part: Part, columns: readonly number[], divides: boolean): FoundRow[] {
  const at = columns.map((column) => part.columnOf.get(column) as number);
  return part.found.at.flatMap((line, row) => {
    if (row < part.bodyFrom) return [];
    const cells = at.map((column) => line[column] ?? null);
    const texts = cells.map((cell) => withoutMark(cell?.bare ?? ''));
    return [{ part, row, cells, texts, key: keyOf(texts), opensPage: divides || row === part.bodyFrom }];
  });
}

export function keyOf(texts: readonly string[]): string {
  return texts.join('\n');
}

/** What counts as much as the whole words of a cell: nearly its beginning, less its words again, least a stretch of them. */
const [beginning, again, stretch] = [0.95, 0.92, 0.9];

/**
 * The share of the columns in which a found row says what a row should, of those that say anything. Where page breaks
 * run through a row, the piece with its beginning is more like it than those that go on with it.
 */
export function likenessOf(expected: readonly string[], { texts, cells }: FoundRow): number {
  let said = 0;
  let same = 0;
  for (const [i, text] of expected.entries()) {
    const found = texts[i] as string;
    if (text === '' && found === '') continue;
    said += 1;
    if (text === found) same += cells[i]?.bare === text ? 1 : again;
    else if (found !== '' && text.startsWith(found)) same += beginning;
    else if (found !== '' && text.includes(found)) same += stretch;
  }
  return said === 0 ? 1 : same / said;
}

/**
 * Whether a found row goes on with a row that began above a page break: its cells say the rest of their words, all of
 * them with their mark or, as in a sheet, nothing for want of room. Half of those with words are enough to recognise it.
 */
export function goesOn(expected: readonly string[], row: FoundRow, above: FoundRow, divides: boolean): boolean {
  if (!row.opensPage) return false;
  let said = 0;
  let right = 0;
  for (const [i, text] of expected.entries()) {
    const cell = row.cells[i] ?? null;
    if (cell !== null && cell === above.cells[i]) continue;
    const found = cell?.bare ?? '';
    if (text === '' && found === '') continue;
    said += 1;
    if (found === '' ? divides : found === text + continuationMark || isStretch(withoutMark(found), text)) right += 1;
  }
  return right * 2 >= said;
}

function isStretch(found: string, text: string): boolean {
  return found.length < text.length && text.includes(found);
}
