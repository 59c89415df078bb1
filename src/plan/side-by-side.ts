import type { BodyLine } from './body-line.ts';
import { leavesOf, type TreeLeaf, type TreeNode } from './header-tree.ts';

/** Rows under one header. */
export interface Part {
  readonly nodes: readonly TreeNode[];
  readonly body: readonly BodyLine[];
}

/** What a page of the same rows with further districts calls itself. */
const continued = /（续[一二三四五六七八九十\d]*）$/u;

/** Whether two headers head no figure column in common, though both have the usual columns at their left. */
export function isBeside(header: readonly TreeNode[], first: readonly TreeNode[]): boolean {
  const labels = new Set(figureLeaves(first).map(({ label }) => label));
  const own = figureLeaves(header);
  const roles = new Set(leavesOf(header).map(({ role }) => role));
  return own.length > 0 && roles.has('name') && roles.has('target') && !own.some(({ label }) => labels.has(label));
}

/**
 * A table too wide for its page, whose further districts stand on pages of their own beside the same rows, as one; null where
 * the rows are not the same.
 */
export function sideBySide(left: Part, right: Part): Part | null {
  if (left.body.length !== right.body.length) return null;
  const places = { left: keyLeaves(left.nodes), right: keyLeaves(right.nodes) };
  const added = leavesOf(right.nodes).flatMap((leaf, index) => (isFigure(leaf) ? [index] : []));
  const body: BodyLine[] = [];
  for (const [index, row] of left.body.entries()) {
    const other = right.body[index] as BodyLine;
    if (keyOf(row, places.left) !== keyOf(other, places.right)) return null;
    const line = [...row.line, ...added.flatMap((leaf) => other.line[leaf] ?? [])];
    body.push({ ...row, line, problems: [...row.problems, ...other.problems], beside: [...row.beside, other] });
  }
  return { nodes: joinedNodes(left.nodes, right.nodes), body };
}

function isFigure({ role }: TreeLeaf): boolean {
  return role === 'city' || role === 'district' || role === 'total';
}

function figureLeaves(nodes: readonly TreeNode[]): TreeLeaf[] {
  return leavesOf(nodes).filter(isFigure);
}

function keyLeaves(nodes: readonly TreeNode[]): number[] {
  const leaves = leavesOf(nodes);
  return [leaves.findIndex(({ role }) => role === 'no'), leaves.findIndex(({ role }) => role === 'target')];
}

function keyOf({ line }: BodyLine, places: readonly number[]): string {
  return places.map((place) => (line[place]?.text ?? '').replace(continued, '')).join('\t');
}

/** The nodes of both, without what stands at the left a second time; a group that goes on is one. */
function joinedNodes(left: readonly TreeNode[], right: readonly TreeNode[]): TreeNode[] {
  const joined = [...left];
  for (const node of right.flatMap(figuresOnly)) {
    const last = joined.at(-1);
    const goesOn =
      last &&
      'children' in last &&
      'children' in node &&
      node.label.replace(continued, '') === last.label.replace(continued, '');
    if (goesOn) joined[joined.length - 1] = { ...last, children: [...last.children, ...node.children] };
    else joined.push(node);
  }
  return joined;
}

function figuresOnly(node: TreeNode): TreeNode[] {
  if (!('children' in node)) return isFigure(node) ? [node] : [];
  const children = node.children.flatMap(figuresOnly);
  return children.length === 0 ? [] : [{ ...node, children }];
}
