import type { Element as XmlElement } from '@xmldom/xmldom';
import { attribute, child, children, isOn, paragraphText } from './word-xml.ts';

export interface DocxTable {
  /** 0-based number of the section that it stands in. */
  readonly section: number;
  /** In twips. */
  readonly columnWidths: readonly number[];
  readonly layout: string | null;
  readonly rows: readonly DocxRow[];
  /** Cells with content, merged as Word shows them, in reading order. */
  readonly cells: readonly DocxCell[];
}

export interface DocxRow {
  readonly header: boolean;
  readonly cantSplit: boolean;
  /** Every paragraph of the row keeps with the next: how Word holds rows together. */
  readonly keepNext: boolean;
}

export interface DocxCell {
  readonly row: number;
  readonly column: number;
  readonly rowspan: number;
  readonly colspan: number;
  readonly text: string;
  readonly align: string | null;
  readonly styleId: string | null;
  /** Shading by row, `RRGGBB`; a cell over several rows is shaded piece by piece. */
  readonly fills: readonly (string | null)[];
  /** In twips. */
  readonly width: number;
  /** Width of its characters, in percent. */
  readonly percent: number;
}

/** Reads a `w:tbl`, its merges resolved (`w:gridSpan`, `w:vMerge`: ISO/IEC 29500-1, 17.4). */
export function readTable(table: XmlElement, section: number): DocxTable {
  const rows = children(table, 'tr');
  const cells: DocxCell[] = [];
  /** By column, the place in `cells` of the vertical merge that is still open there. */
  let open = new Map<number, number>();
  for (const [rowIndex, row] of rows.entries()) {
    const stillOpen = new Map<number, number>();
    let column = 0;
    for (const node of children(row, 'tc')) {
      const cell = readCell(node, rowIndex, column);
      const merge = child(child(node, 'tcPr'), 'vMerge');
      const restarts = merge !== null && attribute(merge, 'val') === 'restart';
      const above = merge !== null && !restarts ? open.get(column) : undefined;
      if (merge !== null) stillOpen.set(column, above ?? cells.length);
      if (above === undefined) cells.push(cell);
      else cells[above] = continued(cells[above] as DocxCell, cell);
      column += cell.colspan;
    }
    open = stillOpen;
  }
  return {
    section,
    columnWidths: children(child(table, 'tblGrid'), 'gridCol').map((node) => Number(attribute(node, 'w'))),
    layout: attribute(child(child(table, 'tblPr'), 'tblLayout'), 'type'),
    rows: rows.map(readRow),
    cells,
  };
}

function continued(cell: DocxCell, below: DocxCell): DocxCell {
  if (below.text !== '') throw new Error(`hidden text in a merged cell: ${below.text}`);
  if (below.colspan !== cell.colspan) throw new Error('a vertical merge changes its width');
  return { ...cell, rowspan: cell.rowspan + 1, fills: [...cell.fills, ...below.fills] };
}

function readCell(node: XmlElement, row: number, column: number): DocxCell {
  const properties = child(node, 'tcPr');
  const paragraphs = children(node, 'p');
  const look = child(paragraphs[0] ?? null, 'pPr');
  return {
    row,
    column,
    rowspan: 1,
    colspan: Number(attribute(child(properties, 'gridSpan'), 'val') ?? 1),
    text: paragraphs.map(paragraphText).join('\n'),
    align: attribute(child(look, 'jc'), 'val'),
    styleId: attribute(child(look, 'pStyle'), 'val'),
    fills: [attribute(child(properties, 'shd'), 'fill')],
    width: Number(attribute(child(properties, 'tcW'), 'w')),
    percent: Number(attribute(child(child(child(paragraphs[0] ?? null, 'r'), 'rPr'), 'w'), 'val') ?? 100),
  };
}

function readRow(row: XmlElement): DocxRow {
  const properties = child(row, 'trPr');
  const paragraphs = children(row, 'tc').flatMap((cell) => children(cell, 'p'));
  return {
    header: isOn(child(properties, 'tblHeader')),
    cantSplit: isOn(child(properties, 'cantSplit')),
    keepNext: paragraphs.every((paragraph) => isOn(child(child(paragraph, 'pPr'), 'keepNext'))),
  };
}
