import type { Message } from '../model/language.ts';
import type { Period } from '../model/period.ts';
import type { Office } from '../office/office.ts';
import { dueSteps, isLate, stepId } from '../schedule/due-steps.ts';
import { type MissedMonth, partMissed } from '../schedule/missed-months.ts';
import { type PlannedStep, planMonth, stepRules } from '../schedule/month-steps.ts';
import { everyStep, type Run } from '../store/ledger/runs.ts';
import { retryAt } from './retry-rule.ts';
import type { StepJob } from './step-job.ts';

/** A step that is to be looked at now. */
export type DueJob = Pick<StepJob, 'step' | 'month' | 'edition' | 'run'>;

export interface DueJobs {
  /** The oldest month first, its steps in their order, corrections after the original. */
  readonly jobs: readonly DueJob[];
  /** What keeps steps from being dated, such as a year that the calendar does not cover; each once. */
  readonly undated: readonly Message[];
  /** Months that are left to a person, since they were missed long ago. */
  readonly missed: readonly MissedMonth[];
}

/** The steps of a month by the schedule as it is now, as far as they can be dated; none without a schedule. */
export function monthSteps({ config, calendar }: Office, period: Period): PlannedStep[] {
  const { schedule, settings } = config;
  return schedule === undefined ? [] : planMonth(stepRules(schedule), period, { calendar, settings }).steps;
}

/**
 * Everything that the schedule has to look at: steps that are due and were never begun, runs that wait, failed not too often or were
 * left by a program that went away, or by `owner`, who works on nothing now; and corrections to deliver. Steps that are paused are left out.
 */
export async function dueJobs(office: Office, { now, owner }: { now: string; owner: string }): Promise<DueJobs> {
  const { schedule, settings } = office.config;
  if (schedule === undefined) return { jobs: [], undated: [], missed: [] };
  const { runs } = office.store.ledger;
  const all = await runs.list({});
  const known = new Set(all.map(stepIdOf));
  const paused = new Set((await runs.pauses()).map(({ step }) => step));
  const months = new Map<Period, PlannedStep[]>();
  const monthOf = (period: Period) => {
    const steps = months.get(period) ?? monthSteps(office, period);
    months.set(period, steps);
    return steps;
  };
  const due = dueSteps({ schedule, calendar: office.calendar, settings, now, known });
  const { due: begin, missed } = partMissed(due.steps, { schedule, now, begun: begunMonths(all) });
  const fresh = begin.map((step): DueJob => ({ step, month: monthOf(step.period), edition: 0, run: null }));
  const open: DueJob[] = [];
  for (const run of all) {
    const job = (await isOpen(office, run, { now, owner })) ? jobOf(run.step, monthOf(run.period), run) : null;
    if (job !== null) open.push(job);
  }
  const jobs = [...fresh, ...open, ...(await correctionJobs(office, known, monthOf, now))].filter(
    ({ step: { name } }) => ![name, baseOf(name), everyStep].some((one) => paused.has(one)),
  );
  return {
    jobs: jobs.sort((a, b) =>
      a.step.period === b.step.period ? rank(a) - rank(b) : a.step.period < b.step.period ? -1 : 1,
    ),
    undated: [...new Map(due.undated.map(({ reason }) => [reason['zh-CN'], reason])).values()],
    missed,
  };
}

/** Months of which something was begun; what was only left out begins none. */
export function begunMonths(runs: readonly Run[]): Set<Period> {
  return new Set(runs.filter(({ state }) => state !== 'skipped').map(({ period }) => period));
}

/** A step of the month by its name; `ask-2` and `deliver-2` are for 更正版2. Null where the schedule has none such (any more). */
export function jobOf(name: string, month: readonly PlannedStep[], run: Run | null): DueJob | null {
  const own = month.find((step) => step.name === name);
  const late = run?.late ?? false;
  if (own !== undefined) return { step: { ...own, late }, month, edition: 0, run };
  const base = month.find((step) => step.name === baseOf(name));
  if (base === undefined || base.name === name) return null;
  const step = { ...base, name, due: run?.due ?? base.due, late };
  return { step, month, edition: Number(name.slice(base.name.length + 1)), run };
}

/** Whether a run's step is in the settings no more: nobody takes it up then, and only a person can leave it out. */
export function isTakenOut({ config }: Pick<Office, 'config'>, { step, state }: Pick<Run, 'step' | 'state'>): boolean {
  const { steps = {} } = config.schedule ?? {};
  return state !== 'done' && state !== 'skipped' && ![step, baseOf(step)].some((name) => Object.hasOwn(steps, name));
}

function stepIdOf({ period, step }: Run): string {
  return stepId({ period, name: step });
}

/** `deliver` for `deliver-2`. No reminder may be called so. */
function baseOf(name: string): string {
  return name.replace(/^(ask|deliver)-[1-9]\d*$/, '$1');
}

/** Position in the month; corrections after the original. */
function rank({ step, month, edition }: DueJob): number {
  return month.findIndex(({ name }) => name === baseOf(step.name)) + edition / 1000;
}

async function isOpen({ store }: Office, run: Run, { now, owner }: { now: string; owner: string }): Promise<boolean> {
  if (run.state === 'waiting') return true;
  if (run.state === 'running') return run.owner === owner || (run.leaseUntil !== null && run.leaseUntil <= now);
  if (run.state !== 'failed') return false;
  const next = await nextTry(store, run);
  return next !== null && next <= now;
}

/** When a run that failed is tried again by itself, ISO UTC; null where it is left to a person. */
export async function nextTry({ ledger }: Pick<Office['store'], 'ledger'>, run: Run): Promise<string | null> {
  const lines = await ledger.audit.list({ subject: run.id });
  const failures = lines.filter(({ action }) => action === 'run.failed').length;
  return run.endedAt === null ? null : retryAt(failures, run.endedAt);
}

/** 更正版 to be signed or delivered that have no run yet: each is an occurrence of its own, `ask-1` and `deliver-1`. */
async function correctionJobs(
  { store, config }: Office,
  known: ReadonlySet<string>,
  monthOf: (period: Period) => readonly PlannedStep[],
  now: string,
): Promise<DueJob[]> {
  const { schedule } = config;
  if (schedule === undefined) return [];
  const editions = await store.ledger.editions.list();
  return editions.flatMap(({ period, number, state, signed, draft }): DueJob[] => {
    if (number === 0 || state === 'draft' || state === 'delivered') return [];
    const name = `${signed === null ? 'ask' : 'deliver'}-${number}`;
    const job = known.has(`${period}/${name}`) ? null : jobOf(name, monthOf(period), null);
    if (job === null) return [];
    const due = signed?.at ?? draft.at;
    return [{ ...job, step: { ...job.step, due, late: isLate(due, now, schedule) } }];
  });
}
