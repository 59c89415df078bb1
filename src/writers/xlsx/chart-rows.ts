import type { Chart } from '../../model/document.ts';
import { run } from '../../model/text.ts';
import { cellAddress } from '../cell-address.ts';
import type { ChartSpans } from './chart-columns.ts';
import { checkFormat, spreadsheetNumber } from './number.ts';
import { addRows, type BoxContent, type Look, type SheetPlan } from './sheet-plan.ts';
import { addText } from './text-rows.ts';
import { rowPadding, textHeight } from './text-size.ts';

/** Shows nothing of a number: the bar's cell repeats the value beside it only to be as long as it. */
const hidden = ';;;';

/**
 * A bar chart as rows of label, value and bar, its title above and its yardstick as the last bar. The rows say in words
 * what the alternative text would.
 */
export function addChart(chart: Chart, plan: SheetPlan): void {
  const { colours, sizes } = plan.theme;
  const caption = { face: 'heading', size: 'table', lead: '', indent: 0, space: 0.5, align: 'center' } as const;
  addText(plan, caption, [run(chart.title)]);

  const where = () => ({ 'zh-CN': `图“${chart.name}”`, en: `chart “${chart.name}”` });
  checkFormat(chart.format, where);
  const lines = chart.bars.map(({ label, value, tone }) => ({
    label,
    number: spreadsheetNumber(value, chart.format, where) ?? Number(value),
    colour: tone === null ? colours.bar : colours.tones[tone],
  }));
  if (chart.reference !== null) {
    const { label, value } = chart.reference;
    lines.push({
      label,
      number: spreadsheetNumber(value, chart.format, where) ?? Number(value),
      colour: colours.reference,
    });
  }
  const max = Math.max(...lines.map((line) => line.number));
  const [labels, values, bars] = plan.columns.chartSpans as ChartSpans;
  const labelWidth = plan.columns.widths.slice(0, labels).reduce((sum, width) => sum + width, 0);

  for (const { label, number, colour } of lines) {
    const row = plan.heights.length;
    const content = [run(label)];
    // Bars stand close together, as in a drawn chart.
    const rowspan = addRows(plan, textHeight(content, sizes.table, labelWidth) - rowPadding);
    const look = {
      face: 'table',
      size: sizes.table,
      bold: false,
      colour: colours.text,
      fill: null,
      border: true,
    } as const;
    const box = (column: number, colspan: number, rest: Pick<Look, 'align' | 'format'>, content: BoxContent) =>
      plan.boxes.push({ row, column, rowspan, colspan, look: { ...look, indent: 0, ...rest }, content, where });
    const address = cellAddress(row, labels);
    box(0, labels, { align: 'left', format: null }, { kind: 'text', runs: content });
    box(labels, values, { align: 'right', format: chart.format }, { kind: 'number', number, formula: null });
    box(
      labels + values,
      bars,
      { align: 'left', format: hidden },
      {
        kind: 'number',
        number,
        formula: { kind: 'address', address },
      },
    );
    plan.bars.push({ row, column: labels + values, max, colour });
  }
}
