import type { Period } from '../model/period.ts';

/** What is decided: the printed figure stands, another takes its place, or it waits. */
export type Answer =
  | { readonly kind: 'accept' }
  | { readonly kind: 'correct'; readonly text: string }
  | { readonly kind: 'postpone'; readonly until: string };

/** Which problem is meant. */
export interface Question {
  readonly code: string;
  /** Target id; `-` for a problem about no target; null for any. */
  readonly target: string | null;
  readonly column: string | null;
  /** Null for problems of the plan alone. */
  readonly month: Period | null;
  /** Which one, from 1, where several are about the same; null where there is one. */
  readonly nth: number | null;
}
