import fc from 'fast-check';
import { expect } from 'vitest';
import { everyStep, type RunEnd, type RunState } from '../../../../src/store/ledger/runs.ts';
import { mailOf } from '../../support/mails.ts';
import { at } from '../../support/moments.ts';
import { command } from './command.ts';

/** What the runs of two steps of one month should be, and everybody who ever worked on one. */
export interface RunsModel {
  /** In minutes. */
  clock: number;
  readonly runs: Map<string, ModelRun>;
  readonly fences: { readonly run: string; readonly owner: string; readonly attempt: number }[];
  readonly paused: Set<string>;
}

export interface ModelRun {
  state: RunState;
  attempt: number;
  owner: string | null;
  /** When its lease is over, in minutes. */
  lease: number;
  planned: boolean;
  readonly tasks: Map<string, 'open' | 'done' | 'failed'>;
}

/** From → to: every way that a run may go. What is done stays done. */
export const allowedRunMoves: ReadonlySet<string> = new Set([
  ...['none → begun', 'none → skipped'],
  ...['begun → waiting', 'begun → done', 'begun → failed', 'begun → taken-up', 'begun → skipped'],
  ...['taken-up → waiting', 'taken-up → done', 'taken-up → failed', 'taken-up → taken-up', 'taken-up → skipped'],
  // To take up what waits is noted only when it leads to something else.
  ...['waiting → waiting', 'waiting → done', 'waiting → failed', 'waiting → taken-up', 'waiting → skipped'],
  ...['failed → taken-up', 'failed → skipped', 'skipped → taken-up'],
]);

const steps = fc.constantFrom('close', 'close', 'close', 'deliver');
const owners = fc.constantFrom('一', '二');
const minutes = fc.integer({ min: 0, max: 8 });
const often = fc.constantFrom(true, true, false);
const orders = fc.constantFrom(null, null, '督查室负责人');
const taskKeys = ['甲区', '乙县'];
const idOf = (step: string) => `2023-06/${step}`;
const isPaused = ({ paused }: RunsModel, step: string) => paused.has(step) || paused.has(everyStep);

const begin = fc.tuple(steps, owners, minutes, orders).map(([step, owner, lease, by]) =>
  command<RunsModel>(`${owner} begins ${step} for ${lease} by ${by}`, async (model, { runs }) => {
    const begins = !model.runs.has(step) && (by !== null || !isPaused(model, step));
    const run = { period: '2023-06', step, due: at(0), late: false, by } as const;
    const begun = await runs.begin(run, { owner, leaseUntil: at(model.clock + lease), now: at(model.clock) });
    expect(begun !== null).toBe(begins);
    if (!begins) return;
    const none = { planned: false, tasks: new Map() };
    model.runs.set(step, { state: 'running', attempt: 1, owner, lease: model.clock + lease, ...none });
    model.fences.push({ run: idOf(step), owner, attempt: 1 });
  }),
);

const takeUp = fc.tuple(steps, owners, minutes, often, orders).map(([step, owner, lease, failed, by]) =>
  command<RunsModel>(
    `${owner} takes up ${step} for ${lease} by ${by}, failed too: ${failed}`,
    async (model, ledger) => {
      const run = model.runs.get(step);
      const may =
        run !== undefined &&
        ((run.state === 'running' && run.owner === owner) || mayBeTakenUp(run, model.clock, failed, by)) &&
        (by !== null || !isPaused(model, step));
      const until = { owner, leaseUntil: at(model.clock + lease), now: at(model.clock) };
      const taken = await ledger.runs.takeUp(idOf(step), until, { failed, by });
      expect(taken !== null).toBe(may);
      if (run === undefined || !may) return;
      Object.assign(run, { state: 'running', owner, lease: model.clock + lease, attempt: run.attempt + 1 });
      for (const [key, state] of run.tasks) if (state === 'failed') run.tasks.set(key, 'open');
      model.fences.push({ run: idOf(step), owner, attempt: run.attempt });
    },
  ),
);

function mayBeTakenUp({ state, lease }: ModelRun, clock: number, failed: boolean, by: string | null): boolean {
  if (state === 'running') return lease <= clock;
  if (state === 'skipped') return failed && by !== null;
  return state === 'waiting' || (state === 'failed' && failed);
}

const plan = fc.tuple(fc.nat(), fc.subarray(taskKeys)).map(([which, keys]) =>
  command<RunsModel>(`worker ${which} plans ${keys.join()}`, async (model, { runs }) => {
    const { fence, held } = workerOf(model, which);
    if (fence === undefined) return;
    expect(await runs.plan(fence, keys, at(model.clock))).toBe(held !== undefined);
    if (held === undefined) return;
    held.planned = true;
    for (const key of keys) if (!held.tasks.has(key)) held.tasks.set(key, 'open');
  }),
);

