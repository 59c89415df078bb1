import type { ProblemKind } from './diagnostic.ts';
import type { Language } from './language.ts';

/** A kind of problem in general, for the list of checks; a diagnostic's own words are about one case. */
export interface Explanation {
  /** What is the matter, as the end of a sentence about several: 有5项目标累计完成超过全年任务. */
  readonly title: string;
  /** When it is told. */
  readonly finds: string;
  /** What to do then. */
  readonly remedy: string;
}

export interface ExplainedKind extends ProblemKind {
  readonly explanation: Readonly<Record<Language, Explanation>>;
}

/** Adds to a kind of problem what the list of checks says of it. */
export function explained<P extends ProblemKind>(
  problem: P,
  explanation: ExplainedKind['explanation'],
): P & ExplainedKind {
  return Object.assign(problem, { explanation });
}
