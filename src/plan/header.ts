import type { Diagnostic } from '../model/diagnostic.ts';
import { parseQuantity } from '../model/quantity.ts';
import { columnMap } from './columns.ts';
import { type LeafRole, leadingLabels, roleOfLabel } from './header-labels.ts';
import { leavesOf, type TreeNode } from './header-tree.ts';
import type { Line } from './lines.ts';
import { duplicateColumn, missingColumn, noFigureColumns, unnamedColumn } from './problems.ts';
import type { ColumnNames } from './registry/column-names.ts';
import { splitSigns } from './signs.ts';
import { captionUnit } from './units.ts';

const deepest = 4;
/** What stands left of the figures; a header row below the first has none of it. */
const leading: readonly (LeafRole | null)[] = ['no', 'name', 'target', 'lead', 'unit'];

/** How many rows at the top of `lines` from `start` on are header; 0 where no header begins there. */
export function headerDepth(lines: readonly Line[], start: number): number {
  const first = lines[start];
  if (!first) return 0;
  if (!isHeaderStart(first)) return opensWithGroup(lines, start) ? 1 + headerDepth(lines, start + 1) : 0;
  const columns = first.flatMap((field, index) => (leading.includes(roleOfLabel(field.text)) ? [index] : []));
  const merged = Math.max(...columns.map((index) => first[index]?.rowspan ?? 1));
  let depth = Math.min(merged, lines.length - start, deepest);
  while (depth < deepest) {
    const line = lines[start + depth];
    if (!line || !continuesHeader(line, columns)) break;
    depth += 1;
  }
  return depth;
}

/** 项目名称 or 量化目标 beside another of the usual labels. */
function isHeaderStart(line: Line): boolean {
  const roles = new Set(line.map((field) => roleOfLabel(field.text)));
  roles.delete(null);
  return (roles.has('name') || roles.has('target')) && roles.size > 1;
}

/** A row of nothing but labels of groups above the row that names the columns. */
function opensWithGroup(lines: readonly Line[], start: number): boolean {
  const [line, next] = [lines[start], lines[start + 1]];
  if (!line || !next || !isHeaderStart(next)) return false;
  const last = next.findLastIndex((field) => leading.includes(roleOfLabel(field.text)));
  const filled = line.flatMap((field, index) => (field.text === '' ? [] : [index]));
  const texts = filled.map((index) => line[index]?.text ?? '');
  return (
    filled.length > 0 &&
    filled.every((index) => index > last && line[index]?.rowspan === 1) &&
    texts.every((text) => captionUnit(text) === null && !/表$|^附件/u.test(text))
  );
}

function continuesHeader(line: Line, columns: readonly number[]): boolean {
  const filled = line.filter((field) => field.text !== '');
  return (
    filled.length > 0 &&
    columns.every((index) => (line[index]?.text ?? '') === '') &&
    filled.every((field) => !/\d/.test(field.text) && parseQuantity(field.text) === null)
  );
}

/** The same header with each column under its registered name. */
export function namedHeader(
  nodes: readonly TreeNode[],
  names: ColumnNames,
): { nodes: TreeNode[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const seen = new Map<string, string>();
  const name = (node: TreeNode): TreeNode => {
    if ('children' in node) return { ...node, children: node.children.map(name) };
    const { bare } = splitSigns(node.label);
    if ((node.role !== 'district' && !(node.role === 'city' && names.isKnown(bare))) || bare === '') return node;
    const column = names.named(bare);
    if (column.tell) diagnostics.push(column.tell(node.at));
    // The same label twice was told before; here two names of one district meet.
    if ((seen.get(column.name) ?? bare) !== bare) diagnostics.push(duplicateColumn({ label: column.name }, node.at));
    seen.set(column.name, bare);
    return { ...node, label: column.name, role: column.kind };
  };
  return { nodes: nodes.map(name), diagnostics };
}

/** What a header lacks to head an allocation table. A table may go without 序号, and without 量化目标 where it has a sum. */
export function headerProblems(nodes: readonly TreeNode[], first: Line): Diagnostic[] {
  const leaves = leavesOf(nodes);
  const at = first[0]?.at ?? null;
  const map = columnMap(nodes);
  const problems: Diagnostic[] = [];
  for (const role of ['name', 'target'] as const)
    if (map[role] < 0) problems.push(missingColumn({ label: leadingLabels[role][0] as string }, at));
  if (!leaves.some((leaf) => leaf.role === 'district')) problems.push(noFigureColumns({}, at));
  const seen = new Set<string>();
  for (const [index, { label, role, at: own }] of leaves.entries()) {
    if (label === '') problems.push(unnamedColumn({ column: String(index + 1) }, own ?? at));
    else if (role !== 'total' && role !== 'aside' && seen.has(label)) problems.push(duplicateColumn({ label }, own));
    seen.add(label);
  }
  return problems;
}
