import { piecesOf } from './break-lines.ts';
import type { Panel } from './column-widths.ts';
import { PageRows } from './page-rows.ts';
import { paginate } from './paginate.ts';
import { type PanelCell, panelCells } from './panel-rows.ts';
import type { PreparedTable } from './prepared-table.ts';
import type { Fragment, RowPage, RowsToPaginate } from './row-pages.ts';
import type { PlannedCell, TableFrame, TablePage, TableStyle } from './table-plan.ts';

interface Setting {
  readonly size: number;
  readonly style: TableStyle;
  readonly frame: TableFrame;
}

/** The rows of one panel on their pages, before the cells are made. */
export interface PanelPlan {
  readonly pageCount: number;
  readonly headHeight: number;
  readonly body: RowsToPaginate;
  /** Whether the table had better not start on the page with the first height. */
  readonly startsOnNewPage: boolean;
  pages(): Omit<TablePage, 'panel'>[];
}

/** Distributes the rows of one panel over pages, the head on top of each; null if the head leaves no room for a line. */
export function planPanel(prepared: PreparedTable, panel: Panel, setting: Setting): PanelPlan | null {
  const { size, style, frame } = setting;
  const metrics = { lineHeight: style.lineHeight * size, padding: 2 * style.padY * size };
  const head = panelCells(prepared.head, panel, size, style);
  const headPage = wholePage(rowsOf(head, prepared.table.head.length, metrics));
  const headHeight = heightOf(headPage);
  if (frame.height - headHeight < metrics.lineHeight + metrics.padding) return null;

  const cells = panelCells(prepared.body, panel, size, style);
  const body: RowsToPaginate = {
    ...rowsOf(cells, prepared.rowCount, metrics),
    groupStarts: prepared.groupStarts,
    height: frame.height - headHeight,
    firstHeight: frame.firstHeight - headHeight,
    tail: frame.tail,
  };
  const planned = paginate(body);
  const noRows = planned.length === 0;
  const used: readonly RowPage[] = noRows
    ? [{ rows: [], fragments: [] }]
    : planned.filter(({ rows }) => rows.length > 0);
  return {
    pageCount: used.length,
    headHeight,
    body,
    startsOnNewPage: noRows ? frame.firstHeight < headHeight + frame.tail : used.length < planned.length,
    pages() {
      const width = panel.widths.reduce((sum, w) => sum + w, 0);
      const top = placed(headPage, head, { panel, part: 'head', y: 0, size });
      return used.map((page) => ({
        width,
        height: headHeight + heightOf(page),
        cells: [...top, ...placed(page, cells, { panel, part: 'body', y: headHeight, size })],
      }));
    },
  };
}

function rowsOf(
  cells: readonly PanelCell[],
  rowCount: number,
  metrics: { readonly lineHeight: number; readonly padding: number },
): RowsToPaginate {
  const endless = Number.POSITIVE_INFINITY;
  return { rowCount, cells, groupStarts: new Set([0]), ...metrics, height: endless, firstHeight: endless, tail: 0 };
}

function wholePage(rows: RowsToPaginate): RowPage {
  const state = new PageRows(rows);
  state.fill(Number.POSITIVE_INFINITY);
  return state.commit({ end: rows.rowCount, slice: null });
}

function heightOf(page: RowPage): number {
  return page.rows.reduce((sum, row) => sum + row.height, 0);
}

function placed(
  page: RowPage,
  cells: readonly PanelCell[],
  at: { readonly panel: Panel; readonly part: 'head' | 'body'; readonly y: number; readonly size: number },
): PlannedCell[] {
  const tops = [at.y];
  for (const row of page.rows) tops.push((tops.at(-1) as number) + row.height);
  return page.fragments.map((fragment) => {
    const cell = cells[fragment.cell] as PanelCell;
    const y = tops[fragment.first] as number;
    return {
      cell: cell.source.cell,
      part: at.part,
      row: page.rows[fragment.first]?.row ?? 0,
      column: at.panel.columns[cell.column] as number,
      rowspan: fragment.last - fragment.first + 1,
      colspan: cell.colspan,
      x: cell.x,
      y,
      width: cell.width,
      height: (tops[fragment.last + 1] as number) - y,
      align: cell.source.align,
      // With 「（续）」 behind it, a figure is no longer one of those that its column aligns, and may need the whole room.
      inset: fragment.again ? 0 : cell.inset * at.size,
      lines: linesOf(cell, fragment),
      continued: fragment.continued,
    };
  });
}

function linesOf(cell: PanelCell, fragment: Fragment): PlannedCell['lines'] {
  const { text, lines } = cell.text(fragment.again);
  return lines.slice(fragment.fromLine, fragment.toLine).map((line) => piecesOf(text, line));
}
