import type { Findings } from '../findings.ts';
import type { CellSource } from './read-cell.ts';
import type { CellContext, SheetCells } from './sheet-cells.ts';
import { collectText, type TextCollector } from './strings.ts';

/** What is known while a worksheet is read from top to bottom. */
export interface SheetDraft {
  readonly sheet: SheetCells;
  readonly context: CellContext;
  readonly findings: Findings;
  /** Local names of the elements around, the innermost last. */
  readonly path: string[];
  /** Of the cell last met, 0-based; -1 before the first. */
  row: number;
  column: number;
  /** The cell that is being read. */
  source: CellSource | null;
  /** Words that stand in the cell itself. */
  readonly inline: TextCollector;
  /** By group, the formula that its cells share and the cell that it was written for. */
  readonly shared: Map<string, { readonly formula: string; readonly row: number; readonly column: number }>;
  formulas: number;
  firstFormula: string;
}

export function newSheetDraft(sheet: SheetCells, context: CellContext, findings: Findings): SheetDraft {
  return {
    sheet,
    context,
    findings,
    path: [],
    row: -1,
    column: -1,
    source: null,
    inline: collectText(),
    shared: new Map(),
    formulas: 0,
    firstFormula: '',
  };
}
