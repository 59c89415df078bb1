import type { Diagnostic } from '../model/diagnostic.ts';
import type { Period } from '../model/period.ts';
import type { NewReturn, Return } from '../model/return.ts';
import type { PlansOfMonth } from './plans.ts';

/** What returns are judged by. */
export interface IntakeContext {
  plans(period: Period): PlansOfMonth;
  /** The returns of a month that are stored already, all revisions. */
  stored(period: Period): readonly Return[];
  /** The month that is being collected; null where any may come. */
  readonly month: Period | null;
}

/** What is left of a return, and what was found. */
export interface Judged {
  readonly kept: NewReturn | null;
  readonly diagnostics: readonly Diagnostic[];
}
