import { parse } from 'csv-parse/sync';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../../src/model/document.ts';
import { run, textCell } from '../../../src/model/text.ts';
import { allSheetsAsShown, hasOffice, type OfficeFolder, officeFolder, withoutResults } from '../../support/office.ts';
import { type ReadSheet, readXlsx } from '../../support/read-xlsx.ts';
import { sampleDocument } from '../../support/sample-document.ts';
import { cellAt, write } from './written.ts';

/** The sample with an annex of tricky words and a formula across sheets. */
function documentForOffice(): Document {
  const sample = sampleDocument();
  const number = (text: string, format: string, formula: string | null) =>
    textCell(text, { value: { number: text.replace(/\D/g, ''), format, formula } });
  const words = ['=1+1', '@SUM(A1)', '_x0041_', '<&>"\'', '一\n二', '2.1', '+86'];
  return {
    ...sample,
    sections: [
      ...sample.sections,
      {
        name: '附件3',
        page: { paper: 'A3', orientation: 'landscape' },
        blocks: [
          { kind: 'paragraph', role: 'body', content: [run('逐月通报、按季点评。'.repeat(300))] },
          {
            kind: 'table',
            name: '附件3',
            columns: ['a', 'b'].map((key) => ({ key, width: 1, align: 'left', marked: false })),
            head: [],
            groups: [
              words.map((text) => ({ key: null, cells: [textCell(text, { colspan: 2 })] })),
              [
                {
                  key: 'x',
                  cells: [
                    number('1000户', '0"户"', 'SUM(滞后项目[1.2:2.1,task])'),
                    number('275户', '0"户"', '滞后项目[total,done]'),
                  ],
                },
              ],
            ],
          },
        ],
      },
    ],
  };
}

describe.skipIf(!hasOffice)('in LibreOffice (skipped where soffice is not installed)', () => {
  let folder: OfficeFolder;
  let written: ReadSheet[];
  let bytes: Uint8Array;

  beforeAll(async () => {
    folder = await officeFolder();
    bytes = await write(documentForOffice());
    written = readXlsx(bytes);
  });

  afterAll(() => folder.remove());

  it('shows every cell as the file does, and recalculates each formula to the result that was written', async () => {
    await folder.convert(allSheetsAsShown, { 'a.xlsx': withoutResults(bytes) });
    for (const sheet of written) {
      const csv = (await folder.read(`a-${sheet.name}.csv`)).toString('utf8');
      const shown = parse(csv, { relax_column_count: true, bom: true, skip_empty_lines: false }) as string[][];
      expect(shown).toHaveLength(sheet.heights.length);
      for (const { row, column, text } of sheet.cells)
        expect([sheet.name, row, column, shown[row]?.[column]]).toEqual([sheet.name, row, column, text]);
    }
    expect(written.flatMap((sheet) => sheet.cells.filter((cell) => cell.formula !== null))).toHaveLength(12);
    expect(cellAt(written[3], (written[3]?.heights.length as number) - 1, 0).text).toBe('1000户');
  });

  it('prints every sheet one page wide, without empty pages, overflown numbers or a page without the banner', async () => {
    await folder.convert('pdf', { 'a.xlsx': bytes });
    const data = new Uint8Array(await folder.read('a.pdf'));
    const pdf = await getDocument({ data, verbosity: 0 }).promise;
    const pages: string[] = [];
    for (let n = 1; n <= pdf.numPages; n += 1) {
      const { items } = await (await pdf.getPage(n)).getTextContent();
      pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
    }
    for (const page of pages) {
      expect(page).toContain('示例数据');
      expect(page).not.toContain('###');
      expect(page.length).toBeGreaterThan(30);
    }
    // A page that lacks column A or the last one would have been cut off at the side.
    const annex = pages.filter((page) => page.includes('序号') && page.includes('建德市'));
    expect(annex.length).toBeGreaterThan(1);
    for (const page of annex) expect(page).toContain('杭州西湖');
    expect(pages.filter((page) => page.includes('建德市'))).toEqual(annex);
  });
});
