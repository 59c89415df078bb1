import { sampleOf } from '../findings.ts';
import { limits } from '../package/limits.ts';
import { Refusal } from '../package/refusal.ts';
import { tooLarge } from '../package/too-large.ts';
import { type Attributes, attribute } from '../package/walk-xml.ts';
import { openCell } from './cell-elements.ts';
import { badReference, overlappingMerge } from './problems.ts';
import { maxColumns, maxRows, parseArea } from './reference.ts';
import type { SheetDraft } from './sheet-draft.ts';

type Open = (draft: SheetDraft, attributes: Attributes) => void;

/** Elements of a worksheet outside cells (ISO/IEC 29500-1, 18.3.1) by the element around them and their own name. */
export const sheetElements: Readonly<Record<string, Open>> = {
  'sheetViews/sheetView': (draft, attributes) => {
    if (attribute(attributes, 'showZeros') === '0') draft.sheet.hidesZeros = true;
  },
  'cols/col': (draft, attributes) => {
    const min = Number(attribute(attributes, 'min'));
    const max = Number(attribute(attributes, 'max'));
    if (!(min >= 1 && max >= min && max <= maxColumns)) return;
    const { hiddenColumns, widths } = draft.sheet;
    const width = attribute(attributes, 'width');
    if (isHidden(attributes) || width === '0') hiddenColumns.push([min - 1, max - 1]);
    const units = Number(width);
    if (units > 0) for (let i = min; i <= Math.min(max, limits.columns); i += 1) widths.set(i - 1, units);
  },
  'sheetData/row': (draft, attributes) => {
    const text = attribute(attributes, 'r');
    const row = text === null ? draft.row + 1 : Number(text) - 1;
    if (!Number.isInteger(row) || row <= draft.row || row >= maxRows)
      throw new Refusal(
        badReference({ text: sampleOf(text ?? '') }, draft.context.place(Math.max(0, draft.row), null)),
      );
    draft.row = row;
    draft.column = -1;
    if (isHidden(attributes) || attribute(attributes, 'ht') === '0') draft.sheet.hiddenRows.push(row);
  },
  'row/c': openCell,
  'mergeCells/mergeCell': (draft, attributes) => {
    const reference = attribute(attributes, 'ref') ?? '';
    const area = parseArea(reference);
    const { sheet, context, findings } = draft;
    if (area === null) findings.add(overlappingMerge, { area: sampleOf(reference) }, context.place(null, null));
    else if (sheet.merges.length >= limits.merges)
      throw tooLarge('merges', sheet.merges.length + 1, limits.merges, context.place(area.top, area.left));
    else if (area.bottom > area.top || area.right > area.left) sheet.merges.push(area);
  },
};

function isHidden(attributes: Attributes): boolean {
  return ['1', 'true'].includes(attribute(attributes, 'hidden') ?? '');
}
