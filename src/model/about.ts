/** What in the plan a diagnostic touches; empty for a whole file. */
export interface About {
  readonly target?: string;
  readonly column?: string;
  /** Report month, for problems of a return's row. */
  readonly period?: string;
}
