import type { Assessment } from '../analysis/assess.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Period } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';
import type { Lights, Settings } from '../model/settings.ts';

/** A month that was read, checked and judged: what every briefing is made from. */
export interface Month {
  readonly period: Period;
  readonly plan: Plan;
  readonly assessment: Assessment;
  /** Everything found on the way, in the order of reading and checking. */
  readonly diagnostics: readonly Diagnostic[];
  readonly settings: Settings;
  /** The settings' lights with their marks. */
  readonly lights: Lights;
  /** Latest cut-off date of the month's returns, ISO. */
  readonly cutoff: string;
  /** Issue date, ISO. */
  readonly issued: string;
  /** True where any of the figures is 示例数据. */
  readonly sample: boolean;
}
