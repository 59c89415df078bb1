import type { Cell, Row, Table, TableColumn } from '../model/document.ts';
import type { Column, ColumnRole, HeaderNode, Plan, Project, Target } from '../model/plan.ts';
import { quantityFormat, quantityText } from '../model/quantity.ts';
import { textCell } from '../model/text.ts';
import { leavesOf } from './header-tree.ts';

/** How the 附件2 layout is filled. */
export interface PlanTableOptions {
  /** Table name; formulas elsewhere refer to its cells by target id and column name. */
  readonly name: string;
  /** Column to shade; null for none. */
  readonly marked: string | null;
  /** The cell of one target and figure column, 1×1. Default: the allocation as printed. */
  readonly figure?: (target: Target, column: Column) => Cell;
  /** The 量化目标 cell of a target, 1×1. Default: as printed. */
  readonly target?: (target: Target) => Cell;
  /** Relative widths of some columns in place of the usual ones. */
  readonly widths?: Partial<Record<ColumnRole, number>>;
}

/** Relative widths by role; a figure column holds `18600人次` at the size that fits 19 columns on A4 landscape. */
const widths = { no: 2, name: 9.5, target: 4.3, lead: 4.5, city: 3.7, district: 3.7 } as const;

/** The plan in its printed layout: header tree, merged 序号, 项目名称 and 牵头单位, notes across the figure columns. */
export function planTable(plan: Plan, options: PlanTableOptions): Table {
  const leaves = leavesOf(plan.header);
  return {
    kind: 'table',
    name: options.name,
    columns: leaves.map(
      (leaf): TableColumn => ({
        key: leaf.role === 'city' || leaf.role === 'district' ? leaf.label : leaf.role,
        width: options.widths?.[leaf.role] ?? widths[leaf.role],
        align: leaf.role === 'name' ? 'left' : 'center',
        marked: leaf.label === options.marked,
      }),
    ),
    head: headRows(plan.header),
    groups: plan.projects.map((project) => projectRows(plan, project, options)),
  };
}

/** The allocation as printed; a blank or 「—」 stays what it is. */
export function allocationCell(target: Target, column: Column): Cell {
  const quantity = target.allocations[column.name];
  if (!quantity) return textCell(target.marks[column.name] ?? '');
  return textCell(quantityText(quantity), {
    value: { number: quantity.value, format: quantityFormat(quantity), formula: null },
  });
}

function headRows(header: readonly HeaderNode[]): Row[] {
  const depth = depthOf(header);
  const rows: Cell[][] = Array.from({ length: depth }, () => []);
  const place = (nodes: readonly HeaderNode[], level: number) => {
    for (const node of nodes) {
      const group = 'children' in node;
      const rowspan = group ? 1 : depth - level;
      const colspan = group ? leavesOf([node]).length : 1;
      rows[level]?.push(textCell(node.label, { header: true, align: 'center', rowspan, colspan }));
      if (group) place(node.children, level + 1);
    }
  };
  place(header, 0);
  return rows.map((cells) => ({ key: null, cells }));
}

function depthOf(nodes: readonly HeaderNode[]): number {
  return Math.max(0, ...nodes.map((node) => ('children' in node ? 1 + depthOf(node.children) : 1)));
}

function projectRows(plan: Plan, project: Project, options: PlanTableOptions): Row[] {
  const { figure = allocationCell, target: targetOf = targetCell } = options;
  const leaves = leavesOf(plan.header);
  const names = nameStarts(project);
  return project.targets.map((target, index): Row => {
    const cells: Cell[] = [];
    for (const leaf of leaves) {
      if (leaf.role === 'no' && index === 0)
        cells.push(textCell((project.mark ?? '') + project.no, { rowspan: project.targets.length }));
      const name = names.get(index);
      if (leaf.role === 'name' && name) cells.push(textCell(name.text, { rowspan: name.targets }));
      if (leaf.role === 'target') cells.push(targetOf(target));
      if (leaf.role === 'lead' && !target.sharesLead)
        cells.push(textCell(target.leadUnits.join('、'), { rowspan: leadSpan(project, index) }));
      if (leaf.role === 'city' || leaf.role === 'district') {
        if (target.note === null) cells.push(figure(target, { name: leaf.label, kind: leaf.role }));
        else if (leaf.label === plan.columns[0]?.name)
          cells.push(textCell(target.note, { colspan: plan.columns.length, align: 'left' }));
      }
    }
    return { key: target.id, cells };
  });
}

function targetCell(target: Target): Cell {
  const { quantity } = target;
  const value =
    quantity && quantityText(quantity) === target.text
      ? { number: quantity.value, format: quantityFormat(quantity), formula: null }
      : null;
  return textCell(target.text, { value });
}

function nameStarts(project: Project): Map<number, { text: string; targets: number }> {
  const starts = new Map<number, { text: string; targets: number }>();
  let row = 0;
  for (const cell of project.nameCells) {
    starts.set(row, cell);
    row += cell.targets;
  }
  return starts;
}

function leadSpan(project: Project, index: number): number {
  const next = project.targets.findIndex((target, i) => i > index && !target.sharesLead);
  return (next < 0 ? project.targets.length : next) - index;
}
