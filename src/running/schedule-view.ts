import { chinaDate } from '../model/china-time.ts';
import type { Message } from '../model/language.ts';
import { nextPeriod, type Period } from '../model/period.ts';
import type { Office } from '../office/office.ts';
import { isMissed } from '../schedule/missed-months.ts';
import { everyStep, type Pause, type Run, type RunState } from '../store/ledger/runs.ts';
import { begunMonths, isTakenOut, monthSteps } from './due-jobs.ts';
import { missedLongAgo, takenOut } from './reasons.ts';

/** How a step of a month stands: as its run does, or, without one, not due yet, due, or paused. */
export type StepState = RunState | 'planned' | 'due' | 'paused';

export interface ScheduleRow {
  readonly period: Period;
  readonly step: string;
  readonly does: string;
  /** ISO UTC time, by the schedule as it is now, or as it was when the run began. */
  readonly due: string;
  readonly state: StepState;
  readonly run: Run | null;
  /** Why it waits, failed, was skipped or is paused. */
  readonly reason: Message | null;
}

/** Every step of a month, in its order, corrections last. */
export async function monthView(office: Office, period: Period, now: string): Promise<ScheduleRow[]> {
  const { runs } = office.store.ledger;
  const known = new Map((await runs.list({ period })).map((run) => [run.step, run]));
  const pauses = new Map((await runs.pauses()).map((pause) => [pause.step, pause]));
  const planned = monthSteps(office, period);
  const { schedule } = office.config;
  const first = planned[0];
  const missed =
    begunMonths([...known.values()]).size === 0 &&
    first !== undefined &&
    schedule !== undefined &&
    isMissed(first.due, now, schedule);
  const rows = planned
    .map(({ name, does, due }) => rowOf({ period, step: name, does, due }, known.get(name) ?? null, pauses, now))
    .map((row) => (missed && row.state === 'due' ? { ...row, reason: missedLongAgo() } : row));
  const names = new Set(planned.map(({ name }) => name));
  const others = [...known.values()].filter(({ step }) => !names.has(step));
  const rest = others.map((run) => {
    const row = rowOf({ period, step: run.step, does: run.step.replace(/-\d+$/, ''), due: run.due }, run, pauses, now);
    return isTakenOut(office, run) ? { ...row, reason: takenOut(run) } : row;
  });
  return [...rows, ...rest];
}

/** The months that have something to be done, oldest first, up to the present one and the one whose first step comes next. */
export async function openMonths(office: Office, now: string): Promise<ScheduleRow[]> {
  const since = office.config.schedule?.since as Period | undefined;
  if (since === undefined) return [];
  const last = chinaDate(now).slice(0, 7) as Period;
  const rows: ScheduleRow[] = [];
  for (let period = since; period <= last; period = nextPeriod(period)) {
    const month = await monthView(office, period, now);
    if (period === last || month.some(({ state }) => state !== 'done' && state !== 'skipped')) rows.push(...month);
  }
  return rows;
}

function rowOf(
  step: Pick<ScheduleRow, 'period' | 'step' | 'does' | 'due'>,
  run: Run | null,
  pauses: ReadonlyMap<string, Pause>,
  now: string,
): ScheduleRow {
  const pause = pauses.get(step.step) ?? pauses.get(everyStep);
  if (run !== null) return { ...step, due: run.due, state: run.state, run, reason: run.reason };
  if (pause !== undefined) return { ...step, state: 'paused', run, reason: pausedBy(pause) };
  return { ...step, state: step.due <= now ? 'due' : 'planned', run, reason: null };
}

function pausedBy({ by, because }: Pause): Message {
  return { 'zh-CN': `${by}暂停：${because}`, en: `paused by ${by}: ${because}` };
}
