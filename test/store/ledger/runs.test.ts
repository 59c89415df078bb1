import { beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/model/sha256.ts';
import type { Ledger } from '../../../src/store/ledger/ledger.ts';
import { everyStep, type Run } from '../../../src/store/ledger/runs.ts';
import { onEachLedger } from '../support/ledgers.ts';
import { mailOf } from '../support/mails.ts';
import { at, leaseOf } from '../support/moments.ts';
import { bytesOf } from '../support/samples.ts';

const close = { period: '2023-06', step: 'close', due: at(0), late: false, by: null } as const;
const why = { 'zh-CN': '还差2个区县', en: '2 districts are missing' };
const done = (key: string) => ({ key, state: 'done', reason: null, mails: [], documents: [] }) as const;

onEachLedger('a run', (ground) => {
  let ledger: Ledger;
  let runs: Ledger['runs'];
  beforeEach(() => {
    ({ ledger } = ground());
    ({ runs } = ledger);
  });

  const begun = async (owner = '一'): Promise<Run> => {
    const run = await runs.begin(close, leaseOf(owner, 0));
    if (run === null) throw new Error('the run was not begun');
    return run;
  };
  const fenceOf = (run: Run) => ({ run: run.id, owner: run.owner ?? '', attempt: run.attempt });
  const actions = async () => (await ledger.audit.list({ subject: '2023-06/close' })).map(({ action }) => action);

  it('is begun once, whatever its step was due at', async () => {
    const run = await begun();
    expect(run).toEqual({
      ...close,
      ...{ id: '2023-06/close', state: 'running', attempt: 1, owner: '一', leaseUntil: at(10) },
      ...{ planned: null, produced: 0, reason: null, startedAt: at(0), endedAt: null },
    });
    expect(await runs.begin({ ...close, due: at(90), by: '督查室负责人' }, leaseOf('二', 90))).toBeNull();
    expect(await runs.list({})).toEqual([run]);
    expect(await runs.begin({ ...close, period: '2023-07', late: true }, leaseOf('二', 1))).toMatchObject({
      late: true,
    });
  });

  it('does its tasks, with their mails and files, and is done', async () => {
    const fence = fenceOf(await begun());
    expect(await runs.plan(fence, ['乙县', '甲区', '乙县'], at(1))).toBe(true);
    const file = { sha256: sha256('附'), bytes: bytesOf('附') };
    const attachments = [{ name: '附.pdf', type: 'application/pdf', sha256: file.sha256, size: 3 }];
    const mails = [mailOf('a', { attachments }), mailOf('b', { attachments }), mailOf('a', { subject: '另' })];
    expect(await runs.endTask(fence, { ...done('甲区'), mails, documents: [file] }, at(2))).toBe(true);
    expect((await ledger.outbox.list({})).map(({ id, key, state }) => [id, key, state])).toEqual([
      [1, 'a', 'pending'],
      [2, 'b', 'pending'],
    ]);
    expect(await ledger.documents.bytes(file.sha256)).toEqual(file.bytes);
    expect(await runs.endTask(fence, { ...done('甲区'), mails: [mailOf('c')] }, at(3))).toBe(false);
    expect(await runs.endTask(fence, done('丙市'), at(3))).toBe(false);
    expect(await ledger.outbox.list({})).toHaveLength(2);
    expect(await runs.endTask(fence, done('乙县'), at(4))).toBe(true);
    const ended = { state: 'done', planned: 2, produced: 2, owner: null, leaseUntil: null, endedAt: at(5) };
    expect(await runs.end(fence, { state: 'done', reason: null }, at(5))).toMatchObject(ended);
    expect(await runs.tasks('2023-06/close')).toEqual([
      { run: '2023-06/close', key: '乙县', state: 'done', reason: null, endedAt: at(4) },
      { run: '2023-06/close', key: '甲区', state: 'done', reason: null, endedAt: at(2) },
    ]);
    expect(await actions()).toEqual(['run.begun', 'run.done']);
    expect(await runs.takeUp('2023-06/close', leaseOf('二', 99), { failed: true, by: '督查室负责人' })).toBeNull();
  });

  it('leaves nothing of a task whose mail carries a file that is not kept', async () => {
    const fence = fenceOf(await begun());
    await runs.plan(fence, ['甲区'], at(1));
    const attachments = [{ name: '附.pdf', type: 'application/pdf', sha256: sha256('缺'), size: 3 }];
    const other = { sha256: sha256('附'), bytes: bytesOf('附') };
    const task = { ...done('甲区'), mails: [mailOf('a'), mailOf('b', { attachments })], documents: [other] };
    await expect(runs.endTask(fence, task, at(2))).rejects.toThrow(/was not kept/);
    const wrong = { sha256: sha256('缺'), bytes: other.bytes };
    await expect(runs.endTask(fence, { ...task, documents: [wrong] }, at(2))).rejects.toThrow(/SHA-256/);
    expect((await runs.tasks(fence.run))[0]?.state).toBe('open');
    expect(await ledger.outbox.list({})).toEqual([]);
    expect(await ledger.documents.bytes(other.sha256)).toBeNull();
  });

  it.each<[string, (fence: ReturnType<typeof fenceOf>) => Promise<unknown>, RegExp]>([
    ['nothing was planned', async () => {}, /没有列出要做的事项/],
    ['nothing was to be done', (fence) => runs.plan(fence, [], at(1)), /没有说明原因/],
    ['a task is open', (fence) => runs.plan(fence, ['甲区'], at(1)), /计划1项，完成0项，失败0项，未做1项：甲区/],
    [
      'a task failed',
      async (fence) => {
        await runs.plan(fence, ['甲区', '乙县'], at(1));
        await runs.endTask(fence, done('甲区'), at(2));
        await runs.endTask(fence, { ...done('乙县'), state: 'failed', reason: why }, at(2));
      },
      /计划2项，完成1项，失败1项，未做0项：乙县/,
    ],
  ])('that says it is done has failed where %s', async (_, work, reason) => {
    const fence = fenceOf(await begun());
    await work(fence);
    const run = await runs.end(fence, { state: 'done', reason: null }, at(5));
    expect(run?.state).toBe('failed');
    expect(run?.reason?.['zh-CN']).toMatch(reason);
    expect(run?.reason?.en).toMatch(/planned|no reason/);
    expect(await actions()).toEqual(['run.begun', 'run.failed']);
  });

  it('that had nothing to do is done where it says why', async () => {
    const fence = fenceOf(await begun());
    await runs.plan(fence, [], at(1));
    const end = { state: 'done', reason: { 'zh-CN': '都已报送', en: 'all have reported' } } as const;
    expect(await runs.end(fence, end, at(2))).toMatchObject({ ...end, planned: 0, produced: 0 });
  });

  it('that fails without a reason still has one', async () => {
    const run = await runs.end(fenceOf(await begun()), { state: 'failed', reason: null }, at(1));
    expect(run?.reason?.['zh-CN']).toContain('什么也没有做');
    const again = await runs.takeUp('2023-06/close', leaseOf('一', 2), { failed: true, by: null });
    await runs.plan(fenceOf(again as Run), ['甲区'], at(3));
    await runs.endTask(fenceOf(again as Run), done('甲区'), at(3));
    const end = await runs.end(fenceOf(again as Run), { state: 'failed', reason: null }, at(4));
    expect(end).toMatchObject({ state: 'failed', produced: 1, reason: { 'zh-CN': '失败，没有说明原因' } });
  });

  it('that waits is taken up again and again, and only what is new is noted', async () => {
    let run: Run | null = await begun();
    for (const minute of [1, 2, 3]) {
      const ended = await runs.end(fenceOf(run as Run), { state: 'waiting', reason: why }, at(minute));
      expect(ended).toMatchObject({ state: 'waiting', reason: why, owner: null, endedAt: at(minute) });
      run = await runs.takeUp('2023-06/close', leaseOf('二', minute));
      expect(run).toMatchObject({ state: 'running', attempt: minute + 1, reason: null, startedAt: at(minute) });
    }
    await runs.end(fenceOf(run as Run), { state: 'waiting', reason: { 'zh-CN': '还差1个', en: '1' } }, at(4));
    expect(await actions()).toEqual(['run.begun', 'run.waiting', 'run.waiting']);
  });

  it('whose owner went away is taken up when the lease is over, and the first can write no more', async () => {
    const first = fenceOf(await begun());
    await runs.plan(first, ['甲区', '乙县'], at(1));
    await runs.endTask(first, done('甲区'), at(2));
    expect(await runs.takeUp(first.run, leaseOf('二', 9))).toBeNull();
    expect(await runs.renew(first, at(20))).toBe(true);
    expect(await runs.takeUp(first.run, leaseOf('二', 19))).toBeNull();
    const second = await runs.takeUp(first.run, leaseOf('二', 20));
    expect(second).toMatchObject({ attempt: 2, owner: '二', planned: 2, produced: 1 });
    expect(await runs.takeUp(first.run, leaseOf('三', 20))).toBeNull();
    // Only its own owner need not wait, which the store went away from.
    const third = await runs.takeUp(first.run, leaseOf('二', 21));
    expect(third).toMatchObject({ attempt: 3, owner: '二', produced: 1 });
    expect(await runs.plan(fenceOf(second as Run), ['丙市'], at(21))).toBe(false);
    expect(await runs.renew(first, at(99))).toBe(false);
    expect(await runs.plan(first, ['丙市'], at(21))).toBe(false);
    expect(await runs.endTask(first, { ...done('乙县'), mails: [mailOf('x')] }, at(21))).toBe(false);
    expect(await runs.end(first, { state: 'done', reason: null }, at(21))).toBeNull();
    expect(await ledger.outbox.list({})).toEqual([]);
    const fence = fenceOf(third as Run);
    expect(await runs.endTask(fence, done('乙县'), at(22))).toBe(true);
    expect(await runs.end(fence, { state: 'done', reason: null }, at(23))).toMatchObject({
      state: 'done',
      produced: 2,
    });
    expect(await actions()).toEqual(['run.begun', 'run.taken-up', 'run.taken-up', 'run.done']);
  });

  it('that failed is taken up on demand, and does only what it did not do', async () => {
    const first = fenceOf(await begun());
    await runs.plan(first, ['甲区', '乙县'], at(1));
    await runs.endTask(first, done('甲区'), at(2));
    await runs.endTask(first, { ...done('乙县'), state: 'failed', reason: why }, at(2));
    await runs.end(first, { state: 'failed', reason: why }, at(3));
    expect(await runs.takeUp(first.run, leaseOf('二', 4))).toBeNull();
    const again = await runs.takeUp(first.run, leaseOf('二', 4), { failed: true, by: '督查室负责人' });
    expect(again).toMatchObject({ state: 'running', attempt: 2, by: '督查室负责人', produced: 1, reason: null });
    expect((await runs.tasks(first.run)).map(({ key, state, reason }) => [key, state, reason])).toEqual([
      ['甲区', 'done', null],
      ['乙县', 'open', null],
    ]);
    expect((await ledger.audit.list({})).at(-1)).toMatchObject({ action: 'run.taken-up', by: '督查室负责人' });
  });

  describe('that is left out', () => {
    const skip = (minute: number) => runs.skip(close, '督查室负责人', '本月不发', at(minute));

    it('was not begun, and is not begun any more', async () => {
      expect(await skip(1)).toMatchObject({ state: 'skipped', attempt: 0, by: '督查室负责人', endedAt: at(1) });
      expect(await runs.begin(close, leaseOf('一', 2))).toBeNull();
      expect(await skip(2)).toBeNull();
      expect(await runs.takeUp('2023-06/close', leaseOf('一', 2), { failed: true, by: null })).toBeNull();
      const anyway = await runs.takeUp('2023-06/close', leaseOf('一', 2), { failed: true, by: '督查室负责人' });
      expect(anyway).toMatchObject({ state: 'running', attempt: 1 });
      expect(await actions()).toEqual(['run.skipped', 'run.taken-up']);
    });

    it('waited, failed, or was left by its owner, but neither runs nor is done', async () => {
      const fence = fenceOf(await begun());
      expect(await skip(9)).toBeNull();
      expect(await skip(10)).toMatchObject({ state: 'skipped', reason: { 'zh-CN': '本月不发' }, owner: null });
      expect(await runs.end(fence, { state: 'done', reason: null }, at(11))).toBeNull();
      for (const state of ['waiting', 'failed'] as const) {
        const again = await runs.takeUp(fence.run, leaseOf('一', 12), { failed: true, by: '督查室负责人' });
        await runs.end(fenceOf(again as Run), { state, reason: why }, at(13));
        expect(await skip(14)).toMatchObject({ state: 'skipped' });
      }
      const last = await runs.takeUp(fence.run, leaseOf('一', 15), { failed: true, by: '督查室负责人' });
      await runs.plan(fenceOf(last as Run), [], at(15));
      await runs.end(fenceOf(last as Run), { state: 'done', reason: why }, at(16));
      expect(await skip(17)).toBeNull();
    });
  });

  describe.each(['close', everyStep])('whose step is paused (%s)', (step) => {
    it('is begun and taken up only by order of a person', async () => {
      expect(await runs.pause(step, '督查室负责人', '换届', at(0))).toBe(true);
      expect(await runs.pause(step, '另一人', '', at(1))).toBe(false);
      expect(await runs.pauses()).toEqual([{ step, by: '督查室负责人', because: '换届', at: at(0) }]);
      expect(await runs.begin(close, leaseOf('一', 1))).toBeNull();
      const other = await runs.begin({ ...close, step: 'draft' }, leaseOf('一', 1));
      expect(other === null).toBe(step === everyStep);
      const run = await runs.begin({ ...close, by: '督查室负责人' }, leaseOf('一', 1));
      await runs.end(fenceOf(run as Run), { state: 'waiting', reason: why }, at(2));
      expect(await runs.takeUp('2023-06/close', leaseOf('一', 3))).toBeNull();
      expect(await runs.resume(step, '督查室负责人', at(4))).toBe(true);
      expect(await runs.resume(step, '督查室负责人', at(4))).toBe(false);
      expect(await runs.takeUp('2023-06/close', leaseOf('一', 5))).toMatchObject({ attempt: 2, by: '督查室负责人' });
      const noted = await ledger.audit.list({ subject: `schedule/${step}` });
      expect(noted.map(({ action, detail }) => [action, detail])).toEqual([
        ['step.paused', { because: '换届' }],
        ['step.resumed', {}],
      ]);
    });
  });

  it('is listed by month, step and state, in the order of being due', async () => {
    const of = (period: '2023-05' | '2023-06', step: string, minute: number) =>
      runs.begin({ ...close, period, step, due: at(minute) }, leaseOf('一', minute));
    await of('2023-06', 'draft', 3);
    await of('2023-06', 'close', 2);
    await of('2023-05', 'close', 1);
    await runs.skip({ period: '2023-05', step: 'draft', due: at(2) }, '督查室负责人', '', at(9));
    const ids = async (which: Parameters<typeof runs.list>[0]) => (await runs.list(which)).map(({ id }) => id);
    expect(await ids({})).toEqual(['2023-05/close', '2023-05/draft', '2023-06/close', '2023-06/draft']);
    expect(await ids({ period: '2023-06' })).toEqual(['2023-06/close', '2023-06/draft']);
    expect(await ids({ step: 'draft', states: ['running', 'failed'] })).toEqual(['2023-06/draft']);
    expect(await runs.run('2023-05/draft')).toMatchObject({ state: 'skipped' });
    expect(await runs.run('2023-04/draft')).toBeNull();
  });

  it('refuses texts that no database holds, and stores nothing', async () => {
    const bad = '甲\0区';
    await expect(runs.begin({ ...close, by: bad }, leaseOf('一', 0))).rejects.toMatchObject({ name: 'DataError' });
    const fence = fenceOf(await begun());
    await expect(runs.plan(fence, [bad], at(1))).rejects.toMatchObject({ name: 'DataError' });
    await expect(runs.skip(close, bad, '', at(1))).rejects.toMatchObject({ name: 'DataError' });
    await expect(runs.pause('close', '人', bad, at(1))).rejects.toMatchObject({ name: 'DataError' });
    expect(await runs.tasks(fence.run)).toEqual([]);
    expect(await runs.pauses()).toEqual([]);
  });
});
