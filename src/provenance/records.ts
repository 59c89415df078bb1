import type { Progress } from '../analysis/progress.ts';
import type { Month } from '../briefings/month.ts';
import type { Target } from '../model/plan.ts';
import type { Return, ReturnEntry } from '../model/return.ts';
import type { SourceRecord } from './explanation.ts';

/** Where an entry of a return was read. */
export function entryRecord({ at }: ReturnEntry, { reporter, revision, cutoff, origin }: Return): SourceRecord {
  return { place: at, given: { reporter, revision, cutoff }, origin: origin ?? null };
}

/** Where a task's figure stands in the plan; the row alone where the plan was kept without the places of its figures. */
export function taskRecord({ target, column }: Pick<Progress, 'target' | 'column'>, month: Month): SourceRecord | null {
  const place = target.places?.[column] ?? (target.at && { ...target.at, column: null });
  return place === null ? null : { place, given: null, origin: month.planOrigin };
}

/** Where a target's own figure stands in the plan. */
export function targetRecord({ at }: Target, month: Month): SourceRecord | null {
  return at === null ? null : { place: at, given: null, origin: month.planOrigin };
}
