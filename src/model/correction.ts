/** A value as a page shows it, and what a spreadsheet needs to show the same; words have neither number nor format. */
export interface Shown {
  readonly text: string;
  readonly number: string | null;
  readonly format: string | null;
}

/**
 * What a change is about. `figure`: a cumulative figure. `task`: what a column has to do. `target`: the 量化目标 itself. `status`:
 * a light that changed by itself. `wording`: name, lead unit or note of a target. `statement`: what stands for the whole month.
 * `finding`: a line of 三、数据校核.
 */
export const changeKinds = [
  'score',
  'rank',
  'figure',
  'task',
  'target',
  'status',
  'wording',
  'statement',
  'finding',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** One thing that a reader of an earlier edition finds changed. Plain data: it is kept in the snapshot of the correction. */
export interface Change {
  readonly kind: ChangeKind;
  /** Id of the target; null where it is about none. */
  readonly target: string | null;
  /** Name of the column or, for score and rank, of the lead unit; null where it is about none. */
  readonly column: string | null;
  /** What changed, in words: 综合完成率, a target's clause, 截止日期. */
  readonly subject: string;
  /** Null where there was, or is, nothing. */
  readonly before: Shown | null;
  readonly after: Shown | null;
}

/** An edition, by its number and the hash of its snapshot. */
export interface EditionMark {
  /** 0 for the original, n for 更正版n. */
  readonly edition: number;
  readonly snapshot: string;
}

/** What one audience is told about a corrected edition. */
export interface Correction {
  /** The last edition that this audience got. */
  readonly against: EditionMark;
  readonly changes: readonly Change[];
}

/** `（更正版2）`, `（送审稿）`, `（更正版2送审稿）`; nothing for the original. */
export function editionMark(edition: number, draft: boolean): string {
  const words = `${edition === 0 ? '' : editionName(edition)}${draft ? '送审稿' : ''}`;
  return words === '' ? '' : `（${words}）`;
}

/** `更正版2`, `原版` */
export function editionName(edition: number): string {
  return edition === 0 ? '原版' : `更正版${edition}`;
}
