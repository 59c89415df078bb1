import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentIn } from '../../src/model/document-in.ts';
import { plainText } from '../../src/model/text.ts';
import { formatValue } from '../../src/writers/chart/format-value.ts';
import { composed } from '../support/composed.ts';
import { expectedAnnex2, headRows, leadingColumns } from '../support/expected-annexes.ts';
import { allSheetsAsShown, hasOffice, type OfficeFolder, officeFolder, withoutResults } from '../support/office.ts';
import { type PdfTable, tablesOn } from '../support/pdf-tables.ts';
import { sampleMonth } from '../support/plan-2023.ts';
import { type PdfFile, type PdfPage, readPdf, textIn } from '../support/read-pdf.ts';
import { type ReadSheet, readXlsx } from '../support/read-xlsx.ts';
import { written } from '../support/written-packet.ts';

const month = sampleMonth('2023-06');
const banner = '示例数据　仅供演示，不得作为工作依据';
const audiences = ['上城区', '建德市', '全市'] as const;
const kinds = ['docx', 'xlsx'] as const;

describe.skipIf(!hasOffice)('in LibreOffice (skipped where soffice is not installed)', () => {
  let folder: OfficeFolder;
  const workbooks: ReadSheet[][] = [];
  const printed = new Map<string, PdfFile>();

  beforeAll(async () => {
    folder = await officeFolder();
    const files: Record<string, Uint8Array> = {};
    const uncalculated: Record<string, Uint8Array> = {};
    for (const [index, audience] of audiences.entries()) {
      const document = await composed(month, audience);
      for (const kind of kinds) files[`${kind}-${index}.${kind}`] = await written(document, kind);
      const workbook = files[`xlsx-${index}.xlsx`] as Uint8Array;
      workbooks.push(readXlsx(workbook));
      uncalculated[`formulas-${index}.xlsx`] = withoutResults(workbook);
    }
    await Promise.all([folder.convert('pdf', files), folder.convert(allSheetsAsShown, uncalculated)]);
    for (const [index, audience] of audiences.entries())
      for (const kind of kinds)
        printed.set(audience + kind, await readPdf(new Uint8Array(await folder.read(`${kind}-${index}.pdf`))));
  }, 120_000);

  afterAll(() => folder.remove());

  describe.each(audiences)('%s', (audience) => {
    it.each(kinds)('as %s prints no page that holds little more than banner and page number', (kind) => {
      const { pages } = printed.get(audience + kind) as PdfFile;
      for (const page of pages) {
        expect(textOf(page)).toContain(banner);
        const own = ownText(page);
        // Issuer and date alone would be 14 characters.
        expect([page.number, own.length > 20, own.includes('###')]).toEqual([page.number, true, false]);
      }
    });

    it.each(kinds)('as %s prints every paragraph whole', async (kind) => {
      const { sections } = documentIn(await composed(month, audience), kind);
      const paragraphs = sections
        .flatMap(({ blocks }) => blocks)
        .flatMap((block) => {
          if (block.kind === 'list') return block.items;
          return block.kind === 'heading' || block.kind === 'paragraph' ? [block.content] : [];
        })
        .map((content) => withoutStops(plainText(content)));
      const text = withoutStops((printed.get(audience + kind) as PdfFile).pages.map(ownText).join(''));
      expect(paragraphs.length).toBeGreaterThan(20);
      expect(paragraphs.filter((paragraph) => !text.includes(paragraph))).toEqual([]);
    });

    it.each(kinds)('as %s prints the name and the last figure of each line of its chart', async (kind) => {
      const { sections } = await composed(month, audience);
      const charts = sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'line-chart'));
      const text = (printed.get(audience + kind) as PdfFile).pages.map(ownText).join('').replaceAll(/\s/g, '');
      expect(charts).toHaveLength(1);
      for (const { title, series } of charts) {
        expect(text).toContain(title);
        for (const { label, values } of series) {
          const last = values.findLast((value) => value !== null);
          expect(text).toContain(`${label}${formatValue(last?.number ?? '', last?.format ?? '')}`);
        }
      }
    });

    it.each(kinds)('as %s prints each figure of 附件2 in the column of its district', (kind) => {
      const tables = wideTables(printed.get(audience + kind) as PdfFile);
      const expected = expectedAnnex2(month.plan, audience).filter(
        ({ row, column, colspan }) => row >= headRows && column >= leadingColumns && colspan === 1,
      );
      // 附件3 follows with the same head; the first 42 rows are those of 附件2.
      const rows = tables.flatMap(bodyRows).slice(0, 42);
      const seen = rows.flat().filter(({ column, colspan }) => column >= leadingColumns && colspan === 1);
      expect(seen.map(({ column, text }) => [column, text.replaceAll(/\s/g, '')])).toEqual(
        expected.map(({ column, text }) => [column, text]),
      );
    });

    it.each(kinds)(
      'as %s ends no page inside a project of 附件2 or 附件3, and prints 附件2 in 8 points or more',
      (kind) => {
        const file = printed.get(audience + kind) as PdfFile;
        const tables = wideTables(file);
        // All of them fit on a page, so that each page begins with the number of a project.
        const first = tables.map((table) =>
          bodyRows(table)[0]
            ?.find(({ column }) => column === 0)
            ?.text.trim(),
        );
        expect(first.length).toBeGreaterThan(4);
        expect(first.filter((text) => !/^\d+$/.test(text ?? ''))).toEqual([]);
        const annex = file.pages.filter(({ number }) => number === tables[0]?.page).flatMap(({ texts }) => texts);
        const sizes = annex.filter(({ text }) => /^\d+$/.test(text)).map(({ size }) => size);
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(8);
      },
    );

    it('recalculates each formula of the workbook to the result that stands in it', async () => {
      const index = audiences.indexOf(audience);
      let formulas = 0;
      for (const sheet of workbooks[index] ?? []) {
        const cells = sheet.cells.filter(({ formula }) => formula !== null);
        if (cells.length === 0) continue;
        const csv = (await folder.read(`formulas-${index}-${sheet.name}.csv`)).toString('utf8');
        const shown = parse(csv, { relax_column_count: true, bom: true }) as string[][];
        // Blanks behind a unit align it with wider ones.
        const calculated = cells.map(({ row, column }) => shown[row]?.[column]?.trimEnd());
        expect([sheet.name, calculated]).toEqual([sheet.name, cells.map(({ text }) => text)]);
        formulas += cells.length;
      }
      expect(formulas).toBeGreaterThan(audience === '全市' ? 250 : 0);
    });
  });
});

