import { beforeEach, expect, it } from 'vitest';
import type { Edition, EditionState, Editions } from '../../../src/store/ledger/editions.ts';
import type { Ledger } from '../../../src/store/ledger/ledger.ts';
import { onEachLedger } from '../support/ledgers.ts';
import { at } from '../support/moments.ts';

const original = { period: '2023-06', number: 0 } as const;
const of = { ...original, snapshot: 'draft' };

type Step = (editions: Editions, minute: number) => Promise<Edition | null>;

const steps: Readonly<Record<string, { readonly from: EditionState; readonly to: EditionState; readonly take: Step }>> =
  {
    check: { from: 'draft', to: 'checked', take: (editions, minute) => editions.check(of, at(minute)) },
    sign: { from: 'checked', to: 'signed', take: (editions, m) => editions.sign(of, '督查室负责人', false, at(m)) },
    unsign: {
      from: 'signed',
      to: 'checked',
      take: (editions, m) => editions.unsign(of, '督查室负责人', '有误', at(m)),
    },
    publish: { from: 'signed', to: 'published', take: (editions, m) => editions.publish(of, 'signed snapshot', at(m)) },
    deliver: { from: 'published', to: 'delivered', take: (editions, m) => editions.deliver(of, at(m)) },
  };
const way = ['check', 'sign', 'publish', 'deliver'];

onEachLedger('an edition', (ground) => {
  let ledger: Ledger;
  let editions: Editions;
  beforeEach(() => {
    ({ ledger } = ground());
    ({ editions } = ledger);
  });
  const take = (name: string, minute: number) => steps[name]?.take(editions, minute);
  const log = async () =>
    (await ledger.audit.list({ subject: '2023-06/0' })).map(({ action, by, detail }) => [action, by, detail]);

  it('goes from draft to delivered, and each step is noted with who took it', async () => {
    expect(await editions.draft(original, 'draft', at(0))).toMatchObject({ state: 'draft', checkedAt: null });
    for (const [minute, name] of way.entries()) expect((await take(name, minute + 1))?.state).toBe(steps[name]?.to);
    expect(await editions.edition('2023-06', 0)).toEqual({
      ...original,
      state: 'delivered',
      draft: { snapshot: 'draft', at: at(0) },
      checkedAt: at(1),
      signed: { by: '督查室负责人', at: at(2), automatic: false },
      published: { snapshot: 'signed snapshot', at: at(3) },
      deliveredAt: at(4),
    });
    const snapshot = 'draft';
    expect(await log()).toEqual([
      ['edition.drafted', null, { snapshot }],
      ['edition.checked', null, { snapshot }],
      ['edition.signed', '督查室负责人', { snapshot, automatic: '0' }],
      ['edition.published', null, { snapshot, published: 'signed snapshot' }],
      ['edition.delivered', null, { snapshot }],
    ]);
  });

  it.each(['none', 'draft', 'checked', 'signed', 'published', 'delivered'])(
    'that is %s takes only the step that begins there',
    async (state) => {
      const taken = ['none', 'draft', 'checked', 'signed', 'published', 'delivered'].indexOf(state) - 1;
      if (taken >= 0) await editions.draft(original, 'draft', at(0));
      for (const name of way.slice(0, Math.max(0, taken))) await take(name, 1);
      const before = [await editions.list(), await log()];
      for (const [name, { from }] of Object.entries(steps)) {
        if (from === state) continue;
        expect([name, await take(name, 2)]).toEqual([name, null]);
      }
      expect([await editions.list(), await log()]).toEqual(before);
    },
  );

  it('is moved for the draft that was looked at alone', async () => {
    await editions.draft(original, 'draft', at(0));
    await take('check', 1);
    expect(await editions.draft(original, 'another', at(2))).toMatchObject({ state: 'draft', checkedAt: null });
    expect(await take('check', 3)).toBeNull();
    expect(await editions.check({ ...of, snapshot: 'another' }, at(3))).toMatchObject({ state: 'checked' });
    expect(await take('sign', 4)).toBeNull();
    expect((await editions.edition('2023-06', 0))?.draft).toEqual({ snapshot: 'another', at: at(2) });
  });

  it('stays as it is where the same draft is made again, and where it is signed', async () => {
    await editions.draft(original, 'draft', at(0));
    const checked = await take('check', 1);
    expect(await editions.draft(original, 'draft', at(2))).toEqual(checked);
    const signed = await take('sign', 3);
    expect(await editions.draft(original, 'another', at(4))).toBeNull();
    expect(await editions.draft(original, 'draft', at(4))).toBeNull();
    expect(await editions.list()).toEqual([signed]);
    expect(await take('unsign', 5)).toEqual(checked);
    expect((await log()).at(-1)).toEqual(['edition.unsigned', '督查室负责人', { snapshot: 'draft', because: '有误' }]);
    expect(await editions.draft(original, 'another', at(6))).toMatchObject({ state: 'draft' });
  });

  it('may be signed by the settings, which is noted', async () => {
    await editions.draft(original, 'draft', at(0));
    await take('check', 1);
    const signed = { by: '（自动）', at: at(2), automatic: true };
    expect(await editions.sign(of, signed.by, true, at(2))).toMatchObject({ signed });
    await expect(editions.unsign(of, '\0', '', at(3))).rejects.toMatchObject({ name: 'DataError' });
    expect(await editions.edition('2023-06', 0)).toMatchObject({ state: 'signed', signed });
  });

  it('is listed by month and number', async () => {
    for (const [period, number] of [
      ['2023-06', 1],
      ['2023-06', 0],
      ['2023-05', 0],
    ] as const)
      await editions.draft({ period, number }, 'draft', at(0));
    const names = (all: Edition[]) => all.map(({ period, number }) => `${period}/${number}`);
    expect(names(await editions.list())).toEqual(['2023-05/0', '2023-06/0', '2023-06/1']);
    expect(names(await editions.list('2023-06'))).toEqual(['2023-06/0', '2023-06/1']);
    expect(await editions.edition('2023-06', 2)).toBeNull();
  });
});
