import type { PageSetup, PaperSize, Worksheet, WorksheetView } from 'exceljs';
import type { Document } from '../../model/document.ts';
import { columnLetters } from '../cell-address.ts';
import { pageBreaks } from './page-breaks.ts';
import { lentByMargin, marginsOf, pageRoom } from './page-room.ts';
import type { SheetPlan } from './sheet-plan.ts';
import { argb } from './styles.ts';
import type { TablePlace } from './table-place.ts';
import { pointsPerUnit } from './text-size.ts';

const millimetresPerInch = 25.4;
/** Frozen rows and columns leave room to scroll on a small screen: at most so many points of it. */
const mostFrozenHeight = 280;
const mostFrozenWidth = 400;
/** Fewer columns fit the screen and need no frozen ones. */
const wideTable = 10;

/** Page, header and footer, print area, repeated rows and frozen panes of a sheet. */
export function frameSheet(plan: SheetPlan, sheet: Worksheet, document: Document): void {
  const { theme } = plan;
  const table = plan.tables.find((place) => place.table === plan.main) ?? null;
  if (document.banner !== null) sheet.properties.tabColor = { argb: argb(theme.colours.banner) };
  Object.assign(sheet.pageSetup, pageSetup(plan, table));
  const header = document.banner === null ? null : headerText(document.banner, plan);
  Object.assign(sheet.headerFooter, {
    differentOddEven: true,
    oddHeader: header,
    evenHeader: header,
    ...pageNumbers(plan),
  });
  sheet.views = [{ showGridLines: false, zoomScale: zoom(plan), ...panes(plan, table) } as WorksheetView];
}

/** — 1 — right on odd pages and left on even ones, one character in from the edge (GB/T 9704-2012, 7.5). */
function pageNumbers({ theme }: SheetPlan): { oddFooter: string; evenFooter: string } {
  const font = `&"${theme.fonts.body.office},Regular"&${Math.round(theme.sizes.pageNumber)}`;
  return { oddFooter: `&R${font}— &P —　`, evenFooter: `&L${font}　— &P —` };
}

/** Small print is shown as large as the theme's table text. */
function zoom({ columns, theme }: SheetPlan): number {
  return Math.round((theme.sizes.table / columns.tableSize) * 20) * 5;
}

/** `&` begins a command in a header; the colour stands last, as it takes exactly six digits and the text may begin with some. */
function headerText(banner: string, { theme }: SheetPlan): string {
  const { fonts, sizes, colours } = theme;
  const font = `&"${fonts.heading.office},Bold"&${Math.round(sizes.pageNumber)}`;
  return `&C${font}&K${colours.banner.slice(1)}${banner.replaceAll('\n', ' ').replaceAll('&', '&&')}`;
}

function pageSetup(plan: SheetPlan, table: TablePlace | null): Partial<PageSetup> {
  const { theme, page, columns } = plan;
  const { top, bottom, left, right } = marginsOf(page, theme);
  const inches = (millimetres: number) => Math.round((millimetres / millimetresPerInch) * 1000) / 1000;
  const lastColumn = columnLetters(columns.widths.length - 1);
  const setup: Partial<PageSetup> = {
    paperSize: (page.paper === 'A4' ? 9 : 8) as PaperSize,
    orientation: page.orientation,
    // Fitting to the page would make Excel leave out every manual page break.
    fitToPage: false,
    scale: 100,
    horizontalCentered: true,
    margins: {
      top: inches(top),
      bottom: inches(bottom),
      left: inches(left - lentByMargin),
      right: inches(right - lentByMargin),
      header: inches(top / 2),
      footer: inches(footerDistance(bottom, theme.sizes.pageNumber)),
    },
    // The library writes a `$` before each half only; the inner ones keep the area absolute for every program.
    printArea: `A$${plan.printedFrom + 1}:${lastColumn}$${Math.max(plan.printedFrom + 1, plan.heights.length)}`,
  };
  const head = headOf(table);
  if (head !== null) setup.printTitlesRow = `${head.from + 1}:${head.to}`;
  if (columns.repeated > 0) setup.printTitlesColumn = `A:${columnLetters(columns.repeated - 1)}`;
  return setup;
}

/** Sheet rows of a head that is printed again on each page. */
function headOf(table: TablePlace | null): { from: number; to: number } | null {
  if (table === null || table.headRows === 0) return null;
  return { from: table.rowStarts[0] as number, to: table.rowStarts[table.headRows] as number };
}

/** Numbers of rows above the page breaks of a sheet. */
export function sheetBreaks(plan: SheetPlan): number[] {
  const table = plan.tables.find((place) => place.table === plan.main) ?? null;
  return pageBreaks({
    heights: plan.heights,
    first: plan.printedFrom,
    repeated: headOf(table),
    kept: plan.kept,
    asked: plan.breaks,
    page: pageRoom(plan.page, plan.theme).height,
  });
}

/** The page number stands 7 mm below the text (GB/T 9704-2012, 7.5), as far as the margin has room. */
function footerDistance(bottom: number, points: number): number {
  return Math.max(5, bottom - 7 - (points / 72) * millimetresPerInch);
}

function panes(plan: SheetPlan, table: TablePlace | null): Partial<WorksheetView> {
  if (table === null || table.headRows === 0) return { state: 'normal' };
  const ySplit = table.rowStarts[table.headRows] as number;
  const height = plan.heights.slice(0, ySplit).reduce((sum, next) => sum + next, 0);
  const rows = (height * zoom(plan)) / 100 <= mostFrozenHeight ? ySplit : 0;
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
    width += ((widths[count] as number) * pointsPerUnit * zoom(plan)) / 100;
    if (width > mostFrozenWidth) break;
    count += 1;
  }
  return headRows > 1 && count < table.columns.length ? count : 0;
}
