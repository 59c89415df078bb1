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
/** What heads a column of districts: 区、县（市）, 地区, 镇（街道）. */
const corner = /^(?=.*(?:[区县旗镇乡]|街道))[各区县市旗镇乡街道办地行政域划名称单位及、，／/（）]{2,12}$/u;

/**
 * Cuts a table by the column that is headed as one of districts, or in which most names of districts stand, `skipped` ones
 * aside; null where there is none.
 */
export function downFrame(
  { table, lines }: SpreadTable,
  names: ColumnNames,
  skipped: ReadonlySet<number>,
): DownFrame | null {
  const columns = Array.from({ length: Math.min(searched, table.columns.length) }, (_, column) => column);
  const textsIn = (column: number) => (skipped.has(column) ? [] : lines.map((line) => line[column]?.text ?? ''));
  const found = columns.map((column) => new Set(textsIn(column).filter((text) => isDistrict(text, names))));
  const figures = lines.findIndex((line) => line.some(({ text }) => readFigure(text) !== null));
  const headed = columns.find((column) =>
    textsIn(column)
      .slice(0, Math.max(0, figures))
      .some((text) => corner.test(text)),
  );
  const most = Math.max(0, ...found.map(({ size }) => size));
  const nameColumn = headed ?? (most === 0 ? -1 : found.findIndex(({ size }) => size === most));
  if (nameColumn < 0) return null;
  const first = lines.findIndex((line) => !standsAbove(line, nameColumn));
  const start = first < 0 ? lines.length : bodyStart(lines, first, nameColumn, names);
  if (start === lines.length) return null;
  const from = Math.min(first, start);
  const body = lines.slice(start);
  // Under a label for districts any words are the name of one.
  const below = headed === undefined ? [] : body.flatMap((line) => line[nameColumn]?.text ?? []).filter(isWord);
  return {
    table,
    nameColumn,
    above: lines.slice(0, from),
    header: lines.slice(from, start),
    body,
    districts: [...new Set([...(found[nameColumn] ?? []), ...below])],
    hasTotal: body.some((line) => isTotal(rowLabel(line, nameColumn)?.text ?? '')),
  };
}

/** The first row that names a district, a sum or 市本级: after one label for the column, any other words name one. */
function bodyStart(lines: readonly Line[], first: number, nameColumn: number, names: ColumnNames): number {
  let labelled = false;
  for (const [index, line] of lines.entries()) {
    if (index < first) continue;
    const label = rowLabel(line, nameColumn)?.text ?? '';
    const role = roleOfLabel(label);
    if (isDistrict(label, names) || role === 'total' || role === 'city') return index;
    if (label === '' || role !== null) continue;
    const figures = line.slice(nameColumn + 1).filter(({ text }) => text !== '');
    const full = figures.length > 0 && figures.every(({ text }) => readFigure(text) !== null);
    if (labelled || (index > first && full)) return index;
    labelled = true;
  }
  return lines.length;
}

function isWord(text: string): boolean {
  return /^\p{Script=Han}[^\d]*$/u.test(text) && roleOfLabel(text) === null;
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

/** The cell that names a row: in the column of names, or, where a sum or 市本级 covers that, left of it. */
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