const results = fc.constantFrom('done' as const, 'failed' as const);
const endTask = fc.tuple(fc.nat(), fc.constantFrom(...taskKeys), results).map(([which, key, state]) =>
  command<RunsModel>(`worker ${which} ends ${key} as ${state}`, async (model, { runs }) => {
    const { fence, held } = workerOf(model, which);
    if (fence === undefined) return;
    const ends = held?.tasks.get(key) === 'open';
    const mails = state === 'done' ? [mailOf(`${fence.run}/${key}`)] : [];
    const ended = await runs.endTask(fence, { key, state, reason: null, mails, documents: [] }, at(model.clock));
    expect(ended).toBe(ends);
    if (ends) held.tasks.set(key, state);
  }),
);

const ends = fc.constantFrom<RunEnd['state']>('done', 'done', 'failed', 'waiting');
const end = fc.tuple(fc.nat(), ends, fc.boolean()).map(([which, state, explained]) =>
  command<RunsModel>(`worker ${which} ends as ${state}`, async (model, { runs }) => {
    const { fence, held } = workerOf(model, which);
    if (fence === undefined) return;
    const reason = explained ? { 'zh-CN': '因', en: 'why' } : null;
    const ended = await runs.end(fence, { state, reason }, at(model.clock));
    expect(ended !== null).toBe(held !== undefined);
    if (held === undefined) return;
    const all = [...held.tasks.values()].every((one) => one === 'done');
    const whole = held.planned && all && (held.tasks.size > 0 || explained);
    held.state = state === 'done' && !whole ? 'failed' : state;
    held.owner = null;
    expect(ended?.state).toBe(held.state);
    if (held.state === 'failed') expect(ended?.reason).not.toBeNull();
  }),
);

const renew = fc.tuple(fc.nat(), minutes).map(([which, lease]) =>
  command<RunsModel>(`worker ${which} goes on for ${lease}`, async (model, { runs }) => {
    const { fence, held } = workerOf(model, which);
    if (fence === undefined) return;
    expect(await runs.renew(fence, at(model.clock + lease))).toBe(held !== undefined);
    if (held) held.lease = model.clock + lease;
  }),
);

const skip = steps.map((step) =>
  command<RunsModel>(`skip ${step}`, async (model, { runs }) => {
    const run = model.runs.get(step);
    const may =
      run === undefined || /waiting|failed/.test(run.state) || (run.state === 'running' && run.lease <= model.clock);
    const skipped = await runs.skip({ period: '2023-06', step, due: at(0) }, '督查室负责人', '', at(model.clock));
    expect(skipped !== null).toBe(may);
    if (!may) return;
    const none = { attempt: 0, lease: 0, planned: false, tasks: new Map() };
    model.runs.set(step, { ...none, ...run, state: 'skipped', owner: null });
  }),
);

const pause = fc.tuple(fc.constantFrom('close', everyStep), often).map(([step, off]) =>
  command<RunsModel>(`${off ? 'resume' : 'pause'} ${step}`, async (model, { runs }) => {
    const on = !off;
    const changes = model.paused.has(step) !== on;
    const changed = on ? runs.pause(step, '人', '', at(model.clock)) : runs.resume(step, '人', at(model.clock));
    expect(await changed).toBe(changes);
    if (on) model.paused.add(step);
    else model.paused.delete(step);
  }),
);

const wait = minutes.map((time) =>
  command<RunsModel>(`${time} minutes go by`, async (model) => {
    model.clock += time;
  }),
);

/** What ends a run, or keeps it from going on, is rare: otherwise little would ever be done in one. */
export const runsCommands = [
  ...[begin, begin, takeUp, takeUp, takeUp, takeUp, takeUp, plan, plan, plan, plan],
  ...[endTask, endTask, endTask, endTask, endTask, endTask, end, end, renew, skip, pause, wait, wait],
];

/** Somebody who worked on a run once, long ago perhaps, and the run where it is still his; the latest rather than the first. */
function workerOf(model: RunsModel, which: number) {
  const fence = model.fences.at(-1 - (which % Math.min(3, model.fences.length)));
  const run = fence && model.runs.get(fence.run.slice('2023-06/'.length));
  const holds = run?.state === 'running' && run.owner === fence?.owner && run.attempt === fence?.attempt;
  return { fence, held: holds ? run : undefined };
}
