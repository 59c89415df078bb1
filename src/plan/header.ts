import type { Diagnostic } from '../model/diagnostic.ts';
import type { HeaderNode } from '../model/plan.ts';
import { parseQuantity } from '../model/quantity.ts';
import { leadingLabels, roleOfLabel } from './header-labels.ts';
import { leavesOf } from './header-tree.ts';
import type { Line } from './lines.ts';
import { duplicateColumn, missingColumn, noFigureColumns, unnamedColumn } from './problems.ts';

const deepest = 4;

/** How many rows at the top of `lines` from `start` on are header; 0 where no header begins there. */
export function headerDepth(lines: readonly Line[], start: number): number {
  const first = lines[start];
  if (!first || !isHeaderStart(first)) return 0;
  const leading = first.flatMap((field, index) => (roleOfLabel(field.text) === null ? [] : [index]));
  const merged = Math.max(...leading.map((index) => first[index]?.rowspan ?? 1));
  let depth = Math.min(merged, lines.length - start, deepest);
  while (depth < deepest) {
    const line = lines[start + depth];
    if (!line || !continuesHeader(line, leading)) break;
    depth += 1;
  }
  return depth;
}

function isHeaderStart(line: Line): boolean {
  const roles = new Set(line.map((field) => roleOfLabel(field.text)));
  return roles.has('no') && (roles.has('name') || roles.has('target'));
}

function continuesHeader(line: Line, leading: readonly number[]): boolean {
  const filled = line.filter((field) => field.text !== '');
  return (
    filled.length >= 2 &&
    leading.every((index) => (line[index]?.text ?? '') === '') &&
    filled.every((field) => !/\d/.test(field.text) && parseQuantity(field.text) === null)
  );
}

/** What a header lacks to head an allocation table. */
export function headerProblems(header: readonly HeaderNode[], first: Line): Diagnostic[] {
  const leaves = leavesOf(header);
  const at = first[0]?.at ?? null;
  const problems: Diagnostic[] = [];
  for (const [role, labels] of Object.entries(leadingLabels))
    if (!leaves.some((leaf) => leaf.role === role)) problems.push(missingColumn({ label: labels[0] as string }, at));
  if (!leaves.some((leaf) => leaf.role === 'district')) problems.push(noFigureColumns({}, at));
  const seen = new Set<string>();
  for (const [index, leaf] of leaves.entries()) {
    if (leaf.label === '') problems.push(unnamedColumn({ column: String(index + 1) }, at));
    else if (seen.has(leaf.label)) problems.push(duplicateColumn({ label: leaf.label }, at));
    seen.add(leaf.label);
  }
  return problems;
}
