import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { NewDecision } from '../../src/model/decision.ts';
import type { Period } from '../../src/model/period.ts';
import { openStore } from '../../src/store/open-store.ts';
import { decisionOn } from '../support/decisions.ts';
import { text } from './support/arbitrary.ts';
import { runChildren } from './support/children.ts';
import { onEachDatabase } from './support/databases.ts';
import { now } from './support/samples.ts';

const sum = { code: 'allocation-sum', about: { target: '6.3' }, data: { stated: '138处' } };
const newOne = (more: Partial<NewDecision> = {}): NewDecision => {
  const { id, revoked, ...rest } = decisionOn(sum, more);
  return rest;
};
const revocation = { by: '督查室负责人', because: '表已重印', revoked: '2023-04-01' };

onEachDatabase('decisions', (fresh) => {
  it('are numbered in their year, kept in order, and come with the months of this year and the next', async () => {
    const store = await openStore(await fresh(), { now });
    const saved = [];
    for (const year of [2022, 2023, 2023, 2024]) saved.push(await store.saveDecision(newOne({ year }), now));
    expect(saved.map(({ id }) => id)).toEqual(['2022-1', '2023-1', '2023-2', '2024-1']);
    expect(await store.decisions()).toEqual(saved);
    expect((await store.month('2023-06' as Period)).decisions).toEqual(saved.slice(0, 3));
    await store.close();
  });

  it('are revoked once, and stay', async () => {
    const store = await openStore(await fresh(), { now });
    const { id } = await store.saveDecision(newOne(), now);
    expect(await store.revokeDecision('2023-9', revocation, now)).toBe(false);
    expect(await store.revokeDecision(id, revocation, now)).toBe(true);
    expect(await store.revokeDecision(id, { ...revocation, by: '办公室负责人' }, now)).toBe(false);
    expect(await store.decisions()).toEqual([decisionOn(sum, { revoked: revocation })]);
    await store.close();
  });

  it('come back as they were', async () => {
    const store = await openStore(await fresh(), { now });
    const figure = fc.record({
      target: text,
      clause: text,
      column: fc.option(text),
      period: fc.constantFrom(null, '2023-08' as Period),
      leftOutOf: fc.option(fc.nat(9)),
    });
    const quantity = fc.record({ value: fc.constantFrom('5.20', '-3'), unit: text });
    const said = {
      by: text,
      because: text,
      finding: text,
      code: text,
      data: fc.dictionary(text, text, { maxKeys: 3 }),
    };
    const any = fc.oneof(
      fc.record({ ...said, kind: fc.constant('accept' as const), about: fc.record({ target: text }) }),
      fc.record({ ...said, kind: fc.constant('postpone' as const), until: fc.constant('2023-09-30') }),
      fc.record({ ...said, kind: fc.constant('correct' as const), figure, value: quantity, was: fc.option(quantity) }),
    );
    const all: unknown[] = [];
    await fc.assert(
      fc.asyncProperty(any, async (more) => {
        all.push(await store.saveDecision(newOne(more), now));
        expect((await store.decisions()).at(-1)).toEqual(decisionOn(sum, { ...more, id: `2023-${all.length}` }));
      }),
      { numRuns: 40 },
    );
    expect(await store.decisions()).toEqual(all);
    await store.close();
  });

  it('with characters that no database holds are refused', async () => {
    const store = await openStore(await fresh(), { now });
    await expect(store.saveDecision(newOne({ because: 'a\0b' }), now)).rejects.toMatchObject({ name: 'DataError' });
    const { id } = await store.saveDecision(newOne(), now);
    await expect(store.revokeDecision(id, { ...revocation, by: '\ud800' }, now)).rejects.toMatchObject({
      name: 'DataError',
    });
    expect((await store.decisions())[0]?.revoked).toBeNull();
    await store.close();
  });

  it('of several programs at once have each a number of its own', async () => {
    const url = await fresh();
    const ends = await runChildren(4, ['decide', url]);
    expect(ends.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    const store = await openStore(url, { now });
    expect((await store.decisions()).map(({ id }) => id)).toEqual(
      Array.from({ length: 12 }, (_, i) => `2023-${i + 1}`),
    );
    await store.close();
  });
});
