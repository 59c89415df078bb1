import { type Quantity, quantityText } from '../model/quantity.ts';

/** The figures of a row as the data of a finding: by the names of their columns, so that moving a column changes nothing. */
export function figuresText(figures: Readonly<Record<string, Quantity>>): string {
  return Object.entries(figures)
    .map(([column, figure]) => `${column}${quantityText(figure)}`)
    .sort()
    .join('、');
}
