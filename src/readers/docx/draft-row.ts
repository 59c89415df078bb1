/** A `w:tc` as it is written: a merge over rows is one cell in each of them. */
export interface DraftCell {
  /** 0-based grid column. */
  readonly column: number;
  readonly span: number;
  readonly merge: 'restart' | 'continue' | null;
  readonly text: string;
}

export interface DraftRow {
  /** Number of the row in the file, 1-based. */
  readonly number: number;
  readonly header: boolean;
  readonly cells: readonly DraftCell[];
  /** Grid columns, skipped ones before and behind the cells counted. */
  readonly width: number;
}
