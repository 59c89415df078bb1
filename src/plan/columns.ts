import type { Column, ColumnRole, HeaderNode } from '../model/plan.ts';
import { leavesOf } from './header-tree.ts';
import { blankField, type Field, type Line } from './lines.ts';

/** Where each kind of field stands in a row, 0-based. */
export interface ColumnMap {
  readonly no: number;
  readonly name: number;
  readonly target: number;
  readonly lead: number;
  readonly figures: readonly { readonly index: number; readonly column: Column }[];
}

export function columnMap(header: readonly HeaderNode[]): ColumnMap {
  const leaves = leavesOf(header);
  const of = (role: ColumnRole) => leaves.findIndex((leaf) => leaf.role === role);
  return {
    no: of('no'),
    name: of('name'),
    target: of('target'),
    lead: of('lead'),
    figures: leaves.flatMap((leaf, index) =>
      leaf.role === 'city' || leaf.role === 'district'
        ? [{ index, column: { name: leaf.label, kind: leaf.role } }]
        : [],
    ),
  };
}

/** A row's fields by what they are. */
export interface RowFields {
  readonly no: Field;
  readonly name: Field;
  readonly target: Field;
  readonly lead: Field;
  readonly figures: readonly { readonly column: Column; readonly field: Field }[];
}

export function fieldsOf(line: Line, map: ColumnMap): RowFields {
  return {
    no: line[map.no] ?? blankField,
    name: line[map.name] ?? blankField,
    target: line[map.target] ?? blankField,
    lead: line[map.lead] ?? blankField,
    figures: map.figures.map(({ index, column }) => ({ column, field: line[index] ?? blankField })),
  };
}
