import { type LeafRole, leadingLabels } from './header-labels.ts';
import { leavesOf, type TreeLeaf, type TreeNode } from './header-tree.ts';

const single = ['no', 'name', 'target', 'lead', 'unit'] as const;
const office = /^(?:市|省|区|县)\p{Script=Han}{2,}|(?:局|委|办|办公室|委员会|公司|集团|中心)$/u;

/**
 * Settles what labels alone leave open: whether 「单位」 heads units or offices, by the words below it, and which of two
 * columns with one role is meant, by the more usual label; the other is an aside. `words` are those below each leaf.
 */
export function settleRoles(nodes: readonly TreeNode[], words: (leaf: number) => readonly string[]): TreeNode[] {
  const leaves = leavesOf(nodes);
  const settled = leaves.map((leaf, index): TreeLeaf => {
    const offices = leaf.role === 'unit' && words(index).some((word) => office.test(word));
    return offices ? { ...leaf, role: 'lead' } : leaf;
  });
  for (const role of single) {
    const rivals = settled.flatMap((leaf, index) => (leaf.role === role ? [{ index, rank: rank(leaf, role) }] : []));
    const best = rivals.reduce((a, b) => (b.rank < a.rank ? b : a), rivals[0] ?? { index: -1, rank: 0 });
    for (const { index } of rivals)
      if (index !== best.index) settled[index] = { ...(settled[index] as TreeLeaf), role: 'aside' };
  }
  let next = 0;
  const rebuild = (node: TreeNode): TreeNode =>
    'children' in node ? { ...node, children: node.children.map(rebuild) } : (settled[next++] as TreeLeaf);
  return nodes.map(rebuild);
}

function rank({ label }: TreeLeaf, role: LeafRole): number {
  const labels = role in leadingLabels ? leadingLabels[role as keyof typeof leadingLabels] : [];
  const found = labels.findIndex((usual) => label.endsWith(usual));
  return found < 0 ? labels.length : found;
}
