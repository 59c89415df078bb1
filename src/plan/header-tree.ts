import type { HeaderLeaf, HeaderNode } from '../model/plan.ts';
import { roleOfLabel } from './header-labels.ts';
import type { Line } from './lines.ts';

/** The table columns that a leaf of the header heads, the last one not included. */
export interface Reach {
  readonly from: number;
  readonly to: number;
}

export interface HeaderTree {
  readonly nodes: readonly HeaderNode[];
  /** One for each leaf, in order. */
  readonly reaches: readonly Reach[];
}

/** The leaves of a header in printed order. */
export function leavesOf(nodes: readonly HeaderNode[]): HeaderLeaf[] {
  return nodes.flatMap((node) => ('children' in node ? leavesOf(node.children) : [node]));
}

/** The header tree of some header rows: by their merged cells where there are some, else by the blanks beside labels. */
export function headerTree(lines: readonly Line[]): HeaderTree {
  const reaches: Reach[] = [];
  const merged = lines.some((line) => line.some((field) => field.rowspan > 1 || field.colspan > 1));
  const whole = { from: 0, to: Math.max(0, ...lines.map(labelledWidth)) };
  return { nodes: merged ? bySpans(lines, 0, whole, reaches) : byBlanks(lines, 0, whole, reaches), reaches };
}

/** Columns up to the end of the last label; those further right are not in the tree. */
function labelledWidth(line: Line): number {
  const last = line.findLastIndex((field) => field.text !== '');
  return last + (line[last]?.colspan ?? 1);
}

function leaf(label: string, reach: Reach, reaches: Reach[]): HeaderLeaf {
  reaches.push(reach);
  return { label, role: roleOfLabel(label) ?? 'district' };
}

/** Merged cells say what stands under what; a cell without words between them groups nothing. */
function bySpans(lines: readonly Line[], depth: number, { from, to }: Reach, reaches: Reach[]): HeaderNode[] {
  const nodes: HeaderNode[] = [];
  for (let column = from; column < to; ) {
    const field = lines[depth]?.[column];
    const end = Math.min(to, column + (field?.colspan ?? 1));
    const below = depth + (field?.rowspan ?? 1);
    const label = field?.text ?? '';
    if (!hasLabels(lines.slice(below), column, end)) nodes.push(leaf(label, { from: column, to: end }, reaches));
    else {
      const children = bySpans(lines, below, { from: column, to: end }, reaches);
      if (label === '') nodes.push(...children);
      else nodes.push({ label, children });
    }
    column = end;
  }
  return nodes;
}

/**
 * Without merged cells, a label reaches right over blanks as long as labels stand below it, and down over blanks to
 * the last header row. A column without any label is a leaf with an empty one.
 */
function byBlanks(lines: readonly Line[], depth: number, { from, to }: Reach, reaches: Reach[]): HeaderNode[] {
  const nodes: HeaderNode[] = [];
  for (let column = from; column < to; ) {
    const label = lines[depth]?.[column]?.text ?? '';
    const below = lines.slice(depth + 1);
    if (label === '') {
      // No label at this depth: a deeper one stands alone here, under nothing.
      const reach = { from: column, to: column + 1 };
      if (below.length > 0) nodes.push(...byBlanks(lines, depth + 1, reach, reaches));
      else nodes.push(leaf('', reach, reaches));
      column += 1;
      continue;
    }
    let end = column + 1;
    if (hasLabels(below, column, end)) {
      while (end < to && (lines[depth]?.[end]?.text ?? '') === '' && hasLabels(below, end, end + 1)) end += 1;
      nodes.push({ label, children: byBlanks(lines, depth + 1, { from: column, to: end }, reaches) });
    } else nodes.push(leaf(label, { from: column, to: end }, reaches));
    column = end;
  }
  return nodes;
}

function hasLabels(lines: readonly Line[], from: number, to: number): boolean {
  return lines.some((line) => line.slice(from, to).some((field) => field.text !== ''));
}
