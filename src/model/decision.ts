import type { About } from './about.ts';
import type { Quantity } from './quantity.ts';

/** What a named person may answer: let it stand as printed, replace the figure, or settle it later. */
export const decisionKinds = ['accept', 'correct', 'postpone'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** 处理意见: a named person's recorded answer to one diagnostic. It holds as long as the figures it was about do. */
export interface Decision {
  /** Short and unique among an office's decisions. */
  readonly id: string;
  readonly kind: DecisionKind;
  /** Code, subject and figures of the diagnostic that it answers; once the figures are others, it answers it no more. */
  readonly code: string;
  readonly about: About;
  readonly data: Readonly<Record<string, string>>;
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
}
