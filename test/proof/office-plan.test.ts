import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planDocument } from '../../src/jobs/export-plan.ts';
import { loadPlan } from '../../src/month/pipeline.ts';
import { hasOffice, type OfficeFolder, officeFolder } from '../support/office.ts';
import { planFile } from '../support/plan-2023.ts';
import { planWords } from '../support/plan-words.ts';
import { problems, read } from '../support/read-tables.ts';
import { written } from '../support/written-packet.ts';

const { plan } = loadPlan(planFile);
if (plan === null) throw new Error('the 2023 table could not be read');
const document = planDocument(plan);

describe.skipIf(!hasOffice)('the 2023 plan saved by LibreOffice (skipped where soffice is not installed)', () => {
  let folder: OfficeFolder;

  beforeAll(async () => {
    folder = await officeFolder();
    const [word, excel, page] = await Promise.all([
      written(document, 'docx'),
      written(document, 'xlsx'),
      written(document, 'html'),
    ]);
    // A file must not be converted into itself; what it is shows in its content.
    await Promise.all([
      folder.convert('docx:MS Word 2007 XML', { 'word.dat': word, 'page.html': page }),
      folder.convert('xlsx:Calc MS Excel 2007 XML', { 'excel.dat': excel }),
    ]);
    await Promise.all([folder.convert('doc', { 'old.docx': word }), folder.convert('xls', { 'old.xlsx': excel })]);
  }, 120_000);

  afterAll(() => folder.remove());

  it.each(['word.docx', 'excel.xlsx', 'page.docx'])('is the same plan in %s', async (name) => {
    const bytes = await folder.read(name);
    const again = loadPlan({ name, bytes });
    const warnings = again.diagnostics.filter(({ severity }) => severity !== 'info');
    expect(warnings.map(({ code }) => code)).toEqual(Array(3).fill('allocation-sum'));
    expect(planWords(again.plan)).toEqual(planWords(plan));
  });

  it.each(['old.doc', 'old.xls', 'page.html'])('is refused as %s, with the way to convert it', async (name) => {
    const reading = read(await folder.read(name), name);
    expect(problems(reading)).toEqual(['file-kind@']);
    expect(reading.diagnostics[0]?.hint['zh-CN']).toMatch(/另存为/);
  });
});
