import { unzipSync } from 'fflate';
import { displayed, type ReadStyle, readString, readStyles } from './read-xlsx-styles.ts';
import { children, type Node, parseXml, text } from './xml.ts';

/** A cell, or the rectangle that a merge makes one; all places are 0-based. */
export interface ReadCell {
  readonly row: number;
  readonly column: number;
  readonly rowspan: number;
  readonly colspan: number;
  /** As displayed: a number through its format. */
  readonly text: string;
  /** A number is kept as the file writes it. */
  readonly raw: { readonly type: 'number' | 'text' | 'empty'; readonly value: string };
  readonly formula: string | null;
  readonly style: ReadStyle;
  /** Whether the whole outline of the rectangle is drawn. */
  readonly outlined: boolean;
}

export interface ReadSheet {
  readonly name: string;
  readonly state: string;
  readonly cells: readonly ReadCell[];
  readonly widths: readonly number[];
  readonly heights: readonly number[];
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly printTitles: string | null;
  readonly printArea: string | null;
  readonly page: Readonly<Record<string, string>>;
  /** Inches. */
  readonly margins: Readonly<Record<string, string>>;
  readonly centred: boolean;
  readonly fitToPage: boolean;
  readonly header: string;
  readonly footer: string;
  readonly tabColour: string | null;
  readonly breaks: readonly number[];
  /** Attributes of the rules for what may be typed. */
  readonly validations: readonly Readonly<Record<string, string>>[];
  /** Cell address → colour and end of its bar. */
  readonly bars: Readonly<Record<string, { readonly colour: string; readonly max: number }>>;
}

/** Reads a workbook straight from its XML, so that no error of the library that wrote it is mirrored. */
export function readXlsx(bytes: Uint8Array): ReadSheet[] {
  const parts = unzipSync(bytes);
  const workbook = parseXml(parts['xl/workbook.xml']);
  const styles = readStyles(parseXml(parts['xl/styles.xml']));
  const shared = parts['xl/sharedStrings.xml'];
  const strings = shared === undefined ? [] : children(parseXml(shared), 'si').map(readString);
  const targets = new Map(
    children(parseXml(parts['xl/_rels/workbook.xml.rels']), 'Relationship').map((rel) => [
      rel.getAttribute('Id'),
      `xl/${rel.getAttribute('Target')}`,
    ]),
  );
  const name = (sheet: number, defined: string) =>
    children(workbook, 'definedNames', 'definedName')
      .filter((node) => node.getAttribute('localSheetId') === String(sheet) && node.getAttribute('name') === defined)
      .map(text)[0] ?? null;
  return children(workbook, 'sheets', 'sheet').map((sheet, i) => ({
    name: sheet.getAttribute('name') ?? '',
    state: sheet.getAttribute('state') ?? 'visible',
    printTitles: name(i, '_xlnm.Print_Titles'),
    printArea: name(i, '_xlnm.Print_Area'),
    ...readSheet(parseXml(parts[targets.get(sheet.getAttribute('r:id')) ?? '']), styles, strings),
  }));
}

type SheetPart = Omit<ReadSheet, 'name' | 'state' | 'printTitles' | 'printArea'>;

function readSheet(root: Node, styles: readonly ReadStyle[], strings: readonly string[]): SheetPart {
  const pane = children(root, 'sheetViews', 'sheetView', 'pane')[0];
  const attribute = (name: string, ...path: string[]) => children(root, ...path)[0]?.getAttribute(name) ?? null;
  return {
    cells: readCells(root, styles, strings),
    widths: children(root, 'cols', 'col').flatMap((col) => {
      const count = Number(col.getAttribute('max')) - Number(col.getAttribute('min')) + 1;
      return new Array<number>(count).fill(Number(col.getAttribute('width')));
    }),
    heights: children(root, 'sheetData', 'row').map((row) => Number(row.getAttribute('ht'))),
    frozen: { rows: Number(pane?.getAttribute('ySplit') ?? 0), columns: Number(pane?.getAttribute('xSplit') ?? 0) },
    page: attributes(children(root, 'pageSetup')[0]),
    margins: attributes(children(root, 'pageMargins')[0]),
    centred: attribute('horizontalCentered', 'printOptions') === '1',
    fitToPage: attribute('fitToPage', 'sheetPr', 'pageSetUpPr') === '1',
    header: text(children(root, 'headerFooter', 'oddHeader')[0]),
    footer: text(children(root, 'headerFooter', 'oddFooter')[0]),
    tabColour: attribute('rgb', 'sheetPr', 'tabColor'),
    breaks: children(root, 'rowBreaks', 'brk').map((node) => Number(node.getAttribute('id'))),
    bars: Object.fromEntries(
      children(root, 'conditionalFormatting').flatMap((node) =>
        children(node, 'cfRule', 'dataBar').map((bar) => {
          const colour = children(bar, 'color')[0]?.getAttribute('rgb') ?? '';
          return [node.getAttribute('sqref'), { colour, max: Number(children(bar, 'cfvo')[1]?.getAttribute('val')) }];
        }),
      ),
    ),
    validations: children(root, 'dataValidations', 'dataValidation').map(attributes),
  };
}

