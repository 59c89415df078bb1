import type { Diagnostic } from '../model/diagnostic.ts';
import { decimalText, type Exact, sum } from '../model/exact.ts';
import { amountOf, type Quantity, quantityText, unitBase } from '../model/quantity.ts';
import type { RowFields } from './columns.ts';
import { totalDiffers } from './figure-problems.ts';
import { readFigure } from './figure-text.ts';
import type { RowTarget } from './row-units.ts';

/**
 * Columns of sums against what they sum up and, where one covers all columns, against the target. They are no districts and
 * are only compared; rates are no amounts and are not added.
 */
export function totalProblems(
  { totals, figures }: RowFields,
  allocations: Readonly<Record<string, Quantity>>,
  target: RowTarget,
): Diagnostic[] {
  return totals.flatMap(({ label, scopes, field }) => {
    const read = readFigure(field.text)?.quantity;
    const unit = read?.unit || target.quantity?.unit || '';
    if (!read || unit === '%' || unit === '‰') return [];
    const stated = amountOf({ ...read, unit });
    const sums = scopes.map((scope) => sum(scope.flatMap((place) => amountAt(place, unit))));
    const [own] = sums as [Exact, ...Exact[]];
    const differs = (found: Exact, what: 'sum' | 'target') =>
      totalDiffers({ label, stated: print(stated, unit), what, found: print(found, unit) }, field.at);
    const problems = sums.some((total) => total.equals(stated)) ? [] : [differs(own, 'sum')];
    const wholly = scopes[0]?.length === figures.length && target.quantity !== null;
    const goal = wholly && target.quantity ? amountOf(target.quantity) : null;
    if (goal && target.direction === 'at-least' && !goal.equals(stated)) problems.push(differs(goal, 'target'));
    return problems;
  });

  function amountAt(place: number, unit: string): Exact[] {
    const figure = allocations[figures[place]?.column.name ?? ''];
    return figure && unitBase(figure.unit).unit === unitBase(unit).unit ? [amountOf(figure)] : [];
  }
}

function print(amount: Exact, unit: string): string {
  return quantityText({ value: decimalText(amount.div(unitBase(unit).factor)), unit });
}
