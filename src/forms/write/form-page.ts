import type { PaperSize, Worksheet } from 'exceljs';
import { periodText } from '../../model/period.ts';
import type { Theme } from '../../model/theme.ts';
import { columnLetters } from '../../writers/cell-address.ts';
import { argb } from '../../writers/xlsx/styles.ts';
import { type Form, formVersion } from '../form.ts';
import type { AnswerArea } from './answer-area.ts';

const millimetresPerInch = 25.4;
/** The columns up to 编号 stay in view. */
const frozenColumns = 3;
/** So many characters of the plan's digest are enough to compare two forms on the telephone. */
const shownDigest = 12;

/** Landscape A4, one page wide, the head on every page; in the header whose form it is, in the footer which. */
export function framePage(form: Form, sheet: Worksheet, area: AnswerArea & { head: number }, theme: Theme): void {
  const { top, bottom, left, right } = theme.landscapeMargins;
  const inches = (millimetres: number) => Math.round((millimetres / millimetresPerInch) * 1000) / 1000;
  Object.assign(sheet.pageSetup, {
    paperSize: 9 as PaperSize,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: {
      top: inches(top),
      bottom: inches(bottom),
      left: inches(left),
      right: inches(right),
      header: inches(top / 2),
      footer: inches(bottom / 2.5),
    },
    printArea: `A$1:${columnLetters(area.columns.length - 1)}$${area.last}`,
    printTitlesRow: `${area.head}:${area.head}`,
  });
  // The size stands first: digits at the beginning of a text would become part of it.
  const font = `&${Math.round(theme.sizes.note)}&"${theme.fonts.table.office},Regular"`;
  const banner = `&C&"${theme.fonts.heading.office},Bold"&${Math.round(theme.sizes.pageNumber)}&K${theme.colours.banner.slice(1)}示例数据`;
  const digest = form.planDigest.slice(0, shownDigest);
  Object.assign(sheet.headerFooter, {
    oddHeader: `&R${font}${escaped(form.reporter.name)}　${periodText(form.period)}${form.sample ? banner : ''}`,
    oddFooter: `&L${font}表式第${formVersion}版　任务表校验码 ${digest}&R${font}第 &P 页　共 &N 页`,
  });
  if (form.sample) sheet.properties.tabColor = { argb: argb(theme.colours.banner) };
  sheet.views = [{ state: 'frozen', xSplit: frozenColumns, ySplit: area.head, showGridLines: false }];
}

/** `&` begins a command in a header. */
function escaped(text: string): string {
  return text.replaceAll('&', '&&');
}
