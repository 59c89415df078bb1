import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import type { Return } from '../../src/model/return.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { anyPlan, anyReturn } from './support/arbitrary.ts';
import { onEachDatabase } from './support/databases.ts';
import { fileOf, now } from './support/samples.ts';

const numRuns = Number(process.env['JIANBAO_RUNS'] ?? 25);

onEachDatabase('what is stored', (fresh) => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore(await fresh(), { now });
    return () => store.close();
  });

  it('comes back as it was: any plan', async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(anyPlan, fc.option(fc.constantFrom('杭政办〔2023〕8号', 'x')), async (plan, documentNumber) => {
        const file = fileOf(`${++count}.txt`);
        const saved = await store.savePlan({ plan, file, effective: '2023-04', documentNumber }, now);
        expect(await store.plan('2023-05')).toMatchObject({ version: saved.version, documentNumber });
        expect((await store.plan('2023-05'))?.plan).toEqual(plan);
      }),
      { numRuns },
    );
  });

  it('comes back as it was: any returns, and storing them again changes nothing', async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(anyReturn, { maxLength: 4 }), { maxLength: 3 }), async (batches) => {
        const files = batches.map((returns) => ({ file: fileOf(`${++count}.csv`), returns }));
        const saved = await store.saveReturns(files, now);
        const stored = await store.returns({});
        const given = files.flatMap(({ file, returns }) => returns.map((one) => ({ one, file })));
        for (const [index, { one, file }] of given.entries()) {
          const { outcome, revision } = saved[index] as (typeof saved)[0];
          const kept = stored.find(
            (candidate) =>
              candidate.period === one.period && candidate.reporter === one.reporter && candidate.revision === revision,
          );
          if (kept === undefined) throw new Error(`no revision ${revision} of ${one.reporter}`);
          const { provenance, ...rest } = kept;
          if (outcome === 'unchanged') expect(sayings(rest)).toEqual(sayings(one));
          else expect([rest, provenance.source.name]).toEqual([{ ...one, revision }, file.name]);
        }
        const again = await store.saveReturns(files, now);
        expect(again.map(({ outcome }) => outcome)).toEqual(given.map(() => 'unchanged'));
        expect(await store.returns({})).toEqual(stored);
      }),
      { numRuns },
    );
  });
});

/** What a return says, whatever the order and the places. */
function sayings({ cutoff, sample, entries }: Pick<Return, 'cutoff' | 'sample' | 'entries'>) {
  return [cutoff, sample, ...entries.map(({ at, ...said }) => JSON.stringify(Object.entries(said).sort())).sort()];
}
