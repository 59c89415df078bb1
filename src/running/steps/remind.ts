import type { OwedReturn } from '../../forms/owed-returns.ts';
import { mailOf, mailsOf } from '../letters.ts';
import { allReported, nobodyHasAddress, overtaken, withoutAddress } from '../reasons.ts';
import type { Prepare, StepJob, StepPlan, StepTask } from '../step-job.ts';
import { cutoffDay, dueDay } from './due-day.ts';
import { escalationTask } from './escalate.ts';
import { type MonthReturns, monthReturns } from './month-returns.ts';
import { liaisonsOf, readerKind } from './people.ts';
import { lastDay, remindedAt } from './reminders.ts';

/** 催报: reminds the liaisons of those who still owe a return, or tells the city office of them. */
export const remind: Prepare = async (job) => {
  const { office, step } = job;
  mailOf(office);
  const returns = await monthReturns(office, step.period);
  if (returns.owed.length === 0) return { tasks: [], end: { state: 'done', reason: allReported() } };
  const later = laterOne(job);
  if (later !== null) return { tasks: [], end: { state: 'done', reason: overtaken(later) } };
  if (toOffice(step)) return { tasks: [escalationTask(job, returns)], end: { state: 'done', reason: null } };
  return liaisonsPlan(job, returns);
};

const toOffice = ({ settings }: Pick<StepJob['step'], 'settings'>) => settings.to === 'office';

/** After a downtime several reminders may be due at once: the last one is enough. */
function laterOne({ month, step, now, asked }: StepJob): string | null {
  if (asked) return null;
  const own = month.findIndex(({ name }) => name === step.name);
  const later = month
    .slice(own + 1)
    .find((one) => one.does === 'remind' && toOffice(one) === toOffice(step) && one.due <= now);
  return later?.name ?? null;
}

function liaisonsPlan(job: StepJob, returns: MonthReturns): StepPlan {
  const { office } = job;
  const addressed = returns.owed.filter(({ reporter }) => liaisonsOf(office, reporter.name).length > 0);
  const others = returns.owed.filter((one) => !addressed.includes(one)).map(({ reporter }) => reporter.name);
  if (addressed.length === 0) return { tasks: [], end: { state: 'failed', reason: nobodyHasAddress(others) } };
  return {
    tasks: addressed.map((owed) => reminderTask(job, returns, owed)),
    end: { state: 'done', reason: others.length === 0 ? null : withoutAddress(others) },
  };
}

function reminderTask(job: StepJob, { plan, sample }: MonthReturns, { reporter, targets }: OwedReturn): StepTask {
  const { office, step, now } = job;
  const to = liaisonsOf(office, reporter.name);
  return {
    key: reporter.name,
    says: { 'zh-CN': `催报发给 ${to.join('、')}`, en: `reminder to ${to.join(', ')}` },
    do: async () =>
      mailsOf(office, {
        kind: 'reminder',
        facts: {
          office: office.config.settings.issuer,
          now,
          sample,
          reporter: reporter.name,
          reporterKind: readerKind(reporter, plan),
          period: step.period,
          cutoff: cutoffDay(office, step.period),
          due: dueDay(office, step.period),
          targets: targets === null ? null : targets.map(({ id, clause }) => ({ id, clause })),
          earlier: await remindedAt(job, reporter.name),
          last: lastDay(job),
          file: null,
        },
        period: step.period,
        edition: null,
        audience: reporter.name,
        occasion: step.name,
        to,
        cc: [],
        attachments: [],
      }),
  };
}
