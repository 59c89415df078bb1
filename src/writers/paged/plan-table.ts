import type { Table } from '../../model/document.ts';
import { WriteError } from '../../model/errors/write-error.ts';
import { type PanelPlan, planPanel } from './plan-panel.ts';
import { type PreparedTable, prepareTable } from './prepared-table.ts';
import { type Choice, shortlist } from './size-choices.ts';
import type { TableFrame, TablePlan, TableStyle } from './table-plan.ts';

/** A table of more pages than this is not made harder to read for the sake of one page less. */
const manyPages = 12;

/**
 * Plans a table: font size, columns, rows and lines. The size is the largest that gives the fewest pages while every
 * word keeps to its column, and is taken from the lower half of the range only if words or columns would not fit
 * otherwise. Columns that do not fit even at the smallest size go to further panels. Throws `WriteError` for a head
 * that leaves no room for rows.
 */
export function planTable(table: Table, style: TableStyle, frame: TableFrame): TablePlan {
  const prepared = prepareTable(table, style);
  let best: Candidate | null = null;
  for (const choice of shortlist(prepared, style, frame.width)) {
    const candidate = planAt(prepared, style, frame, choice);
    if (best === null || candidate.pageCount < best.pageCount) best = candidate;
    if (best.pageCount > manyPages) break;
  }
  const { size, panels } = best as Candidate;
  return {
    size,
    startsOnNewPage: panels[0]?.startsOnNewPage ?? false,
    pages: panels.flatMap((panel, index) => panel.pages().map((page) => ({ ...page, panel: index }))),
  };
}

interface Candidate {
  readonly size: number;
  readonly panels: readonly PanelPlan[];
  readonly pageCount: number;
}

function planAt(prepared: PreparedTable, style: TableStyle, frame: TableFrame, { size, panels }: Choice): Candidate {
  const planned = panels.map((panel, index) => {
    const firstHeight = index === 0 ? frame.firstHeight : frame.height;
    const plan = planPanel(prepared, panel, { size, style, frame: { ...frame, firstHeight } });
    if (plan === null)
      throw new WriteError({
        'zh-CN': `表“${prepared.table.name}”的表头占满了一页，放不下内容，请改用 A3 纸或缩短表头`,
        en: `the head of table ${prepared.table.name} leaves no room for its rows`,
      });
    return plan;
  });
  return { size, panels: planned, pageCount: planned.reduce((sum, { pageCount }) => sum + pageCount, 0) };
}
