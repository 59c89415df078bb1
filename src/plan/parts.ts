import type { Diagnostic } from '../model/diagnostic.ts';
import type { Table } from '../model/document.ts';
import type { HeaderNode } from '../model/plan.ts';
import { headerDepth, headerProblems, headerTree, leavesOf } from './header.ts';
import { isBlank, type Line, linesOf, placeOf } from './lines.ts';
import { extraColumn, headerDiffers, strayCell } from './problems.ts';

/** A body row, cut to the header's columns. */
export interface BodyLine {
  readonly line: Line;
  /** True for the first row below a (repeated) header: what stands above it is on the page before. */
  readonly opensPage: boolean;
}

/** The tables of a file read as one: its header and all rows below it. */
export interface JoinedTable {
  readonly header: readonly HeaderNode[];
  readonly body: readonly BodyLine[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Joins a table that a file gives page by page, each page under its own copy of the header; null without any header. */
export function joinTables(tables: readonly Table[]): JoinedTable | null {
  const diagnostics: Diagnostic[] = [];
  const body: BodyLine[] = [];
  let header: HeaderNode[] | null = null;
  for (const table of tables) {
    const lines = linesOf(table).filter((line) => !isBlank(line));
    const overhang = new Set<number>();
    let opensPage = true;
    for (let index = 0; index < lines.length; index += 1) {
      const depth = headerDepth(lines, index);
      if (depth > 0) {
        const found = headerTree(lines.slice(index, index + depth));
        const first = lines[index] as Line;
        if (header === null) {
          header = found;
          diagnostics.push(...headerProblems(header, first));
        } else diagnostics.push(...compareHeaders(header, found, first));
        index += depth - 1;
        opensPage = true;
        continue;
      }
      if (header === null) continue;
      const cut = cutTo(leavesOf(header).length, lines[index] as Line, overhang);
      diagnostics.push(...cut.diagnostics);
      body.push({ line: cut.line, opensPage });
      opensPage = false;
    }
    if (header !== null && overhang.size > 0)
      diagnostics.push(extraColumn({ count: String(overhang.size) }, lines[0] ? placeOf(lines[0]) : null));
  }
  return header === null ? null : { header, body, diagnostics };
}

function compareHeaders(first: readonly HeaderNode[], found: readonly HeaderNode[], line: Line): Diagnostic[] {
  const expected = leavesOf(first).map((leaf) => leaf.label);
  const labels = leavesOf(found).map((leaf) => leaf.label);
  const index = expected.findIndex((label, i) => label !== labels[i]);
  if (index < 0 && expected.length === labels.length) return [];
  const at = index < 0 ? expected.length : index;
  return [headerDiffers({ expected: expected[at] ?? '', found: labels[at] ?? '' }, placeOf(line))];
}

/** Fields beyond the header's columns must be blank. */
function cutTo(width: number, line: Line, overhang: Set<number>): { line: Line; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  for (const [offset, field] of line.slice(width).entries()) {
    if (field.text === '') overhang.add(offset);
    else diagnostics.push(strayCell({ text: field.text }, field.at));
  }
  const padding = Array.from({ length: Math.max(0, width - line.length) }, () => ({
    text: '',
    original: '',
    at: null,
  }));
  return { line: [...line.slice(0, width), ...padding], diagnostics };
}
