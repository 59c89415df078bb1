import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planDocument } from '../../src/jobs/export-plan.ts';
import type { Document } from '../../src/model/document.ts';
import type { Plan } from '../../src/model/plan.ts';
import { loadPlan } from '../../src/month/pipeline.ts';
import { downTable } from '../support/down-table.ts';
import { hasOffice, type OfficeFolder, officeFolder } from '../support/office.ts';
import { planFile } from '../support/plan-2023.ts';
import { planWords } from '../support/plan-words.ts';
import { written } from '../support/written-packet.ts';

const { plan } = loadPlan(planFile);
if (plan === null) throw new Error('the 2023 table could not be read');

/** Projects of one target or of targets in words of their own, which a table with districts down can say. */
const worded: Plan = {
  ...plan,
  header: plan.header.filter((node) => !('role' in node) || node.role !== 'lead'),
  projects: plan.projects
    .filter(({ targets, nameCells }) => targets.length === 1 && nameCells.length === 1)
    .map((project, index) => ({
      ...project,
      no: index + 1,
      targets: project.targets.map((target) => ({ ...target, id: `${index + 1}.1`, leadUnits: [] })),
    })),
};

function turned(): Document {
  const document = planDocument(worded);
  const table = downTable(worded, { total: 'last', numbers: 'prefix', units: 'bracket', numbered: true });
  const sections = document.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => (block.kind === 'table' ? table : block)),
  }));
  return { ...document, sections };
}

const ways = [
  { format: 'docx', filter: 'docx:MS Word 2007 XML' },
  { format: 'xlsx', filter: 'xlsx:Calc MS Excel 2007 XML' },
] as const;

describe.skipIf(!hasOffice)('a plan with districts down (skipped where soffice is not installed)', () => {
  let folder: OfficeFolder;

  beforeAll(async () => {
    folder = await officeFolder();
    await Promise.all(
      ways.map(async ({ format, filter }) =>
        folder.convert(filter, { [`${format}-file.dat`]: await written(turned(), format) }),
      ),
    );
  }, 120_000);

  afterAll(() => folder.remove());

  it.each(ways)('is the same plan in $format saved by LibreOffice', async ({ format }) => {
    const bytes = await folder.read(`${format}-file.${format}`);
    const found = loadPlan({ name: `附件2.${format}`, bytes });
    expect(found.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(planWords(found.plan)).toEqual(planWords(worded));
  });
});
