import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formOf, readBack, returnedForm, said, writtenForm } from '../support/forms.ts';
import { hasOffice, type OfficeFolder, officeFolder } from '../support/office.ts';
import { sampleMonth } from '../support/plan-2023.ts';
import { type PdfFile, readPdf } from '../support/read-pdf.ts';
import { type ReadSheet, readXlsx } from '../support/read-xlsx.ts';
import { sampleReturns } from '../support/sample-returns.ts';

const plan = sampleMonth('2023-06').plan;
const district = formOf('上城区', { plan, returns: sampleReturns() });
const lead = formOf('市卫生健康委员会', { plan, returns: sampleReturns() });

describe.skipIf(!hasOffice)('forms in LibreOffice (skipped where soffice is not installed)', () => {
  let folder: OfficeFolder;
  let filled: Uint8Array;
  let saved: Uint8Array;
  let printed: PdfFile;
  let printedLead: PdfFile;

  beforeAll(async () => {
    folder = await officeFolder();
    filled = await returnedForm(district, (open) => {
      for (const [index, row] of district.rows.entries()) {
        open.cell(index, 'cumulative').value = index === 4 ? '全部开工' : Number(row.task?.value) / 2;
        open.cell(index, 'problems').value = index === 0 ? '=1+1' : '场地紧张\n正在协调';
        open.cell(index, 'nextSteps').value = `第${index + 1}项：7月底前完成`;
      }
      open.cell(1, 'cumulative').value = { formula: 'G7/4', result: 125 };
    });
    // Through LibreOffice's own format, so that all that comes back was understood there.
    await folder.convert('ods', { 'filled.xlsx': filled });
    await folder.convert('xlsx:Calc MS Excel 2007 XML', { 'again.ods': await folder.read('filled.ods') });
    saved = new Uint8Array(await folder.read('again.xlsx'));
    await folder.convert('pdf', { 'district.xlsx': await writtenForm(district), 'lead.xlsx': await writtenForm(lead) });
    printed = await readPdf(new Uint8Array(await folder.read('district.pdf')));
    printedLead = await readPdf(new Uint8Array(await folder.read('lead.pdf')));
  }, 120_000);

  afterAll(() => folder.remove());

  it('are read the same when they were saved again', () => {
    expect(Buffer.from(saved).equals(Buffer.from(filled))).toBe(false);
    const [before, after] = [filled, saved].map((bytes) => readBack(bytes, plan));
    expect(said(after?.diagnostics ?? [])).toEqual(said(before?.diagnostics ?? []));
    expect(after?.answer).toEqual(before?.answer);
    expect(after?.answer?.entries.map(({ cumulative }) => cumulative?.value).slice(0, 6)).toEqual([
      '105',
      '125',
      '250',
      '0.5',
      undefined,
      '180',
    ]);
    expect(after?.answer?.entries[0]?.problems).toBe('=1+1');
  });

  it('keep protection, prompts, printing and the hidden sheet when they are saved again', () => {
    const [sheet, identity] = readXlsx(saved) as [ReadSheet, ReadSheet];
    expect([sheet.name, identity.name, identity.state]).toEqual(['月报表', '表式', 'hidden']);
    expect(sheet.validations.map(({ type, sqref }) => [type, sqref])).toEqual([
      ['custom', 'I6:I34'],
      ['textLength', 'J6:J34'],
      ['textLength', 'K6:K34'],
      ['textLength', 'L6:L34'],
    ]);
    const open = sheet.cells.filter(({ style, row }) => row >= 5 && !style.locked);
    expect(open.map(({ column }) => column)).toEqual(district.rows.flatMap(() => [8, 9, 10, 11]));
    expect(sheet.page['orientation']).toBe('landscape');
    expect(sheet.printTitles).toContain('$5:$5');
  });

  it.each([
    ['上城区', () => printed, district],
    ['市卫生健康委员会', () => printedLead, lead],
  ] as const)('print every row of %s on landscape pages, each with head, reporter and month', (name, file, form) => {
    const { pages } = file();
    for (const page of pages) {
      expect(page.width).toBeGreaterThan(page.height);
      const text = page.texts.map((one) => one.text).join('');
      for (const words of [`${name}　2023年6月`, '累计完成', '下一步打算', '示例数据', `共 ${pages.length} 页`])
        expect(text.replaceAll(/\s/g, '')).toContain(words.replaceAll(/\s/g, ''));
    }
    const texts = pages.flatMap((page) => page.texts.map((one) => one.text.trim()));
    for (const { target } of form.rows) expect(texts).toContain(target.id);
    expect(texts.filter((text) => text.includes('###'))).toEqual([]);
  });
});
