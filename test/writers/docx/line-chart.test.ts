import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Chart, Document, LineChart } from '../../../src/model/document.ts';
import { WriteError } from '../../../src/model/errors/write-error.ts';
import { docxWriter } from '../../../src/writers/docx/index.ts';
import { rates, sampleLines } from '../../support/line-chart.ts';
import { type ReadChart, readChart } from '../../support/read-chart.ts';
import { readDocx } from '../../support/read-docx.ts';
import { readXlsx } from '../../support/read-xlsx.ts';
import { sampleDocument } from '../../support/sample-document.ts';
import { resources, theme } from '../../support/theme.ts';

const bars = sampleDocument().sections[0]?.blocks.find((block): block is Chart => block.kind === 'chart') as Chart;

function documentWith(blocks: readonly (LineChart | Chart)[]): Document {
  return {
    ...sampleDocument(),
    sections: [{ name: '图', page: { paper: 'A4', orientation: 'portrait' }, blocks }],
  };
}

const write = (...blocks: readonly (LineChart | Chart)[]) => docxWriter.write(documentWith(blocks), resources);

describe('lines in Word', async () => {
  const bytes = await write(sampleLines);
  const file = readDocx(bytes);
  const chart: ReadChart = readChart(file.part('word/charts/chart1.xml'));

  it('are a native chart with title and words for those who do not see it', () => {
    const document = file.part('word/document.xml');
    expect(document).toContain(`descr="${sampleLines.alt}"`);
    expect(document).toContain(`title="${sampleLines.title}"`);
    expect(chart.title).toBe(sampleLines.title);
    expect(chart.scale).toEqual({ least: 0, most: 0.5, step: 0.1, format: '0%' });
  });

  it('hold every value, and a gap where there is none', () => {
    expect(chart.blanks).toBe('gap');
    expect(chart.series.map(({ name, categories, values }) => ({ name, categories, values }))).toEqual(
      sampleLines.series.map(({ label, values }) => ({
        name: label,
        categories: sampleLines.categories,
        values: values.map((value) => value?.number ?? null),
      })),
    );
  });

  it('can be told apart without colours', () => {
    expect(chart.series.map(({ dash, marker, open }) => [dash, marker, open])).toEqual([
      ['solid', 'circle', false],
      ['dash', 'diamond', true],
      ['sysDot', 'circle', false],
    ]);
    expect(chart.series.map(({ painted }) => painted)).toEqual([2, 1, 0]);
  });

  it('are named at their ends, with their last values, not in a legend', () => {
    expect(file.part('word/charts/chart1.xml')).not.toContain('<c:legend>');
    expect(chart.series.map(({ labels }) => labels)).toEqual([
      [{ category: 4, format: '0.0%', shows: ['LegendKey', 'Val', 'CatName', 'SerName'] }],
      [{ category: 5, format: '0.0%', shows: ['LegendKey', 'Val', 'SerName'] }],
      [{ category: 5, format: '0.0%', shows: ['LegendKey', 'Val', 'SerName'] }],
    ]);
    // Lines that end as close together as these have labels that stand apart.
    const heights = chart.series.map(({ labelY }) => labelY ?? Number.NaN).sort((a, b) => a - b);
    for (const [i, height] of heights.entries())
      if (i > 0) expect(height - (heights[i - 1] ?? 0)).toBeGreaterThan(0.06);
  });

  it('can be edited: each refers to the cells of the workbook inside that hold its values', () => {
    const path = file.partNames.find((name) => name.endsWith('.xlsx')) ?? '';
    const [sheet] = readXlsx(unzipSync(bytes)[path] as Uint8Array);
    const cell = (reference: string) => {
      const [, letter = '', row = ''] = /^Sheet1!\$([A-Z])\$(\d+)/.exec(reference) ?? [];
      return sheet?.cells.find((each) => each.row === Number(row) - 1 && each.column === letter.charCodeAt(0) - 65);
    };
    for (const [index, { label, values }] of sampleLines.series.entries()) {
      const { references } = chart.series[index] as ReadChart['series'][number];
      expect(cell(references.name)?.text).toBe(label);
      expect(references.categories).toBe('Sheet1!$A$2:$A$7');
      expect(Number(cell(references.values)?.raw.value)).toBe(Number(values[0]?.number));
      expect(references.values).toMatch(/^Sheet1!\$([B-D])\$2:\$\1\$7$/);
    }
    const rels = file.part('word/charts/_rels/chart1.xml.rels');
    const id = /r:id="([^"]+)"/.exec(file.part('word/charts/chart1.xml'))?.[1];
    expect(rels).toMatch(new RegExp(`Id="${id}"|Target="../${path.slice('word/'.length)}"[^>]*Id="${id}"`));
  });

  it('set all their words in the font of the theme', () => {
    const fonts = file.part('word/charts/chart1.xml').matchAll(/<a:(?:latin|ea) typeface="([^"]*)"/g);
    expect(new Set(Array.from(fonts, ([, name]) => name))).toEqual(new Set([theme.fonts.table.office]));
  });
});

describe('several charts in Word', () => {
  it('each get the part that is theirs', async () => {
    const year = { ...sampleLines, name: '另一', title: '另一张图', series: sampleLines.series.slice(1) };
    const file = readDocx(await write(bars, sampleLines, bars, year));
    const parts = [1, 2, 3, 4].map((number) => file.part(`word/charts/chart${number}.xml`));
    expect(parts.map((xml) => xml.includes('<c:lineChart>'))).toEqual([false, true, false, true]);
    expect([parts[1], parts[3]].map((xml) => readChart(xml ?? '').title)).toEqual([sampleLines.title, '另一张图']);
  });

  it('are the same bytes for the same document', async () => {
    expect(Buffer.compare(await write(sampleLines, bars), await write(sampleLines, bars))).toBe(0);
  });
});

describe('what Word cannot draw', () => {
  const [first] = sampleLines.series;
  const changed = (change: Partial<LineChart['series'][number]>): LineChart => ({
    ...sampleLines,
    series: first === undefined ? [] : [{ ...first, ...change }],
  });

  it('is refused: a value that is no number, a character that no file can hold', async () => {
    const values = rates('0.1', '未报送', null, null, null, null);
    await expect(write(changed({ values }))).rejects.toThrow(/“逐月走势”: “未报送”/);
    const control = write(changed({ label: '甲\u0007' }));
    await expect(control).rejects.toThrow(WriteError);
    await expect(control).rejects.toThrow(/U\+0007, in section “图”, block 1 \(line chart\)/);
  });
});
