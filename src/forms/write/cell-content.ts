import type { Style } from 'exceljs';
import { parseQuantity, type Quantity } from '../../model/quantity.ts';
import type { FormRow } from '../form.ts';
import type { FormColumn, FormColumnKey } from '../form-columns.ts';
import { cellText } from './cell-text.ts';
import type { FormStyles } from './form-styles.ts';

export interface CellContent {
  readonly value: string | number | null;
  readonly style: Partial<Style>;
}

/** What stands where no number is asked. */
export const noFigure = '—';

/** Shows every digit that a figure has. */
const plain = 'General';

type Locked = Exclude<FormColumnKey, 'cumulative' | 'fallReason' | 'problems' | 'nextSteps'>;

const printed: { readonly [K in Locked]: (row: FormRow) => string | number } = {
  no: ({ project }) => project.no,
  name: ({ project }) => project.name,
  target: ({ target }) => target.id,
  quantity: ({ target }) => target.text,
  lead: ({ target }) => target.leadUnits.join('、'),
  scope: ({ scope }) => scope ?? '',
  unit: ({ unit }) => unit,
  task: ({ task }) => (task === null ? noFigure : numberOf(task)),
  previous: ({ previous }) => previousContent(previous),
};

/** A row's cells from left to right. */
export function rowContent(row: FormRow, columns: readonly FormColumn[], styles: FormStyles): CellContent[] {
  return columns.map((column): CellContent => {
    if (column.key in printed) return locked(printed[column.key as Locked](row), column, styles);
    // A target without a number has no figure, only words.
    if (column.key === 'cumulative' && row.task === null) return locked(noFigure, column, styles);
    return { value: null, style: styles.open(column) };
  });
}

function locked(value: string | number, { align }: FormColumn, styles: FormStyles): CellContent {
  if (typeof value === 'number') return { value, style: styles.locked(align, plain) };
  return { value: cellText(value), style: styles.locked(value === noFigure ? 'center' : align, '@') };
}

/** A number as long as a spreadsheet keeps all its digits, else its text. */
function numberOf({ value }: Quantity): string | number {
  return value.replace(/\D/g, '').length <= 15 ? Number(value) : value;
}

function previousContent(previous: string): string | number {
  const quantity = parseQuantity(previous);
  return quantity !== null && quantity.unit === '' ? numberOf(quantity) : previous;
}