function attributes(node: Node | undefined): Record<string, string> {
  return Object.fromEntries([...(node?.attributes ?? [])].map((attribute) => [attribute.name, attribute.value]));
}

function readCells(root: Node, styles: readonly ReadStyle[], strings: readonly string[]): ReadCell[] {
  const nodes = new Map<string, Node>();
  for (const node of children(root, 'sheetData', 'row', 'c')) nodes.set(node.getAttribute('r') ?? '', node);
  const styleAt = (row: number, column: number) =>
    styles[Number(nodes.get(`${letters(column)}${row + 1}`)?.getAttribute('s') ?? 0)] as ReadStyle;
  const merges = children(root, 'mergeCells', 'mergeCell').map((node) => area(node.getAttribute('ref') ?? ''));
  const covered = new Set<string>();
  const spans = new Map<string, { rowspan: number; colspan: number }>();
  for (const { top, left, bottom, right } of merges) {
    spans.set(`${letters(left)}${top + 1}`, { rowspan: bottom - top + 1, colspan: right - left + 1 });
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1) {
        const key = `${letters(column)}${row + 1}`;
        if (covered.has(key)) throw new Error(`two merges cover ${key}`);
        covered.add(key);
      }
  }
  return [...nodes]
    .filter(([address]) => spans.has(address) || !covered.has(address))
    .map(([address, node]) => {
      const { top: row, left: column } = area(address);
      const { rowspan, colspan } = spans.get(address) ?? { rowspan: 1, colspan: 1 };
      const style = styleAt(row, column);
      const raw = rawValue(node, strings);
      const rows = Array.from({ length: rowspan }, (_, i) => row + i);
      const columns = Array.from({ length: colspan }, (_, i) => column + i);
      return {
        row,
        column,
        rowspan,
        colspan,
        // White space behind a unit only aligns it with longer ones.
        text: raw.type === 'number' ? displayed(raw.value, style.format).trimEnd() : raw.value,
        raw,
        formula: children(node, 'f').map(text)[0] ?? null,
        style,
        outlined:
          rows.every((r) => styleAt(r, column).border.left && styleAt(r, column + colspan - 1).border.right) &&
          columns.every((c) => styleAt(row, c).border.top && styleAt(row + rowspan - 1, c).border.bottom),
      };
    });
}

function rawValue(node: Node, strings: readonly string[]): ReadCell['raw'] {
  const value = children(node, 'v')[0];
  if (value === undefined) return { type: 'empty', value: '' };
  const type = node.getAttribute('t') ?? 'n';
  if (type === 's') return { type: 'text', value: strings[Number(text(value))] as string };
  if (type === 'n') return { type: 'number', value: text(value) };
  return { type: 'text', value: text(value) };
}

/** `B2` or `B2:C5` → 0-based edges. */
function area(reference: string): { top: number; left: number; bottom: number; right: number } {
  const [, left = '', top = '', right = left, bottom = top] =
    /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(reference) ?? [];
  const column = (word: string) => [...word].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { top: Number(top) - 1, left: column(left), bottom: Number(bottom) - 1, right: column(right) };
}

function letters(column: number): string {
  let word = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    word = String.fromCharCode(65 + ((rest - 1) % 26)) + word;
  return word;
}
