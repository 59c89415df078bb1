import type { Diagnostic } from '../model/diagnostic.ts';
import type { ColumnRole, HeaderLeaf, HeaderNode } from '../model/plan.ts';
import { parseQuantity } from '../model/quantity.ts';
import type { Line } from './lines.ts';
import { duplicateColumn, missingColumn, noFigureColumns, unnamedColumn } from './problems.ts';

const deepest = 4;

/** What offices call the columns left of the figures; the first of each is the usual name. */
const leadingLabels: Readonly<Record<'no' | 'name' | 'target' | 'lead', readonly string[]>> = {
  no: ['序号', '编号', '项目序号'],
  name: ['项目名称', '项目', '实事项目', '民生实事项目', '项目内容', '事项'],
  target: ['量化目标', '目标任务', '年度目标', '任务目标', '年度量化目标', '目标'],
  lead: ['牵头单位', '责任单位', '主管单位', '市级牵头单位', '牵头部门', '责任部门'],
};
const cityLabels = ['市本级', '市级', '市直', '市属', '市直单位'];

/** How many rows at the top of `lines` from `start` on are header; 0 where no header begins there. */
export function headerDepth(lines: readonly Line[], start: number): number {
  const first = lines[start];
  if (!first || !isHeaderStart(first)) return 0;
  const leading = first.flatMap((field, index) => (roleOfLabel(field.text) === null ? [] : [index]));
  let depth = 1;
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

function roleOfLabel(label: string): ColumnRole | null {
  for (const [role, labels] of Object.entries(leadingLabels)) if (labels.includes(label)) return role as ColumnRole;
  return cityLabels.includes(label) ? 'city' : null;
}

/**
 * The header tree of some header rows: a label reaches right over blanks as long as labels stand below it, and
 * down over blanks to the last header row. A column without any label is a leaf with an empty one; columns right
 * of the last label are not in the tree.
 */
export function headerTree(lines: readonly Line[]): HeaderNode[] {
  const width = Math.max(0, ...lines.map((line) => line.findLastIndex((field) => field.text !== '') + 1));
  return nodesBetween(lines, 0, 0, width);
}

function nodesBetween(lines: readonly Line[], depth: number, from: number, to: number): HeaderNode[] {
  const nodes: HeaderNode[] = [];
  let column = from;
  while (column < to) {
    const label = labelAt(lines, depth, column);
    if (label === '') {
      // No label at this depth: a deeper one stands alone here, under nothing.
      if (depth + 1 < lines.length) nodes.push(...nodesBetween(lines, depth + 1, column, column + 1));
      else nodes.push({ label: '', role: 'district' });
      column += 1;
      continue;
    }
    const end = reach(lines, depth, column, to);
    const children = labelsBelow(lines, depth, column) ? nodesBetween(lines, depth + 1, column, end) : [];
    nodes.push(children.length === 0 ? { label, role: roleOfLabel(label) ?? 'district' } : { label, children });
    column = end;
  }
  return nodes;
}

/** Where a label's columns end: at the next label beside it, or where nothing stands below any more. */
function reach(lines: readonly Line[], depth: number, column: number, to: number): number {
  let end = column + 1;
  if (!labelsBelow(lines, depth, column)) return end;
  while (end < to && labelAt(lines, depth, end) === '' && labelsBelow(lines, depth, end)) end += 1;
  return end;
}

function labelsBelow(lines: readonly Line[], depth: number, column: number): boolean {
  return lines.slice(depth + 1).some((line) => (line[column]?.text ?? '') !== '');
}

function labelAt(lines: readonly Line[], depth: number, column: number): string {
  return lines[depth]?.[column]?.text ?? '';
}

/** The leaves of a header in printed order; leaf n heads column n. */
export function leavesOf(nodes: readonly HeaderNode[]): HeaderLeaf[] {
  return nodes.flatMap((node) => ('children' in node ? leavesOf(node.children) : [node]));
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
