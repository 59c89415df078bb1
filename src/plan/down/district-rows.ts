import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Column } from '../../model/plan.ts';
import { roleOfLabel } from '../header-labels.ts';
import { type Field, type Line, lineText, noteText, placeOf } from '../lines.ts';
import { duplicateColumn } from '../problems.ts';
import type { ColumnNames } from '../registry/column-names.ts';
import { headingRow } from '../row-problems.ts';
import { splitSigns } from '../signs.ts';
import { type DownFrame, isTotal, rowLabel } from './frame.ts';
import { unnamedRow } from './problems.ts';

/** The row of a district or of 市本级. */
export interface DistrictRow {
  readonly column: Column;
  /** What a cell left of the names says over this row and others: 主城区; empty for none. */
  readonly group: string;
  readonly line: Line;
}

/** A row of sums and how many district rows stand above it. */
export interface TotalRow {
  readonly label: string;
  readonly line: Line;
  readonly after: number;
}

export interface DistrictRows {
  readonly districts: readonly DistrictRow[];
  readonly totals: readonly TotalRow[];
  readonly below: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Sorts the rows of a table by what stands in its column of names. */
export function districtRows({ body, header, nameColumn }: DownFrame, names: ColumnNames): DistrictRows {
  const repeated = new Set(header.map(keyOf));
  const lines = body.filter((line) => !repeated.has(keyOf(line)));
  const below: string[] = [];
  for (let note = noteText(lines.at(-1)); note !== null; note = noteText(lines.at(-1))) {
    below.unshift(note);
    lines.pop();
  }
  const districts: DistrictRow[] = [];
  const totals: TotalRow[] = [];
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  let group = '';
  for (const line of lines) {
    const label = rowLabel(line, nameColumn);
    const text = label === null ? '' : splitSigns(label.text).bare;
    const role = roleOfLabel(text);
    const before = line.slice(0, nameColumn).find((field) => field !== label && isGroup(field))?.text ?? '';
    if (before !== '') group = before;
    const note = noteText(line);
    if (note !== null) diagnostics.push(headingRow({ text: note }, placeOf(line)));
    else if (role === 'total') totals.push({ label: text, line, after: districts.length });
    else if (label === null || !isName(text) || (label !== line[nameColumn] && role !== 'city'))
      diagnostics.push(unnamedRow({ row: lineText(line) }, placeOf(line)));
    else {
      const city = role === 'city';
      const named =
        city && !names.isKnown(text) ? { name: text, kind: 'city' as const, tell: null } : names.named(text);
      const kind = city ? 'city' : named.kind;
      if (named.tell) diagnostics.push(named.tell(label.at));
      if (seen.has(named.name)) diagnostics.push(duplicateColumn({ label: named.name }, label.at));
      seen.add(named.name);
      districts.push({ column: { name: named.name, kind }, group, line });
    }
  }
  return { districts, totals, below, diagnostics };
}

/** Words without a digit; 甲区210 is a name that lost the tab behind it. */
function isName(text: string): boolean {
  return /\p{Script=Han}/u.test(text) && !/\d/.test(text);
}

/** Words left of the name that are no number: a group of districts. */
function isGroup({ text }: Field): boolean {
  return text !== '' && !/^\d+$/.test(text) && !isTotal(text);
}

function keyOf(line: Line): string {
  return line.map(({ text }) => text).join('\t');
}
