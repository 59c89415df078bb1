import { chinaDate } from '../../model/china-time.ts';
import { nextPeriod, type Period } from '../../model/period.ts';
import type { Office } from '../../office/office.ts';
import { calendarOf } from '../../office/own-calendar.ts';
import { begunMonths, isTakenOut } from '../../running/due-jobs.ts';
import { monthReturns, silent } from '../../running/steps/month-returns.ts';
import { dueSteps, nextSteps, stepId } from '../../schedule/due-steps.ts';
import { partMissed } from '../../schedule/missed-months.ts';
import { type Almanac, planMonth, stepRules } from '../../schedule/month-steps.ts';
import { lateInputs } from '../../signing/late-inputs.ts';
import type { Edition } from '../../store/ledger/editions.ts';
import type { Run } from '../../store/ledger/runs.ts';
import type { Facts, LateMonth, MonthFacts } from './facts.ts';

/** How far ahead steps are looked for. */
const ahead = 45 * 24 * 60 * 60 * 1000;
/** Published months in which late returns are looked for, and corrected at all. */
const correctable = 12;

/** Reads everything that the status of an office is told from. StoreError; UsageError where calendar or settings are wrong. */
export async function gatherFacts(office: Office, now: string): Promise<Facts> {
  const { config, store, folder } = office;
  const { runs, editions, outbox } = store.ledger;
  const almanac: Almanac = { calendar: await calendarOf(folder, config), settings: config.settings };
  const known = await runs.list({});
  const { schedule } = config;
  const query =
    schedule === undefined ? null : { ...almanac, schedule, now, known: new Set(known.map(({ id }) => id)) };
  const due = query === null ? null : dueSteps(query);
  const parted = query === null || due === null ? null : partMissed(due.steps, { ...query, begun: begunMonths(known) });
  const until = new Date(Date.parse(now) + ahead).toISOString();
  const next = query === null ? null : nextSteps({ ...query, until });
  const allEditions = await editions.list();
  return {
    now,
    scheduled: schedule !== undefined,
    months: await monthsOf(office, known, allEditions, almanac, now),
    due: parted?.due ?? [],
    missed: parted?.missed ?? [],
    next: [...(next?.steps ?? [])].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)),
    undated: due?.undated ?? [],
    pauses: await runs.pauses(),
    mails: await outbox.list({ states: ['pending', 'sending', 'retry', 'dead', 'in-doubt'] }),
    late: await lateMonths(office, allEditions, now),
  };
}

/** Months with runs or editions that are not over. */
async function monthsOf(
  office: Office,
  known: readonly Run[],
  editions: readonly Edition[],
  almanac: Almanac,
  now: string,
): Promise<MonthFacts[]> {
  const periods = [...new Set([...known, ...editions].map(({ period }) => period))].sort();
  const rules = office.config.schedule === undefined ? [] : stepRules(office.config.schedule);
  const months = await Promise.all(
    periods.map(async (period): Promise<MonthFacts> => {
      const steps = planMonth(rules, period, almanac).steps;
      const runs = known.filter((run) => run.period === period);
      const takenOut = runs.filter((run) => isTakenOut(office, run));
      const month = {
        period,
        steps,
        runs,
        takenOut,
        editions: editions.filter((edition) => edition.period === period),
      };
      return { ...month, silent: await silentIn(office, month, now) };
    }),
  );
  return months.filter(isOpen);
}

function isOpen({ period, steps, runs, editions }: MonthFacts): boolean {
  const over = new Set(runs.filter(({ state }) => state === 'done' || state === 'skipped').map(({ id }) => id));
  const open = runs.some(({ id }) => !over.has(id)) || steps.some(({ name }) => !over.has(stepId({ period, name })));
  return open || editions.some(({ state }) => state !== 'delivered');
}

/** From the day on which the forms went out until the month is closed. */
async function silentIn(office: Office, { period, steps, runs }: Omit<MonthFacts, 'silent'>, now: string) {
  const over = (does: string) =>
    steps
      .filter((step) => step.does === does)
      .some(({ name }) => runs.some((run) => run.step === name && run.state === 'done'));
  const asked = over('forms') || now >= `${nextPeriod(period)}-01`;
  if (over('close') || !asked || (await office.store.plan(period)) === null) return null;
  return silent((await monthReturns(office, period)).owed);
}

async function lateMonths(office: Office, editions: readonly Edition[], now: string): Promise<LateMonth[]> {
  const today = chinaDate(now).slice(0, 7) as Period;
  const published = new Set(editions.filter((one) => one.published !== null).map(({ period }) => period));
  const found: LateMonth[] = [];
  for (const period of [...published].sort().slice(-correctable)) {
    if (period > today) continue;
    const late = await lateInputs(office, period, now);
    if (late !== null)
      found.push({ period, number: late.edition.number, changes: late.changes.map(({ text }) => text) });
  }
  return found;
}
