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
  /** 数据截止日期: the day at which the month's figures end by rule, ISO. */
  readonly cutoff: string;
  /** 报送截止日期: the day by which the returns were due, ISO. */
  readonly due: string;
  /** Issue date, ISO. */
  readonly issued: string;
  /** True where any of the figures is 示例数据. */
  readonly sample: boolean;
}
