import type { Diagnostic } from '../model/diagnostic.ts';
import type { Table } from '../model/document.ts';
import type { HeaderNode } from '../model/plan.ts';
import type { BodyLine } from './body-line.ts';
import { type ColumnMap, columnMap } from './columns.ts';
import { fitTo } from './fit.ts';
import { headerProblems, namedHeader } from './header.ts';
import { leavesOf } from './header-tree.ts';
import { fieldCount, type Line, lineText, longestOf, noteText, placeOf, unevenFields } from './lines.ts';
import { figureCount, type Page } from './pages.ts';
import { printedHeader } from './printed-header.ts';
import { asideColumns, extraColumn, headerDiffers, headerLength, otherTable } from './problems.ts';
import type { ColumnNames } from './registry/column-names.ts';
import { settleRoles } from './settle-roles.ts';
import { isBeside, type Part, sideBySide } from './side-by-side.ts';

/** The pages of a table read as one: its header and all rows below it. */
export interface JoinedTable {
  readonly header: readonly HeaderNode[];
  readonly map: ColumnMap;
  readonly body: readonly BodyLine[];
  /** What stands in rows of the table across its whole width, below its last project. */
  readonly below: readonly string[];
  readonly last: Table;
  readonly diagnostics: readonly Diagnostic[];
}

/** The page whose header is that of the table: the first without a problem, or the first at all. */
export function firstPage(pages: readonly Page[]): Page | null {
  return pages.find((page) => headerProblems(page.header.nodes, page.heading).length === 0) ?? pages[0] ?? null;
}

/**
 * Joins a table that a file gives page by page, each page under its own copy of the header, further districts beside the
 * same rows or not; other tables are left out.
 */
export function joinPages(pages: readonly Page[], first: Page, names: ColumnNames): JoinedTable {
  const at = placeOf(first.heading);
  const diagnostics: Diagnostic[] = headerProblems(first.header.nodes, first.heading);
  const parts: { page: Page; body: BodyLine[] }[] = [{ page: first, body: [] }];
  let last = first.table;
  for (const page of pages) {
    const rows = bodyOf(page);
    const uneven = unevenFields(
      page.counts,
      rows.map(({ raw }) => fieldCount(raw)),
    );
    if (uneven) diagnostics.push(headerLength(uneven, placeOf(page.heading)));
    const part = parts.find((known) => !isBeside(page.header.nodes, known.page.header.nodes));
    if (part === undefined) parts.push({ page, body: rows });
    else if (page !== first && isOther(page, part.page)) {
      diagnostics.push(notRead(page.heading));
      continue;
    } else {
      diagnostics.push(...compareHeaders(part.page, page, names));
      for (const row of rows) part.body.push(row);
    }
    const extra = rows.reduce((most, { overhang }) => Math.max(most, overhang), 0);
    if (extra > 0) diagnostics.push(extraColumn({ count: String(extra) }, placeOf(page.heading)));
    if (part?.page === first) last = page.rows.at(-1)?.table ?? page.table;
  }
  const below = parts.map(({ body }) => notesBelow(body));
  let whole: Part = { nodes: first.header.nodes, body: parts[0]?.body ?? [] };
  for (const { page, body } of parts.slice(1)) {
    const joined = sideBySide(whole, { nodes: page.header.nodes, body });
    if (joined) {
      whole = joined;
      last = page.rows.at(-1)?.table ?? page.table;
    } else if (isOther(page, first)) diagnostics.push(notRead(page.heading));
    else diagnostics.push(...compareHeaders(first, page, names));
  }
  const words = (leaf: number) => whole.body.flatMap(({ line }) => line[leaf]?.text || []);
  const settled = settleRoles(whole.nodes, words);
  const asides = leavesOf(settled).flatMap(({ role, label }, leaf) =>
    role === 'aside' && words(leaf).length > 0 ? [label] : [],
  );
  if (asides.length > 0) diagnostics.push(asideColumns({ labels: asides.join('、') }, at));
  const named = namedHeader(settled, names);
  diagnostics.push(...named.diagnostics);
  const map = columnMap(named.nodes);
  return { header: printedHeader(named.nodes, map), map, body: whole.body, below: below[0] ?? [], last, diagnostics };
}

/** Takes the notes off the end of the rows. */
function notesBelow(body: BodyLine[]): string[] {
  const below: string[] = [];
  for (let note = noteText(body.at(-1)?.line); note !== null; note = noteText(body.at(-1)?.line)) {
    below.unshift(note);
    body.pop();
  }
  return below;
}

export function notRead(line: Line): Diagnostic {
  return otherTable({ labels: lineText(line) }, placeOf(line));
}

/**
 * A header that heads none of the first one's figures and has another number of columns belongs to another table, unless the
 * rows below it are as wide as those of the first and full of figures: then the header is damaged.
 */
function isOther(page: Page, first: Page): boolean {
  const expected = leavesOf(first.header.nodes);
  const districts = new Set(expected.flatMap((leaf) => (leaf.role === 'district' ? [leaf.label] : [])));
  const leaves = leavesOf(page.header.nodes);
  if (leaves.length === expected.length || leaves.some((leaf) => districts.has(leaf.label))) return false;
  const [rows, usual] = [page, first].map((one) => one.rows.map(({ line }) => line)) as [Line[], Line[]];
  return Math.abs(longestOf(rows) - longestOf(usual)) > 1 || !rows.some((line) => figureCount(line) > 2);
}

function compareHeaders(first: Page, page: Page, names: ColumnNames): Diagnostic[] {
  if (page === first) return [];
  const [expected, labels] = [first, page].map(({ header }) =>
    leavesOf(namedHeader(header.nodes, names).nodes).map((leaf) => leaf.label),
  ) as [string[], string[]];
  const index = expected.findIndex((label, i) => label !== labels[i]);
  if (index < 0 && expected.length === labels.length) return [];
  const at = index < 0 ? expected.length : index;
  return [headerDiffers({ expected: expected[at] ?? '', found: labels[at] ?? '' }, placeOf(page.heading))];
}

function bodyOf({ header, counts, rows }: Page): BodyLine[] {
  const fields = Math.max(...counts);
  return rows.map(({ line, opensTable }, index) => ({
    ...fitTo(header, line),
    raw: line,
    under: header,
    fields,
    beside: [],
    opensPage: index === 0 || opensTable,
  }));
}
