import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { connect } from '../../src/store/connect.ts';
import { contentDigest } from '../../src/store/content.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { StoredReturn } from '../../src/store/store.ts';
import { batchOf, nameOf, returnsPerBatch } from './support/batches.ts';
import { type Child, runChildren, startChild } from './support/children.ts';
import { onEachDatabase } from './support/databases.ts';
import { now } from './support/samples.ts';

/** Programs killed on each kind of database; three work at a time. */
const kills = Number(process.env['JIANBAO_KILLS'] ?? 3);
const atOnce = 3;

onEachDatabase('an import', (fresh) => {
  it(
    `that is killed (${kills} times) loses nothing that was acknowledged and leaves nothing half`,
    async () => {
      const url = await fresh();
      const acknowledged = new Map<string, number[]>();
      for (let round = 0; round < kills / atOnce; round += 1) {
        const children = Array.from({ length: atOnce }, (_, index) => {
          const writer = `${round}.${index}`;
          return { writer, child: startChild(['import', url, writer]) };
        });
        await Promise.all(children.map(({ child }) => killInTheMidst(child)));
        for (const { writer, child } of children)
          acknowledged.set(
            writer,
            (child.said() as { stored: number }[]).map(({ stored }) => stored),
          );
      }
      const store = await openStore(url, { now });
      const stored = Map.groupBy(await store.returns({}), ({ provenance }) => provenance.source.name);
      await store.close();
      for (const [writer, numbers] of acknowledged) {
        expect(numbers.length).toBeGreaterThan(0);
        const kept = [...stored.keys()].filter((name) => name.startsWith(`${writer}-`));
        expect(kept).toEqual(kept.map((_, number) => nameOf(writer, number)));
        // At most one more than was acknowledged: the batch whose acknowledgement the kill cut off.
        expect([0, 1]).toContain(kept.length - numbers.length);
        for (const [number, name] of kept.entries()) expectWhole(stored.get(name) ?? [], batchOf(writer, number));
      }
      const database = await connect(url, false);
      await database.check();
      await database.close();
    },
    60_000 + kills * 2_000,
  );

  it('by several programs at the same moment gives one revision of each return', async () => {
    const url = await fresh();
    const batches = 6;
    const ends = await runChildren(4, ['same', url, String(batches)]);
    expect(ends.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    const outcomes = ends.flatMap(({ said }) => said);
    const of = (outcome: string) => outcomes.filter((one) => one === outcome).length;
    expect(outcomes).toHaveLength(4 * batches * returnsPerBatch);
    expect([of('stored'), of('revised')]).toEqual([returnsPerBatch, returnsPerBatch * (batches - 1)]);
    const store = await openStore(url, { now });
    const stored = await store.returns({});
    await store.close();
    expect(stored).toHaveLength(returnsPerBatch * batches);
    expect(new Set(stored.map(({ reporter, provenance }) => `${reporter}/${provenance.content}`)).size).toBe(
      stored.length,
    );
  });
});

/** Lets a program work for a moment, a different one each time, then ends it as a power cut would. */
async function killInTheMidst(child: Child): Promise<void> {
  await child.saidAtLeast(1);
  await pause(Math.random() * 60);
  child.process.kill('SIGKILL');
  const { code } = await child.ended;
  expect(code).toBeNull();
}

function expectWhole(stored: readonly StoredReturn[], { returns }: ReturnType<typeof batchOf>): void {
  expect(stored.map((one) => [one.reporter, contentDigest(one)])).toEqual(
    returns.map((one) => [one.reporter, contentDigest(one)]),
  );
}
