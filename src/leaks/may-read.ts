import { cityAudience } from '../briefings/city.ts';
import { leadUnitAudience } from '../briefings/lead-unit-audience.ts';
import type { Month } from '../briefings/month.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Period } from '../model/period.ts';
import { type Target, targetsOf } from '../model/plan.ts';
import { readsOwnOnly } from '../model/settings.ts';

/** Whose a text is: what somebody wrote about a task, or what was found or decided. */
export type TextOwner =
  | {
      readonly kind: 'entry';
      /** 备注, 存在问题 */
      readonly what: string;
      readonly reporter: string;
      readonly column: string;
      readonly target: string;
      readonly period: Period;
    }
  | { readonly kind: 'finding'; readonly what: string; readonly diagnostic: Diagnostic };

/** Who reads a packet. */
export type Reader =
  | { readonly kind: 'city' }
  | { readonly kind: 'district'; readonly column: string; readonly ownOnly: boolean }
  | { readonly kind: 'lead-unit'; readonly unit: string; readonly ownOnly: boolean };

/** The reader that an audience of the month is; null for none of them. */
export function readerOf({ plan, settings }: Month, audience: string): Reader | null {
  if (audience === cityAudience) return { kind: 'city' };
  const ownOnly = readsOwnOnly(settings);
  const isDistrict = plan.columns.some(({ name, kind }) => name === audience && kind === 'district');
  if (isDistrict) return { kind: 'district', column: audience, ownOnly };
  const units = targetsOf(plan).flatMap(({ target }) => target.leadUnits);
  const unit = units.find((name) => leadUnitAudience(plan, name) === audience);
  return unit === undefined ? null : { kind: 'lead-unit', unit, ownOnly };
}

/**
 * Whether a reader may read a text. A district: what it wrote itself, and what was found about it, about the whole table and, unless it
 * reads its own column only, about rows that it holds. A lead unit: what was written and found about its targets. The city: all.
 */
export function mayRead(month: Month, reader: Reader, owner: TextOwner): boolean {
  if (reader.kind === 'city') return true;
  const owns = (target: Target) =>
    reader.kind === 'district'
      ? target.allocations[reader.column] !== undefined
      : target.leadUnits.includes(reader.unit);
  const ownsTarget = (id: string) => targetsOf(month.plan).some(({ target }) => target.id === id && owns(target));
  if (owner.kind === 'entry')
    return reader.kind === 'district'
      ? owner.column === reader.column
      : owner.reporter === reader.unit || ownsTarget(owner.target);
  const { about, at } = owner.diagnostic;
  if (reader.kind === 'district') {
    if (about.column !== undefined) return about.column === reader.column;
    if (about.target !== undefined) return !reader.ownOnly && ownsTarget(about.target);
    return isOfOwnFile(
      month,
      at?.source,
      (column, entries) => column === reader.column || entries.includes(reader.column),
    );
  }
  if (about.target !== undefined) return ownsTarget(about.target);
  const { column } = about;
  if (column !== undefined)
    return targetsOf(month.plan).some(({ target }) => owns(target) && target.allocations[column] !== undefined);
  return isOfOwnFile(month, at?.source, (reporter, _, targets) => reporter === reader.unit || targets.some(ownsTarget));
}

/** Whether a file is no return at all, such as the plan's, or brought one that the reader has to do with. */
function isOfOwnFile(
  { returns, plan }: Month,
  source: string | undefined,
  own: (reporter: string, columns: readonly string[], targets: readonly string[]) => boolean,
): boolean {
  if (source === undefined || targetsOf(plan).some(({ target }) => target.at?.source === source)) return true;
  return returns.some(
    ({ at, reporter, entries }) =>
      at.source === source &&
      own(
        reporter,
        entries.flatMap(({ column }) => column ?? []),
        entries.map(({ target }) => target),
      ),
  );
}
