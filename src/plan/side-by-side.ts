import type { BodyLine } from './body-line.ts';
import { continued, leavesOf, mergedGroups, type TreeLeaf, type TreeNode } from './header-tree.ts';
import type { Field } from './lines.ts';

/** Rows under one header. */
export interface Part {
  readonly nodes: readonly TreeNode[];
  readonly body: readonly BodyLine[];
}

/**
 * Whether a header heads further districts of the table whose first part has the header `first`: it has the usual columns at
 * its left, and of the figure columns it repeats none, or the first ones such as 市本级.
 */
export function isBeside(header: readonly TreeNode[], first: readonly TreeNode[]): boolean {
  const known = figureLeaves(first).map(({ label }) => label);
  const own = figureLeaves(header).map(({ label }) => label);
  const roles = new Set(leavesOf(header).map(({ role }) => role));
  const repeated = own.filter((label) => known.includes(label)).length;
  const atLeft = own.slice(0, repeated).every((label, index) => label === known[index]);
  return roles.has('name') && roles.has('target') && repeated < own.length && atLeft;
}

/**
 * A table too wide for its page, whose further districts stand on pages of their own beside the same rows, as one; null where
 * the rows are not the same.
 */
export function sideBySide(left: Part, right: Part): Part | null {
  if (left.body.length !== right.body.length) return null;
  const known = new Map(leavesOf(left.nodes).map((leaf, index) => [leaf.label, isFigure(leaf) ? index : -1]));
  const figures = leavesOf(right.nodes).flatMap((leaf, index) =>
    isFigure(leaf) ? [{ label: leaf.label, index }] : [],
  );
  const repeated = figures.filter(({ label }) => (known.get(label) ?? -1) >= 0);
  const added = figures.filter((figure) => !repeated.includes(figure));
  const same = [
    ...(['no', 'target'] as const).map((role) => [placeOf(left.nodes, role), placeOf(right.nodes, role)] as const),
    ...repeated.map(({ label, index }) => [known.get(label) ?? -1, index] as const),
  ];
  const body: BodyLine[] = [];
  for (const [index, row] of left.body.entries()) {
    const other = right.body[index] as BodyLine;
    if (same.some(([here, there]) => textAt(row, here) !== textAt(other, there))) return null;
    const line = [...row.line, ...added.flatMap((leaf) => withoutRepeated(other, leaf.index, repeated.length))];
    body.push({ ...row, line, problems: [...row.problems, ...other.problems], beside: [...row.beside, other] });
  }
  const labels = new Set(added.map(({ label }) => label));
  return { nodes: mergedGroups([...left.nodes, ...right.nodes.flatMap((node) => only(node, labels))]), body };
}

/** The field of an added column; where a cell begins in the repeated ones and reaches over it, that cell. */
function withoutRepeated({ line }: BodyLine, index: number, repeated: number): readonly Field[] {
  const field = line[index];
  if (field === undefined) return [];
  const before = line[index - repeated];
  const reaches = repeated > 0 && field.covered === 'left' && before?.covered === null && before.colspan > repeated;
  return [reaches ? { ...before, colspan: before.colspan - repeated } : field];
}

function placeOf(nodes: readonly TreeNode[], role: TreeLeaf['role']): number {
  return leavesOf(nodes).findIndex((leaf) => leaf.role === role);
}

function textAt({ line }: BodyLine, place: number): string {
  return (line[place]?.text ?? '').replace(continued, '');
}

function isFigure({ role }: TreeLeaf): boolean {
  return role === 'city' || role === 'district' || role === 'total';
}

function figureLeaves(nodes: readonly TreeNode[]): TreeLeaf[] {
  return leavesOf(nodes).filter(isFigure);
}

/** The node with no other leaves than these. */
function only(node: TreeNode, labels: ReadonlySet<string>): TreeNode[] {
  if (!('children' in node)) return labels.has(node.label) && isFigure(node) ? [node] : [];
  const children = node.children.flatMap((child) => only(child, labels));
  return children.length === 0 ? [] : [{ ...node, children }];
}
