import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Month } from '../../src/briefings/month.ts';
import type { Cell, Chart, Document, LineChart, Table } from '../../src/model/document.ts';
import { exact, mean, ratio } from '../../src/model/exact.ts';
import { type Period, periodOf } from '../../src/model/period.ts';
import { plainText } from '../../src/model/text.ts';
import { formatValue } from '../../src/writers/chart/format-value.ts';
import { composed } from '../support/composed.ts';
import { monthOf } from '../support/months.ts';
import { sampleMonth } from '../support/plan-2023.ts';
import { type ReadChart, readChart } from '../support/read-chart.ts';
import { readXlsx } from '../support/read-xlsx.ts';
import { printedPages, written } from '../support/written-packet.ts';
import { all, parsed } from '../writers/html/read-html.ts';
import { cellAt, rowOf } from '../writers/xlsx/written.ts';

const june: Period = '2023-06';
const months = new Map<Period, Month>();

/** A month of the sample year, read once. */
function sample(period: Period): Month {
  const month = months.get(period) ?? sampleMonth(period);
  months.set(period, month);
  return month;
}

function blockOf<K extends 'chart' | 'line-chart'>(document: Document, kind: K) {
  const found = document.sections[0]?.blocks.find((block) => block.kind === kind);
  if (found === undefined) throw new Error(`no ${kind}`);
  return found as K extends 'chart' ? Chart : LineChart;
}

/** The cells of a column of a table on the first page, from top to bottom. */
function column(document: Document, name: string, key: string): Cell[] {
  const table = document.sections[0]?.blocks.find(
    (block): block is Table => block.kind === 'table' && block.name === name,
  );
  const index = table?.columns.findIndex((each) => each.key === key) ?? -1;
  if (table === undefined || index < 0) throw new Error(`no column ${key} in ${name}`);
  return table.groups.flat().map(({ cells }) => cells[index] as Cell);
}

const text = (cell: Cell | undefined) => plainText(cell?.content ?? []);
const printed = (series: LineChart['series'][number] | undefined) =>
  series?.values.map((value) => (value === null ? null : formatValue(value.number, value.format))) ?? [];

describe('the numbers in charts are those of the tables', () => {
  it('in the bars of the ranking', async () => {
    for (const month of [june, '2023-12'] as const) {
      const document = await composed(sample(month), '全市');
      const { bars, format } = blockOf(document, 'chart');
      const ranked = column(document, '排名', 'score').filter(({ value }) => value !== null);
      expect(bars.map(({ value }) => value)).toEqual(ranked.map(({ value }) => value?.number));
      expect(bars.map(({ value }) => formatValue(value, format))).toEqual(ranked.map(text));
    }
  });

  it('in the lines of a district: each month is what the table of that month said', async () => {
    for (const district of ['上城区', '建德市']) {
      const [own] = blockOf(await composed(sample(june), district), 'line-chart').series;
      for (const [index, value] of printed(own).entries()) {
        const document = await composed(sample(periodOf(2023, index + 1)), district);
        const [score] = column(document, '主要指标', 'score');
        expect([index, value ?? '—']).toEqual([index, text(score)]);
        expect(own?.values[index]?.number ?? null).toBe(score?.value?.number ?? null);
      }
    }
  });

  it('in the lines of the city: mean and extremes of the ranking of each month', async () => {
    const [average, highest, lowest] = blockOf(await composed(sample(june), '全市'), 'line-chart').series;
    for (let index = 0; index < 6; index += 1) {
      const document = await composed(sample(periodOf(2023, index + 1)), '全市');
      const scores = column(document, '排名', 'score').filter(({ value }) => value !== null);
      expect([printed(highest)[index], printed(lowest)[index]]).toEqual([text(scores[0]), text(scores.at(-1))]);
      const ofTable = mean(scores.map(({ value }) => exact(value?.number ?? '')));
      const ofChart = exact(average?.values[index]?.number ?? '');
      // Decimals of a spreadsheet are cut behind the fifteenth.
      expect(ofTable?.sub(ofChart).abs().lt(ratio(1, 1e14))).toBe(true);
    }
  });

  it('where one more decimal keeps a rate from reading 100 %', async () => {
    const plan = '序号\t项目名称\t量化目标\t牵头单位\t甲区\t乙县\n1\t植树20000株\t20000株\t甲局\t10000株\t10000株';
    const rows = ['2023-11', '2023-12'].flatMap((month) => [
      `${month},甲区,1,,1.1,9997,株,`,
      `${month},乙县,1,,1.1,10000,株,`,
    ]);
    const { month } = monthOf(rows, { plan, period: '2023-12' });
    if (month === null) throw new Error('no month');
    const city = await composed(month, '全市');
    expect(column(city, '排名', 'score').map(text)).toEqual(['100.0%', '99.97%']);
    const { bars, format } = blockOf(city, 'chart');
    expect(bars.map(({ value }) => formatValue(value, format))).toEqual(['100.00%', '99.97%']);
    expect(
      blockOf(city, 'line-chart')
        .series.slice(0, 3)
        .map((each) => printed(each).at(-1)),
    ).toEqual(['99.99%', '100.0%', '99.97%']);
  });
});

