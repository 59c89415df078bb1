import { beforeAll, describe, expect, it } from 'vitest';
import { composed } from '../support/composed.ts';
import { annex2, annex3, headRows } from '../support/expected-annexes.ts';
import { pagesOf } from '../support/open-written.ts';
import { tablesOn } from '../support/pdf-tables.ts';
import { sampleMonth } from '../support/plan-2023.ts';
import { readDocx } from '../support/read-docx.ts';
import type { PdfFile, PdfText } from '../support/read-pdf.ts';
import { readXlsx } from '../support/read-xlsx.ts';
import { isInside, middleOf } from '../support/rects.ts';
import { printedPages, written } from '../support/written-packet.ts';

const month = sampleMonth('2023-06');
/** Points; glyphs are measured and drawn with different roundings. */
const tolerance = 0.1;

describe.each(['上城区', '全市'])('the pages of %s as pdf', (audience) => {
  let file: PdfFile;
  beforeAll(async () => {
    file = await printedPages(await composed(month, audience));
  });

  it('keep every word of a table inside its cell', () => {
    let words = 0;
    for (const page of file.pages)
      for (const table of tablesOn(page)) {
        const inTable = page.texts.filter((text) => isInside(middleOf(text), table, tolerance));
        const astray = inTable.filter((text) => !table.cells.some(({ rect }) => isInside(text, rect, tolerance)));
        expect([page.number, astray.map(({ text }) => text)]).toEqual([page.number, []]);
        words += inTable.length;
      }
    expect(words).toBeGreaterThan(1500);
  });

  it('print no words over others and none beside the paper', () => {
    for (const page of file.pages) {
      const over = page.texts.flatMap((one, index) =>
        page.texts.slice(index + 1).flatMap((other) => (overlap(one, other) ? [`${one.text} / ${other.text}`] : [])),
      );
      const paper = { x: 0, y: 0, width: page.width, height: page.height };
      const beside = page.texts.filter((text) => !isInside(text, paper, tolerance)).map(({ text }) => text);
      expect([page.number, over, beside]).toEqual([page.number, [], []]);
    }
  });

  it('number themselves from 1 on', () => {
    const numbers = file.pages.map((page) => page.texts.at(-1)?.text);
    expect(numbers).toEqual(file.pages.map((_, index) => `— ${index + 1} —`));
  });

  it.each([annex2, annex3])('%s: have their columns at the same places on each page', (section) => {
    const edges = pagesOf(file, section).map((page) => {
      const [table] = tablesOn(page);
      return table?.cells.filter(({ row }) => row === 1).map(({ rect }) => rect.x.toFixed(1));
    });
    expect(edges.length).toBeGreaterThan(1);
    expect(edges[0]).toHaveLength(14);
    for (const edge of edges) expect(edge).toEqual(edges[0]);
  });
});

const document = await composed(month, '上城区');
const word = readDocx(await written(document, 'docx'));
const sheets = readXlsx(await written(document, 'xlsx'));

/** PDF has its heads compared cell by cell on every page. */
describe('the head of a wide table stays with its rows', () => {
  it.each([annex2, annex3])('in Word: %s has two head rows that repeat, and 42 that do not', (section) => {
    const index = document.sections.findIndex(({ name }) => name === section);
    const [table] = word.tables.filter((each) => each.section === index);
    expect(table?.rows.map(({ header }) => header)).toEqual([true, true, ...new Array(42).fill(false)]);
    expect(table?.rows.every(({ cantSplit }) => cantSplit)).toBe(true);
  });

  it.each([annex2, annex3])('in Excel: %s freezes and repeats it', (section) => {
    const sheet = sheets.find(({ name }) => name === section);
    const top = (sheet?.cells.find(({ column, text }) => column === 0 && text === '序号')?.row ?? -1) + 1;
    expect(sheet?.printTitles).toBe(`'${section}'!$${top}:$${top + headRows - 1}`);
    expect(sheet?.frozen.rows).toBe(top + headRows - 1);
    expect(sheet?.frozen.columns).toBeGreaterThanOrEqual(4);
    expect(sheet?.printArea).toBe(`'${section}'!$A$2:$S$${sheet?.heights.length}`);
    expect(sheet).toMatchObject({ fitToPage: false, page: { orientation: 'landscape', scale: '100' } });
  });
});

function overlap(a: PdfText, b: PdfText): boolean {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return across > tolerance && down > tolerance;
}
