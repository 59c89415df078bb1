import type { LineChart, Table } from '../../model/document.ts';
import { WriteError } from '../../model/errors/write-error.ts';
import type { Message } from '../../model/language.ts';
import { chartCells } from '../chart/chart-cells.ts';
import { lineChartHeight, lineChartXml } from '../chart/line-chart-xml.ts';
import { checkFormat, spreadsheetNumber } from './number.ts';
import { addRows, type SheetPlan } from './sheet-plan.ts';
import { addTable } from './table-rows.ts';
import { checkText, placed } from './text-check.ts';
import { maxRowHeight, pointsPerUnit } from './text-size.ts';

/**
 * A native line chart over the width of the sheet, in one row so that no page break divides it, and below it the
 * figures that it is drawn from.
 */
export function addLineChart(chart: LineChart, plan: SheetPlan): void {
  const { theme } = plan;
  const where = () => ({ 'zh-CN': `图“${chart.name}”`, en: `chart “${chart.name}”` });
  for (const text of [chart.name, chart.title, chart.alt]) checkText(text, where);
  checkFormat(chart.format, where);
  checkNumbers(chart, where);
  const width = plan.columns.widths.reduce((sum, next) => sum + next, 0) * pointsPerUnit;
  const room = { theme, width, maxHeight: maxRowHeight };
  const row = plan.heights.length;
  const rows = addRows(plan, lineChartHeight(chart, room));
  addTable(plan.figures.get(chart) as Table, plan);
  addRows(plan, theme.sizes.table / 2);
  const place = plan.tables.at(-1);
  const [head, body] = place?.rowStarts ?? [];
  if (head === undefined || body === undefined) throw new WriteError(placed(where(), '没有数据', 'it has no figures'));
  const cells = chartCells(chart, plan.name, head, body);
  plan.charts.push({
    name: chart.name,
    title: chart.title,
    alt: chart.alt,
    row,
    rows,
    columns: plan.columns.widths.length,
    xml: lineChartXml(chart, { ...room, cells, workbook: null }),
  });
}

/** A table shows a number as words where a spreadsheet would round it; a chart would draw such words at zero. */
function checkNumbers({ series }: LineChart, where: () => Message): void {
  for (const { number, format } of series.flatMap(({ values }) => values.filter((value) => value !== null)))
    if (spreadsheetNumber(number, format, where) === null)
      throw new WriteError(
        placed(
          where(),
          `${number}的位数超过电子表格能保存的位数`,
          `${number} has more digits than a spreadsheet keeps`,
        ),
      );
}
