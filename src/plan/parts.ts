import type { Diagnostic } from '../model/diagnostic.ts';
import type { Table } from '../model/document.ts';
import type { HeaderNode } from '../model/plan.ts';
import { headerProblems } from './header.ts';
import { type HeaderTree, leavesOf } from './header-tree.ts';
import { blankField, type Field, type Line, lineText, placeOf } from './lines.ts';
import { type Page, pagesOf } from './pages.ts';
import { crowdedColumn, extraColumn, headerDiffers, otherTable, strayCell } from './problems.ts';

/** A body row, one field under each leaf of the header. */
export interface BodyLine {
  readonly line: Line;
  /** True for the first row below a (repeated) header: what stands above it is on the page before. */
  readonly opensPage: boolean;
}

/** The tables of a file read as one: its header and all rows below it. */
export interface JoinedTable {
  readonly header: readonly HeaderNode[];
  readonly body: readonly BodyLine[];
  /** What stands in rows of the table above its header and, across its whole width, below its last project. */
  readonly above: readonly string[];
  readonly below: readonly string[];
  readonly first: Table;
  readonly last: Table;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Joins a table that a file gives page by page, each page under its own copy of the header or without one; tables
 * that are none of it are left out. Null without any header.
 */
export function joinTables(tables: readonly Table[]): JoinedTable | null {
  const { pages, strays } = pagesOf(tables);
  const problems = pages.map((page) => headerProblems(page.header.nodes, page.heading));
  const first =
    pages[
      Math.max(
        0,
        problems.findIndex((found) => found.length === 0),
      )
    ];
  if (first === undefined) return null;
  const diagnostics: Diagnostic[][] = [headerProblems(first.header.nodes, first.heading), strays.map(notRead)];
  const bodies: BodyLine[][] = [];
  let last = first.table;
  for (const page of pages) {
    if (page !== first && isOther(page.header.nodes, first.header.nodes)) {
      diagnostics.push([notRead(page.heading)]);
      continue;
    }
    diagnostics.push(compareHeaders(first.header.nodes, page.header.nodes, page.heading));
    const read = bodyOf(page);
    bodies.push(read.body);
    diagnostics.push(read.diagnostics);
    last = page.rows.at(-1)?.table ?? page.table;
  }
  const body = bodies.flat();
  const below: string[] = [];
  while (isNote(body.at(-1)?.line)) below.unshift(body.pop()?.line[0]?.text ?? '');
  const above = first.above.flatMap((line) => line.flatMap((field) => field.text || []));
  return { header: first.header.nodes, body, above, below, first: first.table, last, diagnostics: diagnostics.flat() };
}

function notRead(line: Line): Diagnostic {
  return otherTable({ labels: lineText(line) }, placeOf(line));
}

/** A header that heads none of the first one's figures and has another number of columns belongs to another table. */
function isOther(header: readonly HeaderNode[], first: readonly HeaderNode[]): boolean {
  const districts = new Set(leavesOf(first).flatMap((leaf) => (leaf.role === 'district' ? [leaf.label] : [])));
  const leaves = leavesOf(header);
  return leaves.length !== leavesOf(first).length && !leaves.some((leaf) => districts.has(leaf.label));
}

function compareHeaders(first: readonly HeaderNode[], found: readonly HeaderNode[], line: Line): Diagnostic[] {
  const expected = leavesOf(first).map((leaf) => leaf.label);
  const labels = leavesOf(found).map((leaf) => leaf.label);
  const index = expected.findIndex((label, i) => label !== labels[i]);
  if (index < 0 && expected.length === labels.length) return [];
  const at = index < 0 ? expected.length : index;
  return [headerDiffers({ expected: expected[at] ?? '', found: labels[at] ?? '' }, placeOf(line))];
}

function bodyOf(page: Page): { body: BodyLine[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const body: BodyLine[] = [];
  const overhang = new Set<number>();
  for (const [index, { line, opensTable }] of page.rows.entries()) {
    const fitted = fitTo(page.header, line, overhang);
    diagnostics.push(...fitted.diagnostics);
    body.push({ line: fitted.line, opensPage: index === 0 || opensTable });
  }
  if (overhang.size > 0) diagnostics.push(extraColumn({ count: String(overhang.size) }, placeOf(page.heading)));
  return { body, diagnostics };
}

/** One field for each leaf of the header; what stands right of the last one must be blank. */
function fitTo(
  { nodes, reaches }: HeaderTree,
  line: Line,
  overhang: Set<number>,
): { line: Line; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const fitted = reaches.map(({ from, to }, index): Field => {
    const [field, second] = line.slice(from, to).filter(({ text }) => text !== '');
    if (second) {
      const label = leavesOf(nodes)[index]?.label ?? '';
      diagnostics.push(crowdedColumn({ label, text: second.text }, second.at));
    }
    if (!field) return line[from] ?? blankField;
    const end = line.indexOf(field) + field.colspan;
    return { ...field, colspan: reaches.filter((reach) => reach.to > from && reach.from < end).length };
  });
  const width = reaches.at(-1)?.to ?? 0;
  for (const [offset, field] of line.slice(width).entries()) {
    if (field.text === '') overhang.add(offset);
    else diagnostics.push(strayCell({ text: field.text }, field.at));
  }
  return { line: fitted, diagnostics };
}

/** Words in one cell over all columns are no project. */
function isNote(line: Line | undefined): boolean {
  return line !== undefined && line.length > 1 && line[0]?.colspan === line.length && line[0].text !== '';
}