describe.each(['上城区', '建德市', '全市'])('the lines of %s', (audience) => {
  let document: Document;
  let chart: LineChart;
  beforeAll(async () => {
    document = await composed(sample(june), audience);
    chart = blockOf(document, 'line-chart');
  });

  const ends = () =>
    chart.series.map((series) => {
      const at = series.values.findLastIndex((value) => value !== null);
      const month = at < chart.categories.length - 1 ? ` ${chart.categories[at]}` : '';
      return `${series.label}${month} ${printed(series)[at]}`;
    });
  const expectNative = (read: ReadChart) =>
    expect(read.series.map(({ name, categories, values }) => [name, categories, values])).toEqual(
      chart.series.map(({ label, values }) => [label, chart.categories, values.map((value) => value?.number ?? null)]),
    );

  it('are in the PDF, each named with its last value', async () => {
    const { pages } = await printedPages(document);
    const page = pages.find(({ texts }) => texts.some((each) => each.text === chart.title));
    const words = page?.texts.map((each) => each.text);
    for (const end of ends()) expect(words).toContain(end);
    for (const month of chart.categories) expect(words).toContain(month);
  });

  it('are on the page of HTML, with all their figures in its description', async () => {
    const root = parsed(new TextDecoder().decode(await written(document, 'html')));
    const svg = all(root, 'svg').find((each) => all(each, 'title')[0]?.textContent === chart.title);
    if (svg === undefined) throw new Error('no picture');
    const words = all(svg, 'text').map(({ textContent }) => textContent);
    for (const end of ends()) expect(words).toContain(end);
    const description = all(svg, 'desc')[0]?.textContent ?? '';
    for (const series of chart.series)
      for (const [index, value] of printed(series).entries())
        expect(description).toContain(`${chart.categories[index]}${value ?? '无数据'}`);
  });

  it('are a native chart in Word', async () => {
    const parts = unzipSync(await written(document, 'docx'));
    const charts = Object.keys(parts).filter((name) => /^word\/charts\/chart\d+\.xml$/.test(name));
    const [lines] = charts
      .map((name) => strFromU8(parts[name] as Uint8Array))
      .filter((xml) => xml.includes('<c:lineChart>'));
    expectNative(readChart(lines ?? ''));
  });

  it('are a native chart in Excel over cells that hold the same', async () => {
    const bytes = await written(document, 'xlsx');
    expectNative(readChart(strFromU8(unzipSync(bytes)['xl/charts/chart1.xml'] as Uint8Array)));
    const [sheet] = readXlsx(bytes);
    const first = rowOf(sheet, chart.categories[0] ?? '');
    for (const [column, series] of chart.series.entries())
      for (const [row, value] of printed(series).entries())
        expect(cellAt(sheet, first + row, column + 1).text).toBe(value ?? '');
  });
});
