import type { Message } from '../model/language.ts';
import type { Fence, Run, RunEnd, Runs, Task } from '../store/ledger/runs.ts';
import { holdLease, leaseFrom } from './hold-lease.ts';
import { inputsState } from './inputs-state.ts';
import type { Log } from './log.ts';
import { needsPerson, reasonOf } from './reason-of.ts';
import { both, noLongerNeeded, stopped, tasksFailed } from './reasons.ts';
import type { StepJob, StepPlan, StepTask } from './step-job.ts';
import { handlers } from './steps/index.ts';
import { tellWaiting } from './tell-troubles.ts';

/** Who works, and by which clock. */
export interface Worker {
  readonly owner: string;
  now(): string;
  readonly log: Log;
  readonly leaseSeconds: number;
  /** True once the program is to end: work stops after the part under way. */
  stopping(): boolean;
}

/**
 * Does a step of a month, if no other program does: begins its run or takes it up, does its tasks one by one and ends it. Null where
 * there was nothing new to do, or another was faster. What goes wrong ends up in the run; a StoreError may be thrown, and then the
 * run's lease lapses.
 */
export async function doStep(job: StepJob, worker: Worker): Promise<Run | null> {
  const { runs } = job.office.store.ledger;
  if (job.run?.state === 'waiting' && !job.asked && !(await isNews(job, job.run))) return null;
  const lease = leaseFrom(worker.owner, worker.now(), worker.leaseSeconds);
  const by = job.person?.by ?? null;
  const run =
    job.run === null
      ? await runs.begin(
          { period: job.step.period, step: job.step.name, due: job.step.due, late: job.step.late, by },
          lease,
        )
      : await runs.takeUp(job.run.id, lease, { failed: true, by });
  if (run === null) return null;
  const fence: Fence = { run: run.id, owner: worker.owner, attempt: run.attempt };
  const held = holdLease(runs, fence, { ...worker, seconds: worker.leaseSeconds });
  try {
    const end = await work({ ...job, run }, fence, worker);
    return end === null ? null : await runs.end(fence, end, worker.now());
  } finally {
    await held.letGo();
  }
}

/** Whether a run that waits would come to anything else than it did: looking changes nothing, so it may be done often. */
async function isNews(job: StepJob, run: Run): Promise<boolean> {
  const { memory } = job;
  if (memory.has(run.id) && memory.knows(run.id, await inputsState(job), job.now)) return false;
  let plan: StepPlan;
  try {
    plan = await handlers[job.step.does](job);
  } catch (error) {
    if (needsPerson(error) && sameText(reasonOf(error), run.reason)) return false;
    return true;
  }
  if (plan.end.state !== 'waiting' || !sameText(plan.end.reason, run.reason)) return true;
  const done = doneOf(await job.office.store.ledger.runs.tasks(run.id));
  return plan.tasks.some(({ key }) => !done.has(key));
}

function sameText(a: Message | null, b: Message | null): boolean {
  return a?.['zh-CN'] === b?.['zh-CN'];
}

/** How the run is to end; null where it is another's by now. */
async function work(job: StepJob, fence: Fence, worker: Worker): Promise<RunEnd | null> {
  try {
    const plan = await handlers[job.step.does](job);
    return await workOff(plan, job, fence, worker);
  } catch (error) {
    return await troubleEnd(error, job, worker);
  }
}

async function troubleEnd(error: unknown, job: StepJob, { log }: Worker): Promise<RunEnd> {
  const reason = reasonOf(error);
  if (needsPerson(error)) return waitForPerson(reason, job, log);
  log.error({ run: job.run?.id, error: (error instanceof Error && error.stack) || String(error) }, 'step failed');
  return { state: 'failed', reason };
}

/** The run waits for a person, who is told; it is not looked at again at once. */
async function waitForPerson(reason: Message, job: StepJob, log: Log): Promise<RunEnd> {
  const { run } = job;
  if (run !== null) {
    job.memory.note(run.id, await inputsState(job), job.now);
    await tellWaiting(job.office, run, reason, job.now).catch((failed) =>
      log.error({ run: run.id, error: String(failed) }, 'trouble not told'),
    );
  }
  return { state: 'waiting', reason };
}

async function workOff(plan: StepPlan, job: StepJob, fence: Fence, worker: Worker): Promise<RunEnd | null> {
  const { runs } = job.office.store.ledger;
  if (!(await runs.plan(fence, keysOf(plan.tasks), worker.now()))) return null;
  const before = await runs.tasks(fence.run);
  const done = doneOf(before);
  const failed: { key: string; reason: Message }[] = [];
  for (const task of plan.tasks.filter(({ key }) => !done.has(key))) {
    if (worker.stopping()) return { state: 'waiting', reason: stopped() };
    const trouble = await doTask(task, job, fence, worker);
    if (trouble === 'lost') return null;
    if (trouble !== null) failed.push({ key: task.key, reason: trouble });
  }
  if (!(await endNeedless(plan.tasks, before, runs, fence, worker))) return null;
  if (failed.length === 0) return plan.end;
  const reason = tasksFailed(failed, plan.tasks.length);
  // A month that waits for returns or its signature goes on waiting for them.
  if (plan.end.state === 'waiting') return waitForPerson(both(plan.end.reason, reason), job, worker.log);
  return { state: 'failed', reason };
}

/** Null where the task is done, its trouble where only a person can mend it or some of it, `lost` where the run is another's. */
async function doTask(
  task: StepTask,
  { office, step }: StepJob,
  fence: Fence,
  { now, log }: Worker,
): Promise<Message | 'lost' | null> {
  const { runs } = office.store.ledger;
  try {
    const { mails, documents, held } = await task.do();
    const end = { key: task.key, state: held === null ? 'done' : 'failed', reason: held, mails, documents } as const;
    if (!(await runs.endTask(fence, end, now()))) return 'lost';
    const fields = { run: fence.run, step: step.name, month: step.period, task: task.key, mails: mails.length };
    if (held === null) log.info(fields, 'task done');
    else log.warn(fields, 'task held back some of its mails');
    return held;
  } catch (error) {
    if (task.waitsOnTrouble || !needsPerson(error)) throw error;
    const reason = reasonOf(error);
    const end = { key: task.key, state: 'failed', reason, mails: [], documents: [] } as const;
    if (!(await runs.endTask(fence, end, now()))) return 'lost';
    log.warn({ run: fence.run, step: step.name, month: step.period, task: task.key }, 'task failed');
    return reason;
  }
}

/** Tasks of an earlier attempt that nobody needs any more, such as a reminder to who reported meanwhile. */
async function endNeedless(
  needed: readonly StepTask[],
  before: readonly Task[],
  runs: Runs,
  fence: Fence,
  { now }: Worker,
): Promise<boolean> {
  const keys = new Set(keysOf(needed));
  for (const { key } of before.filter((task) => task.state !== 'done' && !keys.has(task.key))) {
    const end = { key, state: 'done', reason: noLongerNeeded(), mails: [], documents: [] } as const;
    if (!(await runs.endTask(fence, end, now()))) return false;
  }
  return true;
}

function keysOf(tasks: readonly StepTask[]): string[] {
  return tasks.map(({ key }) => key);
}

function doneOf(tasks: readonly Task[]): Set<string> {
  return new Set(tasks.filter(({ state }) => state === 'done').map(({ key }) => key));
}
