import type { Assessment } from '../analysis/assess.ts';
import type { Approval } from '../model/approval.ts';
import type { Correction } from '../model/correction.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Origin } from '../model/origin.ts';
import type { Period } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';
import type { Return } from '../model/return.ts';
import type { Lights, Settings } from '../model/settings.ts';

/** A month that was read, checked and judged: what every briefing is made from. */
export interface Month {
  readonly period: Period;
  readonly plan: Plan;
  /** The returns up to this month with all their revisions: what the figures come from. */
  readonly returns: readonly Return[];
  /** Of the plan's file; null where its source did not tell. */
  readonly planOrigin: Origin | null;
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
  /** The hash under which its inputs are frozen, as it is printed; null as long as they are not. */
  readonly snapshot: string | null;
  /** What the reader of this edition is told about it; null for the original. */
  readonly correction: EditionCorrection | null;
  /** 审签 of this edition; null for one that was made on demand. */
  readonly approval: Approval | null;
}

/** 更正版n for one audience. */
export interface EditionCorrection extends Correction {
  readonly edition: number;
  /** Why it was corrected; null where nobody said. */
  readonly reason: string | null;
}
