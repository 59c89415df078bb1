import type { Table } from '../../model/document.ts';
import { WriteError } from '../../model/errors/write-error.ts';
import type { Panel } from './column-widths.ts';
import { type PanelPlan, planPanel } from './plan-panel.ts';
import { type PreparedTable, prepareTable } from './prepared-table.ts';
import { type Choice, shortlist } from './size-choices.ts';
import type { TableFrame, TablePlan, TableStyle } from './table-plan.ts';

/** A table of more pages than this is not made harder to read for the sake of one page less. */
const manyPages = 12;

/**
 * Plans a table: font size, columns, rows and lines. The size is the largest that gives the fewest pages while every
 * word keeps to its column, and is smaller than one that is easy to read only if words or columns would not fit
 * otherwise. Columns that do not fit even at the smallest size go to further panels. Throws `WriteError` for a head
 * that leaves no room for rows.
 */
export function planTable(table: Table, style: TableStyle, frame: TableFrame): TablePlan {
  const { size, panels } = chooseSetting(prepareTable(table, style), style, frame);
  return {
    size,
    startsOnNewPage: panels[0]?.plan.startsOnNewPage ?? false,
    pages: panels.flatMap(({ plan }, index) => plan.pages().map((page) => ({ ...page, panel: index }))),
  };
}

/** A font size, and the columns at that size with their rows on pages. */
export interface TableSetting {
  readonly size: number;
  readonly panels: readonly { readonly panel: Panel; readonly plan: PanelPlan }[];
}

/** What `planTable` decides before it places cells, for writers whose programs break the pages themselves. */
export function chooseSetting(prepared: PreparedTable, style: TableStyle, frame: TableFrame): TableSetting {
  let best: Candidate | null = null;
  for (const choice of shortlist(prepared, style, frame.width)) {
    const candidate = planAt(prepared, style, frame, choice);
    if (best === null || candidate.pageCount < best.pageCount) best = candidate;
    if (best.pageCount > manyPages) break;
  }
  return best as Candidate;
}

interface Candidate extends TableSetting {
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
    return { panel, plan };
  });
  return { size, panels: planned, pageCount: planned.reduce((sum, { plan }) => sum + plan.pageCount, 0) };
}
