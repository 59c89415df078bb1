import type { Plan } from '../model/plan.ts';
import { cityAudience } from './city.ts';

/** Where a lead unit is a column, too, or bears the city's name, its packet needs another name than theirs. */
export function leadUnitAudience({ columns }: Plan, unit: string): string {
  const taken = unit === cityAudience || columns.some(({ name }) => name === unit);
  return taken ? `${unit}（牵头单位）` : unit;
}
