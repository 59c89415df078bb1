import type { Findings } from '../findings.ts';
import type { XmlHandler } from '../package/walk-xml.ts';
import { closeCell, openInCell, textInCell } from './cell-elements.ts';
import { formulasRead } from './problems.ts';
import type { CellContext, SheetCells } from './sheet-cells.ts';
import { newSheetDraft } from './sheet-draft.ts';
import { sheetElements } from './sheet-elements.ts';

/** Collects a worksheet's cells and merges as they pass by. Throws Refusal for a sheet beyond the limits. */
export function sheetHandler(sheet: SheetCells, context: CellContext, findings: Findings): XmlHandler {
  const draft = newSheetDraft(sheet, context, findings);
  const { path } = draft;
  return {
    open(name, attributes) {
      const around = path.at(-1);
      path.push(name);
      if (draft.source !== null) openInCell(draft, name, attributes);
      else if (around !== undefined) sheetElements[`${around}/${name}`]?.(draft, attributes);
    },
    text: (text) => textInCell(draft, text),
    close(name) {
      path.pop();
      if (draft.source !== null) {
        if (name === 'c' && path.at(-1) === 'row') closeCell(draft);
        else draft.inline.close(name);
      } else if (name === 'sheetData' && draft.formulas > 0)
        findings.add(
          formulasRead,
          { count: String(draft.formulas), cell: draft.firstFormula },
          context.place(null, null),
        );
    },
  };
}
