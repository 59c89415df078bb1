import type { Diagnostic } from '../../model/diagnostic.ts';
import { decimalText, type Exact, sum, zero } from '../../model/exact.ts';
import { amountOf, unitBase } from '../../model/quantity.ts';
import type { RowFields } from '../columns.ts';
import { totalDiffers } from '../figure-problems.ts';
import { isNoTask, readFigure } from '../figure-text.ts';
import type { Field, Line } from '../lines.ts';
import { targetOf } from '../row-units.ts';
import { unstatedTarget } from './problems.ts';
import type { TaskProject } from './projects.ts';
import { cellIn } from './tasks.ts';

/** A 小计 beside the tasks that it sums up, row by row. 其中 is inside of one of them and is not added. */
export function groupSums(
  { name, tasks }: TaskProject,
  lines: readonly { readonly label: string; readonly line: Line }[],
): Diagnostic[] {
  const whole = tasks.find((task) => task.sum);
  const parts = tasks.filter((task) => task !== whole && !task.subset);
  if (whole === undefined || parts.length === 0) return [];
  return lines.flatMap(({ label, line }) => {
    const field = cellIn(line, whole);
    const stated = amountIn(field, whole.unit);
    const added = parts.map((part) => amountIn(cellIn(line, part), part.unit));
    if (stated === null || added.some((amount) => amount === null)) return [];
    const found = sum(added as Exact[]);
    if (found.equals(stated)) return [];
    const { factor } = unitBase(whole.unit);
    const print = (amount: Exact) => decimalText(amount.div(factor)) + whole.unit;
    const data = { label: `${name} ${label}`, stated: print(stated), what: 'sum', found: print(found) } as const;
    return totalDiffers(data, field.at, { column: label });
  });
}

/** A task with figures but without a target for the whole city. */
export function unstated(row: RowFields): Diagnostic[] {
  const target = targetOf(row);
  if (target.quantity !== null) return [];
  const figures = row.figures.flatMap(({ field }) => readFigure(field.text)?.quantity ?? []);
  if (figures.length === 0) return [];
  const units = new Set(figures.map(({ unit }) => unit || row.figureUnit));
  const [unit = ''] = units;
  const total =
    units.size === 1 ? decimalText(sum(figures.map(({ value }) => amountOf({ value, unit: '' })))) + unit : '—';
  return [unstatedTarget({ target: target.text, sum: total }, row.target.at)];
}

/** The amount in a cell in base units, 0 for one without task; null for words. */
function amountIn({ text }: Field, unit: string): Exact | null {
  if (text === '' || isNoTask(text)) return zero;
  const figure = readFigure(text);
  return figure && amountOf(figure.quantity.unit === '' ? { ...figure.quantity, unit } : figure.quantity);
}
