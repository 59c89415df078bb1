import { sampleOf } from '../findings.ts';
import { limits } from '../package/limits.ts';
import { tooLarge } from '../package/too-large.ts';
import { type Attributes, attribute } from '../package/walk-xml.ts';
import { badReference } from './problems.ts';
import { readCell } from './read-cell.ts';
import { cellName, maxColumns, parseArea } from './reference.ts';
import { sharedFormula } from './shared-formula.ts';
import type { SheetDraft } from './sheet-draft.ts';

/** Begins a cell; one without reference stands right of the last. A cell out of order is told of and left out. */
export function openCell(draft: SheetDraft, attributes: Attributes): void {
  const { row, context, findings } = draft;
  const reference = attribute(attributes, 'r');
  const area = reference === null ? null : parseArea(reference);
  const column = reference === null ? draft.column + 1 : (area?.left ?? -1);
  const inRow = area === null || (area.top === row && area.bottom === row && area.right === column);
  if (column <= draft.column || column >= maxColumns || !inRow) {
    findings.add(badReference, { text: sampleOf(reference ?? cellName(row, column)) }, context.place(row, null));
    return;
  }
  draft.column = column;
  const type = attribute(attributes, 't') ?? 'n';
  const style = Number(attribute(attributes, 's') ?? 0);
  draft.source = { row, column, type, style, value: null, formula: null, shared: null, inline: '' };
}

/** An element in the cell: its value, its formula, or words of its own. */
export function openInCell(draft: SheetDraft, name: string, attributes: Attributes): void {
  const { source, inline, path } = draft;
  if (source === null) return;
  if (path.at(-2) !== 'c') inline.open(name, attributes);
  else if (name === 'v') source.value = '';
  else if (name === 'f') {
    source.formula = '';
    source.shared = attribute(attributes, 't') === 'shared' ? attribute(attributes, 'si') : null;
  }
}

export function textInCell({ source, inline, path }: SheetDraft, text: string): void {
  if (source === null) return;
  const inside = path.at(-1);
  if (inside === 'v') source.value = (source.value ?? '') + text;
  else if (inside === 'f') source.formula = (source.formula ?? '') + text;
  else inline.text(text);
}

/** Ends the cell and keeps it if it has content. Throws Refusal for one too many. */
export function closeCell(draft: SheetDraft): void {
  const { source, sheet, context, findings } = draft;
  if (source === null) return;
  draft.source = null;
  source.inline = draft.inline.take();
  if (source.formula !== null) {
    source.formula = ownFormula(draft, source.shared, source.formula);
    draft.formulas += 1;
    draft.firstFormula ||= cellName(source.row, source.column);
  }
  const cell = readCell(source, context, sheet.hidesZeros, findings);
  if (cell === null) {
    if (context.styles[source.style]?.ruled) sheet.ruledBlanks.add(source.row);
    return;
  }
  sheet.cells.push(cell);
  if (sheet.cells.length > limits.positions)
    throw tooLarge('cells', sheet.cells.length, limits.positions, context.place(cell.row, cell.column));
}

function ownFormula({ shared, row, column }: SheetDraft, group: string | null, written: string): string {
  if (group === null) return written;
  const first = shared.get(group);
  if (written !== '' || first === undefined) {
    shared.set(group, { formula: written, row, column });
    return written;
  }
  return sharedFormula(first.formula, row - first.row, column - first.column);
}
