import type { Column } from '../model/plan.ts';
import { isNoTask } from './figure-text.ts';
import type { LeafRole } from './header-labels.ts';
import { leavesOf, type TreeNode } from './header-tree.ts';
import { blankField, type Field, type Line } from './lines.ts';
import { splitUnit } from './units.ts';

/** A column of sums, and the figure columns that it may be the sum of, by their place among them. */
export interface TotalColumn {
  readonly index: number;
  readonly label: string;
  /** One of these must add up: its own group, all districts, all columns. */
  readonly scopes: readonly (readonly number[])[];
}

/** Where each kind of field stands in a row, 0-based; -1 for a column that the table does not have. */
export interface ColumnMap {
  readonly no: number;
  readonly name: number;
  readonly target: number;
  readonly lead: number;
  readonly unit: number;
  /** The unit that the header names for targets and for figures; empty for none. */
  readonly targetUnit: string;
  readonly figureUnit: string;
  readonly figures: readonly { readonly index: number; readonly column: Column }[];
  /** Without the one that stands in for a missing 量化目标. */
  readonly totals: readonly TotalColumn[];
}

export function columnMap(nodes: readonly TreeNode[]): ColumnMap {
  const leaves = leavesOf(nodes);
  const of = (role: LeafRole) => leaves.findIndex((leaf) => leaf.role === role);
  const figures = leaves.flatMap(({ role, label }, index) =>
    role === 'city' || role === 'district' ? [{ index, column: { name: label, kind: role } }] : [],
  );
  const totals = totalColumns(nodes, figures);
  const whole = of('target') < 0 ? targetTotal(totals) : null;
  const target = whole?.index ?? of('target');
  return {
    no: of('no'),
    name: of('name'),
    target,
    lead: of('lead'),
    unit: of('unit'),
    targetUnit: leaves[target]?.unit ?? '',
    figureUnit: figures.map(({ index }) => leaves[index]?.unit ?? '').find((unit) => unit !== '') ?? '',
    figures,
    totals: totals.filter((total) => total !== whole),
  };
}

/** The total that says the target where no 量化目标 does: the one of all columns. */
function targetTotal(totals: readonly TotalColumn[]): TotalColumn | null {
  const widest = Math.max(0, ...totals.map(({ scopes }) => scopes[0]?.length ?? 0));
  return totals.find(({ scopes }) => scopes[0]?.length === widest) ?? null;
}

function totalColumns(nodes: readonly TreeNode[], figures: ColumnMap['figures']): TotalColumn[] {
  const place = new Map(figures.map(({ index }, place) => [index, place]));
  const all = figures.map((_, index) => index);
  const districts = all.filter((index) => figures[index]?.column.kind === 'district');
  const totals: TotalColumn[] = [];
  let column = 0;
  const walk = (level: readonly TreeNode[]) => {
    const from = column;
    const found: { index: number; label: string }[] = [];
    for (const node of level) {
      if ('children' in node) walk(node.children);
      else {
        if (node.role === 'total') found.push({ index: column, label: node.label });
        column += 1;
      }
    }
    const own = Array.from({ length: column - from }, (_, i) => place.get(from + i) ?? []).flat();
    for (const total of found) totals.push({ ...total, scopes: [own, districts, all] });
  };
  walk(nodes);
  return totals.sort((a, b) => a.index - b.index);
}

/** A row's fields by what they are. */
export interface RowFields {
  readonly no: Field;
  readonly name: Field;
  readonly target: Field;
  readonly lead: Field;
  /** Units for bare numbers of the row, the narrower first: of its 单位 column, of its project's name, of header or caption. */
  readonly unit: string;
  readonly nameUnit: string;
  readonly targetUnit: string;
  readonly figureUnit: string;
  readonly figures: readonly { readonly column: Column; readonly field: Field }[];
  readonly totals: readonly (Omit<TotalColumn, 'index'> & { readonly field: Field })[];
}

export function fieldsOf(line: Line, map: ColumnMap): RowFields {
  const at = (index: number) => line[index] ?? blankField;
  return {
    no: at(map.no),
    name: at(map.name),
    target: at(map.target),
    lead: at(map.lead),
    unit: isNoTask(at(map.unit).text) ? '' : at(map.unit).text.replace(/^[（(]|[）)]$/g, ''),
    nameUnit: splitUnit(at(map.name).text).unit,
    targetUnit: map.targetUnit,
    figureUnit: map.figureUnit,
    figures: map.figures.map(({ index, column }) => ({ column, field: at(index) })),
    totals: map.totals.map(({ index, label, scopes }) => ({ label, scopes, field: at(index) })),
  };
}
