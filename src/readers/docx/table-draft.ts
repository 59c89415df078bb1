import type { Place, Table } from '../../model/document.ts';
import { textCell } from '../../model/text.ts';
import { type Findings, sampleOf } from '../findings.ts';
import { type Rectangle, spannedTable } from '../spanned-table.ts';
import type { DraftRow } from './draft-row.ts';
import { hiddenUnderMerge } from './problems.ts';
import { withoutSlivers } from './sliver-columns.ts';

/** The rows of a `w:tbl` as a table, merges resolved (ISO/IEC 29500-1, 17.4.84). Every cell knows its row and grid column. */
export function draftTable(
  name: string,
  written: readonly DraftRow[],
  gridWidths: readonly number[],
  source: string,
  findings: Findings,
): Table {
  const width = written.reduce((most, row) => Math.max(most, row.width), 0);
  // A grid too narrow for its rows says nothing of widths; a wider one has columns that all rows leave out at the end.
  const grid = gridWidths.length < width ? new Array<number>(width).fill(0) : gridWidths.slice(0, width);
  const { rows, widths } = withoutSlivers(written, grid);
  const place = (row: number, column: number): Place => ({
    source,
    part: name,
    row: rows[row]?.number ?? null,
    column: column + 1,
  });
  const rectangles: Rectangle[] = [];
  /** By grid column, the index of the cell that a merge is still carrying down. */
  let open = new Map<number, number>();
  for (const [index, row] of rows.entries()) {
    const carried = new Map<number, number>();
    for (const { column, span, merge, text } of row.cells) {
      const above = merge === 'continue' ? open.get(column) : undefined;
      const master = above === undefined ? undefined : rectangles[above];
      if (above === undefined || master === undefined || master.cell.colspan !== span) {
        if (merge !== null) carried.set(column, rectangles.length);
        rectangles.push({ row: index, column, cell: textCell(text, { colspan: span, at: place(index, column) }) });
        continue;
      }
      carried.set(column, above);
      rectangles[above] = { ...master, cell: { ...master.cell, rowspan: master.cell.rowspan + 1 } };
      if (text.trim() !== '') findings.add(hiddenUnderMerge, { text: sampleOf(text) }, place(index, column));
    }
    open = carried;
  }
  const firstBody = rows.findIndex((row) => !row.header);
  return spannedTable(rectangles, {
    name,
    rowCount: rows.length,
    widths: widths.map((units) => units || 1),
    headRows: firstBody < 0 ? 0 : firstBody,
    blank: (row, column) => textCell('', { at: place(row, column) }),
  });
}
