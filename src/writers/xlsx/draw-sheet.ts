import type { Cell, CellValue, ConditionalFormattingRule, Worksheet } from 'exceljs';
import { plainText } from '../../model/text.ts';
import { cellAddress } from '../cell-address.ts';
import { resolveFormula } from './formula.ts';
import type { Box, DataBar, Formula, PagedSheet } from './sheet-plan.ts';
import { argb, oneLook, type StyleBook } from './styles.ts';
import type { TablePlace } from './table-place.ts';
import { checkText, escapeText } from './text-check.ts';

const libraryDefault = 9;

/** Puts a plan's cells, sizes, bars and breaks on an empty worksheet. */
export function drawSheet(
  plan: PagedSheet,
  sheet: Worksheet,
  styles: StyleBook,
  tables: ReadonlyMap<string, TablePlace>,
): void {
  // The library leaves out a column as wide as its own default, and programs have others; a trace more is no pixel.
  sheet.columns = plan.columns.widths.map((width) => ({ width: width === libraryDefault ? width + 0.001 : width }));
  for (const [i, height] of plan.heights.entries()) sheet.getRow(i + 1).height = height;
  for (const box of plan.boxes) drawBox(box, sheet, styles, tables);
  for (const [i, bar] of plan.bars.entries()) drawBar(bar, i, sheet);
  for (const row of plan.pageBreaks) sheet.getRow(row).addPageBreak();
}

function drawBox(box: Box, sheet: Worksheet, styles: StyleBook, tables: ReadonlyMap<string, TablePlace>): void {
  const cell = sheet.getRow(box.row + 1).getCell(box.column + 1);
  const { content } = box;
  cell.style = styles.style(box.look, content.kind === 'text' ? content.runs : []);
  const value = cellValue(box, styles, tables);
  if (value !== null) cell.value = value;
  mergeBox(box, cell, sheet);
}

/** Merges cell by cell: the worksheet's own method compares each new merge with all earlier ones. */
function mergeBox(box: Box, master: Cell, sheet: Worksheet): void {
  for (let row = box.row; row < box.row + box.rowspan; row += 1)
    for (let column = box.column; column < box.column + box.colspan; column += 1)
      if (row !== box.row || column !== box.column)
        sheet
          .getRow(row + 1)
          .getCell(column + 1)
          .merge(master);
}

function cellValue(box: Box, styles: StyleBook, tables: ReadonlyMap<string, TablePlace>): CellValue {
  const { content, look } = box;
  if (content.kind === 'number')
    return content.formula === null
      ? content.number
      : { formula: formulaText(content.formula, tables), result: content.number };
  const { runs } = content;
  const text = plainText(runs);
  checkText(text, box.where);
  if (text === '') return null;
  if (oneLook(runs)) return escapeText(text);
  return { richText: runs.map((run) => ({ text: escapeText(run.text), font: styles.font(look, run) })) };
}

function formulaText(formula: Formula, tables: ReadonlyMap<string, TablePlace>): string {
  return formula.kind === 'address' ? formula.address : resolveFormula(formula.source, formula.site, tables);
}

function drawBar(bar: DataBar, index: number, sheet: Worksheet): void {
  const address = cellAddress(bar.row, bar.column);
  const id = `{00000000-0000-4000-8000-${(index + 1).toString(16).padStart(12, '0').toUpperCase()}}`;
  const rule = {
    type: 'dataBar',
    priority: index + 1,
    cfvo: [
      { type: 'num', value: 0 },
      { type: 'num', value: bar.max },
    ],
    color: { argb: argb(bar.colour) },
    // Excel 2007's own bars are never shorter than a tenth of the cell; the newer ones begin at nothing.
    minLength: 0,
    maxLength: 100,
    gradient: false,
    border: false,
  };
  // The library draws a random id for each rule; one that cannot be set keeps the bytes the same from day to day.
  Object.defineProperty(rule, 'x14Id', { get: () => id, set: () => undefined });
  sheet.addConditionalFormatting({ ref: address, rules: [rule as unknown as ConditionalFormattingRule] });
}
