import { looksLikeDistrict } from '../../model/district-name.ts';
import type { Table } from '../../model/document.ts';
import { readFigure } from '../figure-text.ts';
import { roleOfLabel } from '../header-labels.ts';
import { type Field, type Line, longestOf, type SpreadTable } from '../lines.ts';
import type { ColumnNames } from '../registry/column-names.ts';
import { splitSigns } from '../signs.ts';
import { captionUnit } from '../units.ts';

/** A table whose rows may be districts, cut into its parts. */
export interface DownFrame {
  readonly table: Table;
  /** Column of the districts' names; what stands left of it numbers or groups them. */
  readonly nameColumn: number;
  readonly above: readonly Line[];
  /** Empty where the table goes on from the one before it. */
  readonly header: readonly Line[];
  readonly body: readonly Line[];
  /** The different names of districts that were recognised. */
  readonly districts: readonly string[];
  readonly hasTotal: boolean;
}

/** Names of districts stand in one of the first columns. */
const searched = 4;

/** Cuts a table by the column, `skipped` ones aside, in which most names of districts stand; null where there is none. */
export function downFrame(
  { table, lines }: SpreadTable,
  names: ColumnNames,
  skipped: ReadonlySet<number>,
): DownFrame | null {
  const isName = (text: string) => isDistrict(text, names);
  const columns = Array.from({ length: Math.min(searched, table.columns.length) }, (_, column) => {
    const texts = skipped.has(column) ? [] : lines.map((line) => line[column]?.text ?? '');
    return [...new Set(texts.filter(isName))];
  });
  const most = Math.max(0, ...columns.map((found) => found.length));
  const nameColumn = columns.findIndex((found) => found.length === most);
  if (most === 0 || nameColumn < 0) return null;
  const start = lines.findIndex((line) => {
    const text = rowLabel(line, nameColumn)?.text ?? '';
    return isName(text) || isTotal(text) || roleOfLabel(text) === 'city';
  });
  const above = lines.slice(0, start).findIndex((line) => !standsAbove(line, nameColumn));
  const from = above < 0 ? start : above;
  return {
    table,
    nameColumn,
    above: lines.slice(0, from),
    header: lines.slice(from, start),
    body: lines.slice(start),
    districts: columns[nameColumn] ?? [],
    hasTotal: lines.slice(start).some((line) => isTotal(rowLabel(line, nameColumn)?.text ?? '')),
  };
}

/** A table that goes on under the header of another, with a copy of it or without any; null for any other table. */
export function continuationOf(
  { table, lines }: SpreadTable,
  own: DownFrame | null,
  before: DownFrame,
): DownFrame | null {
  const keyOf = (line: Line) => line.map(({ text }) => text).join('\t');
  const copies = before.header.every(
    (line, index) => lines[index] !== undefined && keyOf(line) === keyOf(lines[index]),
  );
  const sameWidth = longestOf(lines) <= longestOf(before.header);
  const figures = lines.some((line) =>
    line.some(({ text }, column) => column > before.nameColumn && readFigure(text) !== null),
  );
  const headed = own !== null && own.header.length > 0;
  if (!copies && !(!headed && sameWidth && figures && lines.every((line) => line.length > before.nameColumn + 1)))
    return null;
  const body = copies ? lines.slice(before.header.length) : lines;
  return { ...before, table, above: [], header: copies ? before.header : [], body, districts: [], hasTotal: false };
}

/** A registered name, or one that looks like a district's. */
export function isDistrict(text: string, names: ColumnNames): boolean {
  const { bare } = splitSigns(text);
  return names.isKnown(bare) || (roleOfLabel(bare) === null && looksLikeDistrict(bare));
}

export function isTotal(text: string): boolean {
  return roleOfLabel(text) === 'total';
}

/** The cell that names a row: in the column of names, or, where a total covers that, left of it. */
export function rowLabel(line: Line, nameColumn: number): Field | null {
  const own = line[nameColumn];
  if (own && own.text !== '') return own;
  const before = line.slice(0, nameColumn).findLast(({ text }) => text !== '' && !/^\d+$/.test(text));
  return before ?? null;
}

/** Title, label and caption: one text at the left edge or over half of the width. */
function standsAbove(line: Line, nameColumn: number): boolean {
  const filled = line.flatMap((field, column) =>
    field.text === '' || captionUnit(field.text) !== null ? [] : [{ field, column }],
  );
  const [only] = filled;
  if (!only) return true;
  if (filled.length > 1) return false;
  return (
    only.field.colspan * 2 > line.length || (only.column <= nameColumn && /表$|^附件|\d{4}年/u.test(only.field.text))
  );
}
