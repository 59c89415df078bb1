import type { ColumnRole, HeaderLeaf, HeaderNode } from '../model/plan.ts';
import type { ColumnMap } from './columns.ts';
import { leadingLabels } from './header-labels.ts';
import type { TreeNode } from './header-tree.ts';

const printed: readonly string[] = ['no', 'name', 'target', 'lead', 'city', 'district'] satisfies ColumnRole[];

/**
 * The header as a plan keeps it: without columns of units, sums and remarks, which say nothing more of a plan once they are
 * read. Where the table has no 序号 or no 量化目标 of its own, it gets the usual column.
 */
export function printedHeader(nodes: readonly TreeNode[], map: ColumnMap): HeaderNode[] {
  const header = nodes.flatMap(printedNode);
  const has = (role: ColumnRole) => header.some((node) => 'role' in node && node.role === role);
  if (!has('no') && map.no < 0) header.unshift(usualLeaf('no'));
  const name = header.findIndex((node) => 'role' in node && node.role === 'name');
  if (!has('target') && name >= 0 && map.target >= 0) header.splice(name + 1, 0, usualLeaf('target'));
  return header;
}

function printedNode(node: TreeNode): HeaderNode[] {
  if (!('children' in node))
    return printed.includes(node.role) ? [{ label: node.label, role: node.role as ColumnRole }] : [];
  const children = node.children.flatMap(printedNode);
  return children.length === 0 ? [] : [{ label: node.label, children }];
}

export function usualLeaf(role: 'no' | 'name' | 'target' | 'lead'): HeaderLeaf {
  return { label: leadingLabels[role][0] as string, role };
}
