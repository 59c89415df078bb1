import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Chart, Document } from '../../../src/model/document.ts';
import { WriteError } from '../../../src/model/errors/write-error.ts';
import { docxWriter } from '../../../src/writers/docx/index.ts';
import { type DocxFile, readDocx } from '../../support/read-docx.ts';
import { sampleDocument } from '../../support/sample-document.ts';
import { resources, theme } from '../../support/theme.ts';

const twips = (millimetres: number) => Math.round((millimetres / 25.4) * 1440);

describe('a Word file', () => {
  let bytes: Uint8Array;
  let file: DocxFile;
  beforeAll(async () => {
    bytes = await docxWriter.write(sampleDocument(), resources);
    file = readDocx(bytes);
  });

  it('gives each section its paper, orientation and margins, on a new page', () => {
    const shapes = file.sections.map(({ width, height, orientation, type }) => [width, height, orientation, type]);
    const [short, long] = [twips(210), twips(297)];
    expect(shapes).toEqual([
      [short, long, 'portrait', 'nextPage'],
      [short, long, 'portrait', 'nextPage'],
      [long, short, 'landscape', 'nextPage'],
    ]);
    const inTwips = (margins: Record<string, number>) =>
      Object.fromEntries(Object.entries(margins).map(([side, value]) => [side, twips(value)]));
    expect(file.sections[0]?.margins).toEqual(inTwips(theme.margins));
    expect(file.sections[2]?.margins).toEqual(inTwips(theme.landscapeMargins));
  });

  it('sets 22 lines on a page, as GB/T 9704-2012 wants', () => {
    const { height, margins, linePitch } = file.sections[0] as DocxFile['sections'][number];
    const lines = (height - (margins.top ?? 0) - (margins.bottom ?? 0)) / linePitch;
    expect(Math.floor(lines)).toBe(22);
    expect(file.part('word/styles.xml')).toContain(`w:line="${linePitch}" w:lineRule="exact"`);
  });

  it('numbers pages in the footer, odd pages right and even ones left, and shows the banner on every page', () => {
    for (const { headers, footers } of file.sections) {
      for (const [kind, side] of [
        ['default', 'right'],
        ['even', 'left'],
      ] as const) {
        expect(footers[kind]?.text).toBe('— {PAGE} —');
        expect(file.styles.get(footers[kind]?.styleId ?? '')?.align).toBe(side);
        expect(headers[kind]).toEqual({ text: '示例数据', styleId: 'banner' });
      }
    }
    // A landscape page has its number in lines that run from top to bottom, in the left margin.
    const turned = file.partNames.filter(
      (name) => /^word\/footer\d+\.xml$/.test(name) && file.part(name).includes('tbRl'),
    );
    expect(turned).toHaveLength(2);
    for (const name of turned) {
      const place = (attribute: string) => Number(new RegExp(`w:${attribute}="(\\d+)"`).exec(file.part(name))?.[1]);
      expect(place('tblpY')).toBe(twips(theme.landscapeMargins.top));
      const dashes = place('tblpX') + place('w') / 2;
      expect(Math.abs(dashes - twips(theme.landscapeMargins.left - 7))).toBeLessThanOrEqual(2);
    }
    expect(file.part('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
    expect(file.part('word/document.xml')).not.toContain('<w:titlePg');
  });

  it('has no banner for real data', async () => {
    const plain = readDocx(await docxWriter.write(sampleDocument(null), resources));
    expect(plain.sections.map((section) => section.headers)).toEqual([{}, {}, {}]);
    expect(plain.paragraphs[0]?.styleId).toBe('number');
  });

  it('marks each section with a bookmark that Word accepts', () => {
    const bookmarks = file.paragraphs.flatMap((paragraph) =>
      paragraph.bookmarks.map((name) => [name, paragraph.section]),
    );
    expect(bookmarks).toEqual([
      ['节1_简报', 0],
      ['节2_附件1', 1],
      ['节3_附件2', 2],
    ]);
  });

  it('carries the properties of the document and nothing of any program', () => {
    expect(file.properties).toEqual({
      title: '上城区2023年6月民生实事简报',
      subject: '2023年市政府民生实事进展情况',
      creator: '市民生实事办',
      keywords: '上城区; 2023-06',
      language: 'zh-CN',
      lastModifiedBy: '市民生实事办',
      revision: '1',
      created: '2023-07-05T00:00:00Z',
      modified: '2023-07-05T00:00:00Z',
    });
    for (const name of file.partNames.filter((part) => /\.(xml|rels)$/.test(part)))
      expect(file.part(name), name).not.toMatch(/un-named|dolanmiu|<Application>|docx\.js/i);
  });

  it('has a part for every relationship and every part declared', () => {
    const entries = Object.keys(unzipSync(bytes));
    for (const rels of entries.filter((name) => name.endsWith('.rels'))) {
      const folder = rels.replace(/_rels\/[^/]*$/, '');
      for (const [, target] of file.part(rels).matchAll(/Target="([^"]+)"/g))
        expect(entries).toContain(new URL(target ?? '', `file:///${folder}`).pathname.slice(1));
    }
    for (const [, id] of file.part('word/document.xml').matchAll(/r:id="([^"]+)"/g))
      expect(file.part('word/_rels/document.xml.rels')).toContain(`Id="${id}"`);
    for (const [, part] of file.part('[Content_Types].xml').matchAll(/PartName="\/([^"]+)"/g))
      expect(entries).toContain(part);
  });

  it('refuses a document without sections or without a date', async () => {
    const document = sampleDocument();
    for (const bad of [
      { ...document, sections: [] },
      { ...document, date: '2023年7月5日' },
    ])
      await expect(docxWriter.write(bad, resources)).rejects.toThrow(WriteError);
  });
});

describe('a chart in Word', () => {
  const document = sampleDocument();
  const chart = document.sections[0]?.blocks.find((block): block is Chart => block.kind === 'chart') as Chart;
  const withChart = (changed: Chart): Document => ({
    ...document,
    sections: [{ name: '图', page: { paper: 'A4', orientation: 'portrait' }, blocks: [changed] }],
  });
  const written = async (changed: Chart) => readDocx(await docxWriter.write(withChart(changed), resources));

  it('is native, holds its data, and says in words what it shows', async () => {
    const file = await written(chart);
    expect(file.part('word/document.xml')).toContain(`descr="${chart.alt}"`);
    const xml = file.part('word/charts/chart1.xml');
    for (const bar of chart.bars) {
      expect(xml).toContain(`<c:v>${bar.label}</c:v>`);
      expect(xml).toContain(`<c:v>${bar.value}</c:v>`);
    }
    expect(xml).toContain('序时进度50.0%');
    expect(xml).toContain('<c:trendlineType val="linear"/>');
    const workbook = file.partNames.find((name) => name.endsWith('.xlsx'));
    expect(file.part('word/charts/_rels/chart1.xml.rels')).toContain(`../${workbook?.slice('word/'.length)}`);
  });

  it('sets its Chinese text in the font of the theme', async () => {
    const fonts = (await written(chart)).part('word/charts/chart1.xml').matchAll(/<a:ea typeface="([^"]*)"/g);
    expect(new Set(Array.from(fonts, ([, name]) => name))).toEqual(new Set([theme.fonts.table.office]));
  });

  it('draws no yardstick without one or beside a single bar, but names it', async () => {
    for (const changed of [
      { ...chart, reference: null },
      { ...chart, bars: chart.bars.slice(0, 1) },
    ]) {
      const xml = (await written(changed)).part('word/charts/chart1.xml');
      expect(xml.match(/<c:ser>/g)?.length).toBe(1);
      expect(xml).not.toContain('<c:trendline>');
      expect(xml.includes('序时进度50.0%')).toBe(changed.reference !== null);
    }
  });

  it('is refused without bars or with a value that is no number', async () => {
    const bad = { ...chart, bars: [{ label: '上城区', value: '', tone: null }] };
    await expect(written({ ...chart, bars: [] })).rejects.toThrow(/“排名图”/);
    await expect(written(bad)).rejects.toThrow(WriteError);
  });
});
