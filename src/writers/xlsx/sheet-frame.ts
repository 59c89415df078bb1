import type { PageSetup, PaperSize, Worksheet, WorksheetView } from 'exceljs';
import type { Document } from '../../model/document.ts';
import { columnLetters } from '../cell-address.ts';
import type { SheetPlan } from './sheet-plan.ts';
import { argb } from './styles.ts';
import type { TablePlace } from './table-place.ts';

const millimetresPerInch = 25.4;
/** Frozen rows and columns leave room to scroll on a small screen: at most so many points, so many column units. */
const mostFrozenHeight = 280;
const mostFrozenWidth = 75;
/** Fewer columns fit the screen and need no frozen ones. */
const wideTable = 10;

/** Page, header and footer, print area, repeated rows and frozen panes of a sheet. */
export function frameSheet(plan: SheetPlan, sheet: Worksheet, document: Document): void {
  const { theme } = plan;
  const table = plan.tables.find((place) => place.table === plan.main) ?? null;
  if (document.banner !== null) sheet.properties.tabColor = { argb: argb(theme.colours.banner) };
  Object.assign(sheet.pageSetup, pageSetup(plan, table));
  Object.assign(sheet.headerFooter, {
    oddFooter: `&C&"${theme.fonts.body.office},Regular"&${Math.round(theme.sizes.pageNumber)}— &P —`,
    oddHeader: document.banner === null ? null : header(document.banner, plan),
  });
  sheet.views = [{ showGridLines: false, ...panes(plan, table) } as WorksheetView];
}

/** `&` begins a command in a header; the colour stands last, as it takes exactly six digits and the text may begin with some. */
function header(banner: string, { theme }: SheetPlan): string {
  const { fonts, sizes, colours } = theme;
  const font = `&"${fonts.heading.office},Bold"&${Math.round(sizes.pageNumber)}`;
  return `&C${font}&K${colours.banner.slice(1)}${banner.replaceAll('\n', ' ').replaceAll('&', '&&')}`;
}

function pageSetup(plan: SheetPlan, table: TablePlace | null): Partial<PageSetup> {
  const { theme, page } = plan;
  const margins = page.orientation === 'portrait' ? theme.margins : theme.landscapeMargins;
  const inches = (millimetres: number) => Math.round((millimetres / millimetresPerInch) * 1000) / 1000;
  const lastColumn = columnLetters(plan.columns.widths.length - 1);
  const setup: Partial<PageSetup> = {
    paperSize: (page.paper === 'A4' ? 9 : 8) as PaperSize,
    orientation: page.orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: {
      top: inches(margins.top),
      bottom: inches(margins.bottom),
      left: inches(margins.left),
      right: inches(margins.right),
      header: inches(margins.top / 2),
      footer: inches(footerDistance(margins.bottom, theme.sizes.pageNumber)),
    },
    // The library writes a `$` before each half only; the inner ones keep the area absolute for every program.
    printArea: `A$1:${lastColumn}$${Math.max(1, plan.heights.length)}`,
  };
  if (table !== null && table.headRows > 0)
    setup.printTitlesRow = `${(table.rowStarts[0] as number) + 1}:${table.rowStarts[table.headRows]}`;
  return setup;
}

/** The page number stands 7 mm below the text (GB/T 9704-2012, 7.5), as far as the margin has room. */
function footerDistance(bottom: number, points: number): number {
  return Math.max(5, bottom - 7 - (points / 72) * millimetresPerInch);
}

function panes(plan: SheetPlan, table: TablePlace | null): Partial<WorksheetView> {
  if (table === null || table.headRows === 0) return { state: 'normal' };
  const ySplit = table.rowStarts[table.headRows] as number;
  const height = plan.heights.slice(0, ySplit).reduce((sum, next) => sum + next, 0);
  const rows = height <= mostFrozenHeight ? ySplit : 0;
  const columns = frozenColumns(plan, table);
  return rows + columns === 0
    ? { state: 'normal' }
    : ({ state: 'frozen', xSplit: columns, ySplit: rows } as WorksheetView);
}

/** Leading columns whose head runs from the first head row to the last, beside a head that is divided. */
function frozenColumns(plan: SheetPlan, { table, grid, headRows }: TablePlace): number {
  if (table.columns.length <= wideTable) return 0;
  const widths = plan.columns.widths;
  let count = 0;
  let width = 0;
  while (grid.at[0]?.[count]?.cell.rowspan === headRows && grid.at[0]?.[count]?.cell.colspan === 1) {
    width += widths[count] as number;
    if (width > mostFrozenWidth) break;
    count += 1;
  }
  return headRows > 1 && count < table.columns.length ? count : 0;
}
