import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planDocument } from '../../src/jobs/export-plan.ts';
import type { Document, Table } from '../../src/model/document.ts';
import type { Plan } from '../../src/model/plan.ts';
import { loadPlan } from '../../src/month/pipeline.ts';
import { loadWriter } from '../../src/writers/index.ts';
import { anyDownStyle } from '../support/any-down-style.ts';
import { anyDownPlan, anyPlan } from '../support/any-plan.ts';
import { downTable } from '../support/down-table.ts';
import { planWords } from '../support/plan-words.ts';
import { runs, timeLimit } from '../support/runs.ts';
import { planOf } from '../support/tables.ts';
import { resources } from '../support/theme.ts';

const formats = ['docx', 'xlsx', 'csv'] as const;

/** The same document around another table. */
function documentWith(plan: Plan, table: Table): Document {
  const document = planDocument(plan);
  const sections = document.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => (block.kind === 'table' ? table : block)),
  }));
  return { ...document, sections };
}

/** What a format keeps of a plan: CSV has no text around its table. */
function keptBy(format: (typeof formats)[number], plan: Plan): unknown {
  return planWords(format === 'csv' ? { ...plan, title: '', annex: null, year: null, notes: [] } : plan);
}

async function readBack(document: Document, format: (typeof formats)[number]) {
  const bytes = await (await loadWriter(format)).write(document, resources);
  const found = loadPlan({ name: `附件2.${format}`, bytes });
  const errors = found.diagnostics.filter(({ severity }) => severity === 'error');
  return { plan: found.plan, errors: errors.map(({ code, message }) => `${code} ${message['zh-CN']}`) };
}

/** A plan of a city with 45 districts: too wide for one page of any format. */
const wide = (() => {
  const districts = Array.from(
    { length: 45 },
    (_, i) => `${'甲乙丙丁戊己庚辛壬'[i % 9]}${'东西南北中'[Math.floor(i / 9)]}县`,
  );
  const blanks = '|'.repeat(districts.length - 1);
  const rows = [3, 4, 5].map(
    (each, i) =>
      `${i + 1}|养老服务设施|${each * 45 + 9}千个|市民政局|9千个|${districts.map(() => `${each}千个`).join('|')}`,
  );
  const lines = [
    `序号|项目名称|量化目标|牵头单位|市本级|各区、县（市）任务分解${blanks}`,
    `|||||${districts.join('|')}`,
    ...rows,
    `4|发放育儿券|应补尽补|市卫健委|此任务由市级统筹，不作分解。|${blanks}`,
  ];
  return planOf(lines.join('\n').replaceAll('|', '\t')).plan;
})();

describe.each(formats)('a plan written as %s', (format) => {
  it('of 45 districts reads back as the same plan, whatever pages it takes', async () => {
    if (wide === null) throw new Error('the wide plan could not be read');
    const { plan, errors } = await readBack(planDocument({ ...wide, title: '2024年任务分解表', year: 2024 }), format);
    expect(errors).toEqual([]);
    const text = { title: '2024年任务分解表', annex: '附件', year: 2024 };
    expect(planWords(plan)).toEqual(planWords(format === 'csv' ? wide : { ...wide, ...text }));
  });

  it(
    'with districts across reads back as the same plan',
    async () => {
      await fc.assert(
        fc.asyncProperty(anyPlan, async (plan) => {
          const { plan: found, errors } = await readBack(planDocument(plan), format);
          expect(errors).toEqual([]);
          expect(planWords(found)).toEqual(keptBy(format, plan));
        }),
        { numRuns: runs(25) },
      );
    },
    timeLimit,
  );

  it(
    'with districts down reads back as the same plan',
    async () => {
      await fc.assert(
        fc.asyncProperty(anyDownPlan, anyDownStyle, async (plan, look) => {
          const { plan: found, errors } = await readBack(documentWith(plan, downTable(plan, look)), format);
          expect(errors).toEqual([]);
          expect(planWords(found)).toEqual(keptBy(format, plan));
        }),
        { numRuns: runs(25) },
      );
    },
    timeLimit,
  );
});
