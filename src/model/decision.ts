import type { About } from './about.ts';
import type { Period } from './period.ts';
import type { Quantity } from './quantity.ts';

/** What a named person may answer: let it stand as printed, replace the figure, or settle it later. */
export const decisionKinds = ['accept', 'correct', 'postpone'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** 处理意见: a named person's recorded answer to one diagnostic. It holds as long as the figures it was about do. */
export interface Decision {
  /** Short and unique among an office's decisions: `2023-1`. */
  readonly id: string;
  readonly kind: DecisionKind;
  /** Year of the plan that it speaks of: next year's target of the same number is another. */
  readonly year: number;
  /** Code, subject and figures of the diagnostic that it answers; once the figures are others, it answers it no more. */
  readonly code: string;
  readonly about: About;
  readonly data: Readonly<Record<string, string>>;
  /** What the diagnostic said, in Chinese, to be quoted later. */
  readonly finding: string;
  /** `correct`: the figure that is replaced; null otherwise. */
  readonly figure: DecidedFigure | null;
  /** `correct`: the figure that holds, and the one that it takes the place of; null otherwise. */
  readonly value: Quantity | null;
  readonly was: Quantity | null;
  /** 姓名 */
  readonly by: string;
  readonly because: string;
  /** ISO date of the decision. */
  readonly decided: string;
  /** ISO date up to which a postponed one may wait; null where it holds until the figures change. */
  readonly until: string | null;
  /** 撤销: set where it was taken back; it answers nothing any more and is kept all the same. */
  readonly revoked: Revocation | null;
}

/** Which figure a correction replaces: a target's own, that of a column, or what a reporter said in a month. */
export interface DecidedFigure {
  /** Target id, and the clause that it had: after a 任务调整 the same number may be another target's. */
  readonly target: string;
  readonly clause: string;
  /** Column or reporter; null for the target's own quantity. */
  readonly column: string | null;
  /** Report month; null for a figure of the plan. */
  readonly period: Period | null;
  /** Revision of the return that the figure was left out of when it came in; null where it stands in its return. */
  readonly leftOutOf: number | null;
}

export interface Revocation {
  /** 姓名 */
  readonly by: string;
  readonly because: string;
  /** ISO date. */
  readonly revoked: string;
}

/** A decision that is yet to be recorded. */
export type NewDecision = Omit<Decision, 'id' | 'revoked'>;

/** The mark on a figure that a decision put in place of another. */
export interface Correction {
  /** The figure as it came; null where none had been let in. */
  readonly was: Quantity | null;
  readonly decision: Decision;
}
