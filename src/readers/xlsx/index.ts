import { type Reading, type ReadPart, readingOf, refused } from '../../model/reading.ts';
import { collectFindings, type Findings } from '../findings.ts';
import { limits } from '../package/limits.ts';
import { type OfficePackage, openPackage } from '../package/office-package.ts';
import { macros } from '../package/problems.ts';
import { refusable } from '../package/refusal.ts';
import type { Reader } from '../reader.ts';
import { reportDrawings } from './drawing.ts';
import { reportHidden } from './hidden.ts';
import { layOut } from './lay-out.ts';
import { placeCells } from './place-cells.ts';
import { binaryWorkbook, externalLinks, hiddenSheet, notWorkbook } from './problems.ts';
import { sheetHandler } from './read-sheet.ts';
import type { CellContext, SheetCells } from './sheet-cells.ts';
import { stringsHandler } from './strings.ts';
import { type CellStyle, stylesHandler } from './styles.ts';
import { readWorkbook, type SheetEntry } from './workbook.ts';

/**
 * Excel workbooks (ISO/IEC 29500, transitional and strict): each sheet is a part with its table and the paragraphs around
 * it. Numbers keep their exact decimals and formats, formulas their saved results; nothing is calculated or opened.
 */
export const xlsxReader = {
  format: 'xlsx',
  extensions: ['xlsx', 'xlsm'],
  read(bytes, source): Reading {
    const findings = collectFindings(source);
    return refusable(() => readSheets(openPackage(bytes, source), findings), findings.list);
  },
} satisfies Reader;

function readSheets(pack: OfficePackage, findings: Findings): Reading {
  const at = { source: pack.file, part: null, row: null, column: null };
  const main = pack.relations('').find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (main.endsWith('.bin')) return refused(binaryWorkbook({ file: pack.file }, at));
  const workbook = readWorkbook(pack, main);
  if (workbook === null || workbook.sheets.length === 0) return refused(notWorkbook({ file: pack.file }, at));
  const relations = pack.relations(main);
  const links = relations.filter(({ type }) => type === 'externalLink').length;
  if (links > 0) findings.add(externalLinks, { count: String(links) }, at);
  if (pack.hasMacros) findings.add(macros, { file: pack.file }, at);

  const partOf = (type: string) => relations.find((relation) => relation.type === type);
  const strings: string[] = [];
  const styles: CellStyle[] = [];
  const stringsPart = partOf('sharedStrings');
  const stylesPart = partOf('styles');
  if (stringsPart) pack.read(stringsPart.target, stringsHandler(strings, at));
  if (stylesPart) pack.read(stylesPart.target, stylesHandler(styles), limits.listBytes);

  const parts = workbook.sheets.map((entry): ReadPart => {
    const place: CellContext['place'] = (row, column) => ({
      source: pack.file,
      part: entry.name,
      row: row === null ? null : row + 1,
      column: column === null ? null : column + 1,
    });
    const context = { strings, styles, since1904: workbook.since1904, place };
    return readSheet(pack, entry, context, findings);
  });
  return readingOf(parts, findings.list());
}

function readSheet(pack: OfficePackage, entry: SheetEntry, context: CellContext, findings: Findings): ReadPart {
  const sheet: SheetCells = {
    cells: [],
    ruledBlanks: new Set(),
    merges: [],
    widths: new Map(),
    hidesZeros: false,
    hiddenRows: [],
    hiddenColumns: [],
  };
  pack.read(entry.part, sheetHandler(sheet, context, findings));
  const used = placeCells(sheet, context, findings);
  reportDrawings(pack, entry.part, used === null, context, findings);
  if (used === null) return { name: entry.name, blocks: [] };
  if (entry.hidden) findings.add(hiddenSheet, {}, context.place(null, null));
  reportHidden(used, sheet, context, findings);
  return { name: entry.name, blocks: layOut({ used, sheet, entry, context }) };
}
