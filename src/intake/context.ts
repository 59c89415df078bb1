import type { Diagnostic } from '../model/diagnostic.ts';
import type { Period } from '../model/period.ts';
import type { NewReturn, Return } from '../model/return.ts';
import type { Settings } from '../model/settings.ts';
import type { PlansOfMonth } from './plans.ts';

export type IntakeSettings = Pick<Settings, 'checks' | 'cutoffDay' | 'pace'>;

/** What returns are judged by. */
export interface IntakeContext {
  plans(period: Period): PlansOfMonth;
  /** The stored returns of the month before, all revisions, by the ids of the plan in force in the month. */
  storedBefore(period: Period): readonly Return[];
  /** The month that is being collected; null where any may come. */
  readonly month: Period | null;
  /** What the office's settings say of checks, cut-off days and the course of targets. */
  readonly settings: IntakeSettings;
}

/** What is left of a return, and what was found. */
export interface Judged {
  readonly kept: NewReturn | null;
  readonly diagnostics: readonly Diagnostic[];
}
