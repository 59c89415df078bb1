import type { Diagnostic } from '../../model/diagnostic.ts';
import { blankField, type Field, type Line } from '../lines.ts';
import { isPart } from '../target-text.ts';
import type { HeaderRows } from './header-rows.ts';
import { unclearHeader } from './problems.ts';

/** A name in the header over the columns from `from` up to `to`, and what stands below it; a leaf has no children. */
export interface LabelNode {
  readonly field: Field;
  readonly from: number;
  readonly to: number;
  readonly children: readonly LabelNode[];
}

/**
 * The names over the task columns as a tree: by merged cells where there are some; else a name reaches right over blanks
 * as long as names stand below these. A blank under a name is the column of that name itself.
 */
export function labelTree(
  labels: HeaderRows['labels'],
  from: number,
  to: number,
): { nodes: LabelNode[]; diagnostics: Diagnostic[] } {
  const merged = labels.some(({ line }) => line.slice(from, to).some((f) => f.rowspan > 1 || f.colspan > 1));
  const diagnostics: Diagnostic[] = [];
  const hasNames = (depth: number, start: number, end: number) =>
    labels.slice(depth).some(({ line }) => line.slice(start, end).some(({ text }) => text !== ''));

  const build = (depth: number, start: number, end: number): LabelNode[] => {
    const nodes: LabelNode[] = [];
    const level = labels[depth];
    const line: Line = level?.line ?? [];
    for (let column = start; column < end; ) {
      const field = line[column] ?? blankField;
      let stop = Math.min(end, column + field.colspan);
      const below = field.text === '' ? depth + 1 : nextDepth(depth, field);
      if (!merged && field.text !== '')
        while (stop < end && (line[stop]?.text ?? '') === '' && hasNames(depth + 1, stop, stop + 1)) stop += 1;
      const deeper = hasNames(below, column, stop);
      const children = deeper ? build(below, column, stop) : [];
      if (field.text !== '' || !deeper) nodes.push({ field, from: column, to: stop, children });
      else {
        const [first] = children;
        const before = nodes.at(-1);
        if (merged && depth === 0 && first && before && !isPart(first.field.text) && before.children.length > 0)
          diagnostics.push(unclearHeader({ label: first.field.text, before: before.field.text }, first.field.at));
        nodes.push(...children);
      }
      column = stop;
    }
    return nodes;
  };

  /** The first row of names below a cell that reaches down over some. */
  const nextDepth = (depth: number, field: Field): number => {
    const bottom = (labels[depth]?.row ?? 0) + field.rowspan;
    const next = labels.findIndex(({ row }) => row >= bottom);
    return next < 0 ? labels.length : next;
  };
  return { nodes: build(0, from, to), diagnostics };
}

/** The columns under a node, each as the names above it, the outermost first. */
export function pathsOf(
  node: LabelNode,
): { readonly names: readonly Field[]; readonly column: number; readonly to: number }[] {
  if (node.children.length === 0) return [{ names: [node.field], column: node.from, to: node.to }];
  return node.children.flatMap((child) =>
    pathsOf(child).map((path) => ({ ...path, names: [node.field, ...path.names] })),
  );
}

/**
 * Under one name, each target in a row of targets has its column: a name over several of them is split, and one in the first of
 * them reaches over the blanks to its right.
 */
export function splitByTargets(nodes: readonly LabelNode[], { targets, numbers }: HeaderRows): readonly LabelNode[] {
  if (targets === null) return nodes;
  const joined: LabelNode[] = [];
  for (const node of nodes) {
    const before = joined.at(-1);
    const goesOn =
      node.field.text === '' && (targets[node.from]?.text ?? '') !== '' && (numbers?.[node.from]?.text ?? '') === '';
    if (before && goesOn && before.children.length === 0 && before.field.text !== '')
      joined[joined.length - 1] = { ...before, to: node.to };
    else joined.push(node);
  }
  return joined.map((node) => {
    const own = Array.from({ length: node.to - node.from }, (_, i) => node.from + i).filter(
      (column) => (targets[column]?.text ?? '') !== '',
    );
    if (node.children.length > 0 || own.length < 2) return node;
    const children = own.map((column, i) => {
      const field = { ...blankField, at: targets[column]?.at ?? null };
      return { field, from: column, to: own[i + 1] ?? node.to, children: [] };
    });
    return { ...node, children };
  });
}