function textOf(page: PdfPage): string {
  return page.texts.map(({ text }) => text).join('');
}

/** Landscape pages have their number in the left margin, beside whatever line stands there. */
const leftMargin = 42;

/**
 * What a page says besides banner and page number, from top to bottom and without white space: LibreOffice draws the
 * words of a chart behind all others of its page.
 */
function ownText(page: PdfPage): string {
  const left = page.width > page.height ? leftMargin : 0;
  return textIn(page, { x: left, y: 0, width: page.width - left, height: page.height })
    .replaceAll(banner, '')
    .replace(/—\s*\d+\s*—\s*$/, '')
    .replaceAll(/\s/g, '');
}

/** LibreOffice swallows a comma that hangs over the end of a line. */
function withoutStops(text: string): string {
  return text.replaceAll(/[\s，、；：。]/g, '');
}

/** The tables of 19 columns. */
function wideTables({ pages }: PdfFile): PdfTable[] {
  return pages.flatMap((page: PdfPage) => tablesOn(page).filter(({ columnCount }) => columnCount === 19));
}

/** The cells that begin in each row below the head. */
function bodyRows({ cells, rowCount }: PdfTable): PdfTable['cells'][] {
  return Array.from({ length: rowCount - headRows }, (_, index) => cells.filter(({ row }) => row === index + headRows));
}
