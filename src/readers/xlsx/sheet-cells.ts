import type { CellValue, Place } from '../../model/document.ts';
import type { Area } from './reference.ts';
import type { CellStyle } from './styles.ts';

/** A cell with content; places are 0-based. */
export interface SheetCell {
  readonly row: number;
  readonly column: number;
  /** As shown. */
  readonly text: string;
  readonly value: CellValue | null;
  readonly ruled: boolean;
}

/** What a worksheet holds, before it is laid out. */
export interface SheetCells {
  /** In reading order. */
  readonly cells: SheetCell[];
  /** Rows that have a cell without content that is ruled all the same. */
  readonly ruledBlanks: Set<number>;
  readonly merges: Area[];
  /** Widths of columns by number, in the sheet's own units. */
  readonly widths: Map<number, number>;
  /** Zeros are shown as blanks. */
  hidesZeros: boolean;
  readonly hiddenRows: number[];
  /** First and last of each hidden range. */
  readonly hiddenColumns: [number, number][];
}

/** What cells refer to, the same for all sheets. */
export interface CellContext {
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly since1904: boolean;
  readonly place: (row: number | null, column: number | null) => Place;
}
