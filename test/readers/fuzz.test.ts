import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { planDocument } from '../../src/jobs/export-plan.ts';
import { targetsOf } from '../../src/model/plan.ts';
import { amountOf } from '../../src/model/quantity.ts';
import { loadPlan } from '../../src/month/pipeline.ts';
import { composed } from '../support/composed.ts';
import { planFile, sampleMonth } from '../support/plan-2023.ts';
import { cellsOf, read, tablesIn } from '../support/read-tables.ts';
import { runs, timeLimit } from '../support/runs.ts';
import { spoil, spoilings } from '../support/spoil.ts';
import { written } from '../support/written-packet.ts';

/** Far more than any of these small files needs, far less than a reader that hangs. */
const patience = 20_000;

describe.each(['docx', 'xlsx'] as const)('spoilt files of %s', (format) => {
  let plan: Uint8Array;
  let briefing: Uint8Array;

  beforeAll(async () => {
    const loaded = loadPlan(planFile).plan;
    if (loaded === null) throw new Error('the 2023 table could not be read');
    plan = await written(planDocument(loaded), format);
    briefing = await written(await composed(sampleMonth('2023-06'), '上城区'), format);
  });

  it(
    'are read or refused, with a place, in time, and never throw',
    () => {
      fc.assert(
        fc.property(fc.boolean(), spoilings, (ofPlan, damage) => {
          const bytes = spoil(ofPlan ? plan : briefing, damage);
          const started = performance.now();
          const { blocks, diagnostics } = read(bytes, `t.${format}`);
          expect(performance.now() - started).toBeLessThan(patience);
          for (const table of tablesIn(blocks)) cellsOf(table);
          for (const { at, code } of diagnostics) expect([code, at?.source]).toEqual([code, `t.${format}`]);
          if (blocks.length === 0) expect(diagnostics.length).toBeGreaterThan(0);
        }),
        { numRuns: runs(50, 3000) },
      );
    },
    timeLimit,
  );

  it(
    'never give a plan whose sums differ without a word',
    () => {
      fc.assert(
        fc.property(spoilings, (damage) => {
          const { plan: found, diagnostics } = loadPlan({ name: `t.${format}`, bytes: spoil(plan, damage) });
          if (found === null) {
            expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
            return;
          }
          const told = new Set(diagnostics.map(({ about }) => about.target));
          for (const { target } of targetsOf(found)) {
            if (target.quantity === null || target.note !== null || told.has(target.id)) continue;
            const figures = Object.values(target.allocations).map(amountOf);
            const total = figures.reduce((sum, figure) => sum.add(figure), amountOf({ value: '0', unit: '' }));
            expect([target.id, total.toString()]).toEqual([target.id, amountOf(target.quantity).toString()]);
          }
        }),
        { numRuns: runs(30, 2000) },
      );
    },
    timeLimit,
  );
});
