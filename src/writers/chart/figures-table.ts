import type { LineChart, Table } from '../../model/document.ts';
import { textCell } from '../../model/text.ts';
import { formatValue } from './format-value.ts';

/** The figures of a line chart, a row for each category. A gap is an empty cell: a chart takes words for zero. */
export function figuresTable(chart: LineChart): Table {
  const { name, categories, series } = chart;
  const column = { width: 1, align: 'right', marked: false } as const;
  const head = ['', ...series.map(({ label }) => label)].map((text) => textCell(text, { header: true }));
  const rows = categories.map((category, index) => ({
    key: null,
    cells: [
      textCell(category, { align: 'center' }),
      ...series.map(({ values }) => {
        const value = values[index];
        if (!value) return textCell('');
        return textCell(formatValue(value.number, value.format), { value: { ...value, formula: null } });
      }),
    ],
  }));
  return {
    kind: 'table',
    name,
    columns: [{ key: 'category' }, ...series.map((_, i) => ({ key: `series${i + 1}` }))].map((key) => ({
      ...column,
      ...key,
    })),
    head: [{ key: null, cells: head }],
    groups: rows.map((row) => [row]),
  };
}
