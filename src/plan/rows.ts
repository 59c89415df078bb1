import type { Diagnostic } from '../model/diagnostic.ts';
import { align } from './alignment.ts';
import type { BodyLine } from './body-line.ts';
import type { ColumnMap, RowFields } from './columns.ts';
import { roleOfLabel } from './header-labels.ts';
import { blankField, type Field, lineText, noteText, placeOf } from './lines.ts';
import { numberedByOrder } from './problems.ts';
import { projectNumber, splitNumber } from './project-number.ts';
import { badNumber, headingRow, noTarget, numberTwice, orphanRow, totalRow } from './row-problems.ts';
import { splitSigns } from './signs.ts';

/** The rows of one project, in their columns. A row without target is the rest of a name cut by a page break. */
export interface ProjectRows {
  readonly no: number;
  /** Signs beside the 序号; empty for none. */
  readonly mark: string;
  readonly rows: readonly { readonly fields: RowFields; readonly opensPage: boolean }[];
}

/** A table with more rows out of place than this is no slip; they are refused without a search. */
const mostMended = 100;

interface OpenGroup extends ProjectRows {
  readonly rows: { fields: RowFields; opensPage: boolean }[];
}

/** Groups body rows by project: a row with a 序号 opens one, rows without belong to the one above. */
export function groupRows(
  body: readonly BodyLine[],
  map: ColumnMap,
): { groups: ProjectRows[]; diagnostics: Diagnostic[] } {
  const groups: OpenGroup[] = [];
  const taken = new Set<number>();
  const diagnostics: Diagnostic[] = [];
  let above: RowFields | null = null;
  let counted = 0;
  let mended = 0;
  for (const line of body) {
    const aside = asideOf(line, map);
    if (aside) {
      diagnostics.push(aside);
      continue;
    }
    const aligned = align(line, map, mended < mostMended);
    if (aligned.row === null || aligned.diagnostics.length > 0) mended += 1;
    diagnostics.push(...aligned.diagnostics);
    if (aligned.row === null) continue;
    const opening = openingOf(aligned.row, line, map, groups.at(-1)?.no ?? 0);
    if (opening === 'unreadable') {
      diagnostics.push(badNumber({ text: aligned.row.no.text }, aligned.row.no.at));
      continue;
    }
    if (opening && !repeatsNumber(opening, line, groups.at(-1))) {
      if (opening.counted) counted += 1;
      if (taken.has(opening.no)) diagnostics.push(numberTwice({ no: String(opening.no) }, placeOf(line.raw)));
      taken.add(opening.no);
      groups.push({ no: opening.no, mark: opening.mark, rows: [] });
    }
    const group = groups.at(-1);
    const name = opening && group && group.rows.length > 0 ? blankField : (opening?.name ?? aligned.row.name);
    const fields = carriedOn({ ...aligned.row, name }, above, group?.rows.length !== 0);
    above = fields;
    if (!group) diagnostics.push(orphanRow({ row: lineText(line.raw) }, placeOf(line.raw)));
    else if (fields.target.text === '' && !(line.opensPage && opening === null && fields.name.text !== ''))
      diagnostics.push(noTarget({ row: lineText(line.raw) }, placeOf(line.raw)));
    else group.rows.push({ fields, opensPage: line.opensPage });
  }
  if (counted > 0) diagnostics.push(numberedByOrder({ count: String(counted) }, placeOf(body[0]?.raw ?? [])));
  return { groups: groups.filter((group) => group.rows.length > 0), diagnostics };
}

/** A row that is no project's: a heading between projects, or a row of totals. */
function asideOf({ line, raw, opensPage }: BodyLine, map: ColumnMap): Diagnostic | null {
  const [first] = line.filter(({ text }) => text !== '');
  if (!first) return null;
  if (roleOfLabel(first.text) === 'total') return totalRow({ row: lineText(raw) }, first.at);
  const alone = noteText(line) ?? (isHeading(line) && (map.no === 0 || !opensPage) ? first.text : null);
  return alone === null ? null : headingRow({ text: alone }, first.at);
}

/** Words alone at the left edge that number a part of the table: 一、提升养老服务. */
function isHeading(line: BodyLine['line']): boolean {
  const [first, ...rest] = line;
  return (
    first !== undefined &&
    rest.every(({ text }) => text === '') &&
    projectNumber(first.text) === null &&
    /^(?:[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?)\p{Script=Han}{2,}/u.test(first.text)
  );
}

interface Opening {
  readonly no: number;
  readonly mark: string;
  readonly name: Field;
  /** Numbered by its place, for want of a number. */
  readonly counted: boolean;
}

/** The number of a project that goes on at the head of a page, printed once more, its name with it or not. */
function repeatsNumber({ no, name }: Opening, { opensPage }: BodyLine, group: OpenGroup | undefined): boolean {
  if (!opensPage || group === undefined || group.no !== no) return false;
  return name.text === '' || group.rows.some(({ fields }) => fields.name.text === name.text);
}

/** The project that a row opens: by its 序号, or, in a table without, by a name beside a target; null for a row that goes on. */
function openingOf(
  row: RowFields,
  { opensPage }: BodyLine,
  map: ColumnMap,
  last: number,
): Opening | 'unreadable' | null {
  const { no, name, target } = row;
  if (map.no >= 0) {
    if (no.text === '') return null;
    const { bare, signs } = splitSigns(no.text);
    const number = projectNumber(bare);
    return number === null ? 'unreadable' : { no: number, mark: signs, name, counted: false };
  }
  if (name.text === '' || (target.text === '' && opensPage)) return null;
  const numbered = splitNumber(name.text);
  if (numbered === null) return { no: last + 1, mark: '', name, counted: true };
  return { no: numbered.no, mark: '', name: { ...name, text: numbered.text }, counted: false };
}

/** Merged cells of the row above that reach into this one: its 牵头单位 always, unit and name's unit within a project. */
function carriedOn(row: RowFields, above: RowFields | null, within: boolean): RowFields {
  if (above === null) return row;
  const lead = !within && row.lead.covered === 'above' ? { ...above.lead, covered: row.lead.covered } : row.lead;
  const unit = row.unit === '' && within ? above.unit : row.unit;
  const nameUnit = row.name.text === '' && within ? above.nameUnit : row.nameUnit;
  return { ...row, lead, unit, nameUnit };
}
