import type { Fitted } from './fit.ts';
import type { HeaderTree } from './header-tree.ts';
import type { Line } from './lines.ts';

/** A body row. */
export interface BodyLine extends Fitted {
  /** As it stands in the table, and the header above it. */
  readonly raw: Line;
  readonly under: HeaderTree;
  /** How many fields it should have in its file. */
  readonly fields: number;
  /** The same row on pages with further districts. */
  readonly beside: readonly BodyLine[];
  /** True for the first row below a (repeated) header: what stands above it is on the page before. */
  readonly opensPage: boolean;
}
