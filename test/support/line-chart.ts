import type { ChartSeries, LineChart } from '../../src/model/document.ts';

/** Rates as documents hold them; null is a gap. */
export function rates(...numbers: readonly (string | null)[]): ChartSeries['values'] {
  return numbers.map((number) => (number === null ? null : { number, format: '0.0%' }));
}

/** Six months of a district that left out March and has not reported June yet, in lines of three kinds. */
export const sampleLines: LineChart = {
  kind: 'line-chart',
  name: '逐月走势',
  title: '建德市综合完成率逐月走势',
  alt: '建德市：1月3.9%，2月9.8%，3月无数据，4月27.1%，5月38.1%，6月无数据',
  format: '0%',
  categories: ['1月', '2月', '3月', '4月', '5月', '6月'],
  series: [
    { label: '建德市', line: 'solid', tone: 'onpace', values: rates('0.039', '0.098', null, '0.271', '0.381', null) },
    {
      label: '区、县（市）平均',
      line: 'dashed',
      tone: null,
      values: rates('0.042', '0.1', '0.18', '0.26', '0.345', '0.466'),
    },
    {
      label: '序时进度',
      line: 'dotted',
      tone: 'muted',
      values: rates('0.083333333333333', '0.166666666666667', '0.25', '0.333333333333333', '0.416666666666667', '0.5'),
    },
  ],
};
