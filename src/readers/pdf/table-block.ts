import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Table } from '../../model/document.ts';
import { textCell } from '../../model/text.ts';
import type { PdfPage } from './page.ts';
import { inFile, problems } from './problems.ts';
import type { RuledCell, RuledTable } from './ruled-tables.ts';

/** Points that glyphs may reach over a rule: widths are rounded when they are written and when they are read. */
const overhang = 1;

/** A ruled table as the model has it; every cell knows its page and its row and column there. */
export function tableBlock(table: RuledTable, page: PdfPage, index: number, source: string): Table {
  const part = String(page.number);
  const rows = Array.from({ length: table.rowCount }, (_, row) => ({
    key: null,
    cells: table.cells
      .filter((cell) => cell.row === row)
      .map(({ text, column, rowspan, colspan }) =>
        textCell(text, { rowspan, colspan, at: { source, part, row: row + 1, column: column + 1 } }),
      ),
  }));
  return {
    kind: 'table',
    name: `第${part}页表${index + 1}`,
    columns: table.columnEdges.slice(1).map((edge, column) => ({
      key: String(column + 1),
      width: edge - (table.columnEdges[column] as number),
      align: 'left',
      marked: false,
    })),
    head: [],
    groups: [rows],
  };
}

/** What makes the cells of a table uncertain: rules that do not close them, and words that lie across a rule. */
export function doubts(table: RuledTable, page: PdfPage, source: string): Diagnostic[] {
  const number = String(page.number);
  return table.cells.flatMap((cell) => {
    const place = { part: number, row: cell.row + 1, column: cell.column + 1 };
    if (!cell.certain)
      return [inFile(problems.uncertainCell, { page: number, text: shortened(cell.text) }, source, place)];
    const [stray] = textsBeyond(cell, overhang);
    return stray === undefined
      ? []
      : [inFile(problems.strayText, { page: number, text: shortened(stray) }, source, place)];
  });
}

/** The words of a cell that reach over its edges by more than so many points. */
export function textsBeyond({ rect, texts }: RuledCell, points: number): string[] {
  return texts
    .filter(
      ({ x, y, width, height }) =>
        x < rect.x - points ||
        y < rect.y - points ||
        x + width > rect.x + rect.width + points ||
        y + height > rect.y + rect.height + points,
    )
    .map(({ text }) => text);
}

function shortened(text: string): string {
  return text.length > 20 ? `${text.slice(0, 20)}…` : text;
}
