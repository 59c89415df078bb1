import { UsageError } from '../model/errors/usage-error.ts';
import type { Message } from '../model/language.ts';
import { type Period, periodText } from '../model/period.ts';
import type { Office } from '../office/office.ts';
import { isLate } from '../schedule/due-steps.ts';
import type { Run } from '../store/ledger/runs.ts';
import { doStep, type Worker } from './do-step.ts';
import { type DueJob, isTakenOut, jobOf, monthSteps } from './due-jobs.ts';
import { newMemory } from './memory.ts';
import { takenOut } from './reasons.ts';
import type { Person, StepJob, StepPlan } from './step-job.ts';
import { handlers } from './steps/index.ts';

export interface StepOfMonth {
  readonly period: Period;
  /** Name of the step in the settings, or `deliver-1` for 更正版1. */
  readonly step: string;
}

/** A step of a month as the schedule has it, and its run. UsageError where there is no such step. */
export async function namedJob(office: Office, { period, step }: StepOfMonth): Promise<DueJob> {
  const month = monthSteps(office, period);
  const run = await office.store.ledger.runs.run(`${period}/${step}`);
  if (run !== null && isTakenOut(office, run)) throw new UsageError(takenOut(run));
  if (month.length === 0) throw noSchedule(office);
  const job = jobOf(step, month, run);
  if (job === null)
    throw noStep(
      step,
      month.map(({ name }) => name),
    );
  return job;
}

/**
 * Does a step of a month now, early or late, or once more where it failed. Null where another program does it at this moment.
 * UsageError where it is done already or under way.
 */
export async function runNow(office: Office, asked: StepOfMonth, options: RunNowOptions): Promise<Run | null> {
  const job = await namedJob(office, asked);
  refuseEnded(job, asked, options.worker.now());
  return doStep(lookedAt(office, job, options), options.worker);
}

export interface RunNowOptions {
  readonly worker: Worker;
  readonly person: Person | null;
}

/** What a step of a month would do now: nothing is changed, nothing sent. What its step throws is thrown. */
export async function dryRun(
  office: Office,
  asked: StepOfMonth,
  options: Omit<RunNowOptions, 'worker'> & { readonly now: string },
): Promise<StepPlan> {
  const job = await namedJob(office, asked);
  refuseEnded(job, asked, options.now);
  const worker = { now: () => options.now };
  return handlers[job.step.does](lookedAt(office, job, { ...options, worker }));
}

function lookedAt(
  office: Office,
  job: DueJob,
  { person, worker }: Pick<RunNowOptions, 'person'> & { worker: Pick<Worker, 'now'> },
): StepJob {
  const now = worker.now();
  const { schedule } = office.config;
  const late = job.run?.late ?? (schedule !== undefined && isLate(job.step.due, now, schedule));
  return { ...job, step: { ...job.step, late }, office, now, asked: true, person, memory: newMemory() };
}

function refuseEnded({ run }: DueJob, { period, step }: StepOfMonth, now: string): void {
  if (run === null) return;
  const which = { 'zh-CN': `${periodText(period)}的 ${step}`, en: `${step} of ${period}` };
  const refusals: Partial<Record<Run['state'], Message>> = {
    done: { 'zh-CN': `${which['zh-CN']} 已经办结，不会再办一次`, en: `${which.en} is done and is not done twice` },
    ...(run.leaseUntil !== null && run.leaseUntil > now
      ? {
          running: {
            'zh-CN': `${which['zh-CN']} 正由另一个程序办理，请稍后用 jianbao schedule list 查看`,
            en: `${which.en} is being done by another program; see jianbao schedule list`,
          },
        }
      : {}),
  };
  const refusal = refusals[run.state];
  if (refusal !== undefined) throw new UsageError(refusal);
}

function noSchedule({ folder }: Office): UsageError {
  return new UsageError({
    'zh-CN': `${folder} 的 jianbao.yaml 中没有 schedule 一节，没有按月自动办理的事项；jianbao init 会写出带说明的样例`,
    en: `the jianbao.yaml of ${folder} has no section schedule; jianbao init writes one with comments`,
  });
}

function noStep(step: string, known: readonly string[]): UsageError {
  return new UsageError({
    'zh-CN': `没有“${step}”这个步骤；可选：${known.join('、')}`,
    en: `there is no step ${step}; known: ${known.join(', ')}`,
  });
}
