import { leadUnitAudience } from '../briefings/lead-unit-audience.ts';
import type { Month } from '../briefings/month.ts';
import { type Target, targetsOf } from '../model/plan.ts';

/** What of a month one audience is told about. */
export interface Scope {
  /** The audience's own column; null where it has none. */
  readonly column: string | null;
  /** The lead unit that the audience is; null where it is none. */
  readonly unit: string | null;
}

/** A district reads of itself, a lead unit of its targets, and the city of everything. */
export function scopeOf(audience: string, months: readonly Month[]): Scope {
  const isColumn = months.some(({ plan }) => plan.columns.some(({ name }) => name === audience));
  const units = months.flatMap(({ plan }) =>
    targetsOf(plan)
      .flatMap(({ target }) => target.leadUnits)
      .filter((unit) => leadUnitAudience(plan, unit) === audience),
  );
  return { column: isColumn ? audience : null, unit: isColumn ? null : (units[0] ?? null) };
}

/** Whether a column's own affairs belong to the scope. */
export function coversColumn({ column, unit }: Scope, name: string): boolean {
  return unit === null && (column === null || column === name);
}

/** Whether the standing of a lead unit does. */
export function coversUnit({ column, unit }: Scope, name: string): boolean {
  return column === null && (unit === null || unit === name);
}

/** Whether a target does, in whichever of its versions. */
export function coversTarget({ column, unit }: Scope, versions: readonly Target[]): boolean {
  if (unit !== null) return versions.some(({ leadUnits }) => leadUnits.includes(unit));
  return column === null || versions.some(({ allocations }) => allocations[column] !== undefined);
}
