import type { RowFields } from './columns.ts';
import { readTarget, type TargetText, withUnit } from './target-text.ts';

/** A row's target with the unit that the row, its name, the header or the caption gives to a bare number. */
export interface RowTarget extends TargetText {
  /** As printed, with that unit. */
  readonly text: string;
  /** The unit where it is not printed beside the number but in header, name or caption. */
  readonly borrowed: string;
}

export function targetOf(row: RowFields): RowTarget {
  const printed = row.target.text;
  const read = readTarget(printed);
  if (read.quantity === null || read.quantity.unit !== '') return { ...read, text: printed, borrowed: '' };
  const unit = row.unit || row.nameUnit || row.targetUnit || row.figureUnit;
  if (unit === '') return { ...read, text: printed, borrowed: '' };
  const text = withUnit(printed, unit);
  return { ...readTarget(text), text, borrowed: row.unit === '' ? unit : '' };
}

/** The unit of bare numbers in the figure columns: of the row's own 单位 column, else that of its target, of header or caption. */
export function figureUnitOf(row: RowFields): string {
  return row.unit || targetOf(row).quantity?.unit || row.figureUnit;
}
