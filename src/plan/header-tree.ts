import type { Place } from '../model/document.ts';
import { type LeafRole, roleOfLabel } from './header-labels.ts';
import type { Field, Line } from './lines.ts';
import { splitUnit } from './units.ts';

/** The table columns that a leaf of the header heads, the last one not included. */
export interface Reach {
  readonly from: number;
  readonly to: number;
}

/** A header cell as read. */
export type TreeNode = TreeLeaf | Group<TreeLeaf>;
export interface TreeLeaf {
  /** Without the unit that it names. */
  readonly label: string;
  /** `目标（万平方米）`, or of a group above; empty for none. */
  readonly unit: string;
  readonly role: LeafRole;
  readonly at: Place | null;
}
export interface Group<L> {
  readonly label: string;
  readonly children: readonly (L | Group<L>)[];
}

export interface HeaderTree {
  readonly nodes: readonly TreeNode[];
  /** One for each leaf, in order. */
  readonly reaches: readonly Reach[];
}

type LeafOf<N> = Exclude<N, { readonly children: unknown }>;

/** The leaves of a header in printed order. */
export function leavesOf<N extends object>(nodes: readonly N[]): LeafOf<N>[] {
  return nodes.flatMap((node) => ('children' in node ? leavesOf(node.children as readonly N[]) : [node as LeafOf<N>]));
}

/** The header tree of some header rows: by their merged cells where there are some, else by the blanks beside labels. */
export function headerTree(lines: readonly Line[]): HeaderTree {
  const reaches: Reach[] = [];
  const merged = lines.some((line) => line.some((field) => field.rowspan > 1 || field.colspan > 1));
  const whole = { from: 0, to: Math.max(0, ...lines.map(labelledWidth)) };
  const nodes = (merged ? bySpans : byBlanks)({ lines, reaches }, 0, whole, '');
  return { nodes: mergedGroups(nodes), reaches };
}

/** What a label calls itself where a page cut it: 任务分解（续）. */
export const continued = /（续[一二三四五六七八九十\d]*）$/u;

/** Neighbours under one label are one group: a page break cut it. */
export function mergedGroups(nodes: readonly TreeNode[]): TreeNode[] {
  const merged: TreeNode[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (!('children' in node)) {
      merged.push(node);
      continue;
    }
    const label = node.label.replace(continued, '');
    const goesOn = last && 'children' in last && last.label === label;
    const children = goesOn ? [...last.children, ...node.children] : node.children;
    const group = { label, children: mergedGroups(children) };
    if (goesOn) merged[merged.length - 1] = group;
    else merged.push(group);
  }
  return merged;
}

interface Heading {
  readonly lines: readonly Line[];
  readonly reaches: Reach[];
}

/** Columns up to the end of the last label; those further right are not in the tree. */
function labelledWidth(line: Line): number {
  const last = line.findLastIndex((field) => field.text !== '');
  return last + (line[last]?.colspan ?? 1);
}

function leaf(field: Field | undefined, reach: Reach, unitAbove: string, { reaches }: Heading): TreeLeaf {
  reaches.push(reach);
  const printed = field?.text ?? '';
  const { text, unit } = splitUnit(printed);
  return { label: text, unit: unit || unitAbove, role: roleOfLabel(printed) ?? 'district', at: field?.at ?? null };
}

/** Merged cells say what stands under what; a cell without words between them groups nothing. */
function bySpans(heading: Heading, depth: number, { from, to }: Reach, unitAbove: string): TreeNode[] {
  const nodes: TreeNode[] = [];
  for (let column = from; column < to; ) {
    const field = heading.lines[depth]?.[column];
    const reach = { from: column, to: Math.min(to, column + (field?.colspan ?? 1)) };
    const below = depth + (field?.rowspan ?? 1);
    const label = field?.text ?? '';
    if (!hasLabels(heading.lines.slice(below), reach)) nodes.push(leaf(field, reach, unitAbove, heading));
    else {
      const { text, unit } = splitUnit(label);
      const children = bySpans(heading, below, reach, unit || unitAbove);
      if (label === '') nodes.push(...children);
      else nodes.push({ label: text, children });
    }
    column = reach.to;
  }
  return nodes;
}

/**
 * Without merged cells, a label reaches right over blanks as long as labels stand below it, and down over blanks to
 * the last header row. A column without any label is a leaf with an empty one.
 */
function byBlanks(heading: Heading, depth: number, { from, to }: Reach, unitAbove: string): TreeNode[] {
  const nodes: TreeNode[] = [];
  const { lines } = heading;
  for (let column = from; column < to; ) {
    const field = lines[depth]?.[column];
    const label = field?.text ?? '';
    const below = lines.slice(depth + 1);
    if (label === '') {
      // No label at this depth: a deeper one stands alone here, under nothing.
      const reach = { from: column, to: column + 1 };
      if (below.length > 0) nodes.push(...byBlanks(heading, depth + 1, reach, unitAbove));
      else nodes.push(leaf(field, reach, unitAbove, heading));
      column += 1;
      continue;
    }
    let end = column + 1;
    if (hasLabels(below, { from: column, to: end })) {
      const { text, unit } = splitUnit(label);
      while (end < to && (lines[depth]?.[end]?.text ?? '') === '' && hasLabels(below, { from: end, to: end + 1 }))
        end += 1;
      nodes.push({ label: text, children: byBlanks(heading, depth + 1, { from: column, to: end }, unit || unitAbove) });
    } else nodes.push(leaf(field, { from: column, to: end }, unitAbove, heading));
    column = end;
  }
  return nodes;
}

function hasLabels(lines: readonly Line[], { from, to }: Reach): boolean {
  return lines.some((line) => line.slice(from, to).some((field) => field.text !== ''));
}
