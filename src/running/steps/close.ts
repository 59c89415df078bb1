import { chinaTime } from '../../model/china-time.ts';
import { closedWithout, heldForReturns, waitsForReturns } from '../reasons.ts';
import { nothingToMail, type Prepare, type StepJob, type StepPlan, type StepTask } from '../step-job.ts';
import { escalationTask } from './escalate.ts';
import { type MonthReturns, monthReturns, silent } from './month-returns.ts';

/**
 * 截止汇总: the month is complete, or goes on without those who did not report: at once, after a last date, or when a person says so.
 * A return that arrives ends the waiting.
 */
export const close: Prepare = async (job) => {
  const { step, now, person } = job;
  const returns = await monthReturns(job.office, step.period);
  const missing = silent(returns.owed);
  if (missing.length === 0) return closed(null);
  if (person?.because != null) return closed(closedWithout(missing, person.by));
  const { missing: policy = 'hold', then = 'hold' } = step.settings;
  if (policy === 'publish') return closed(closedWithout(missing, null));
  if (policy === 'wait' && step.until !== null && now < step.until)
    return { tasks: [], end: { state: 'waiting', reason: waitsForReturns(missing, chinaTime(step.until)) } };
  if (policy === 'wait' && then === 'publish') return closed(closedWithout(missing, null));
  return held(job, returns, missing);
};

const closing: StepTask = {
  key: '截止汇总',
  says: { 'zh-CN': '本月月报截止汇总', en: 'closes the month' },
  do: async () => nothingToMail,
};

function closed(reason: StepPlan['end']['reason']): StepPlan {
  return { tasks: [closing], end: { state: 'done', reason } };
}

/** Held until all have reported or a person decides; the city office is told of it once. */
function held(job: StepJob, returns: MonthReturns, missing: readonly string[]): StepPlan {
  const command = `jianbao schedule run ${job.step.name} --month ${job.step.period} --by 姓名 --because 理由`;
  const tells = job.office.config.mail !== undefined && job.office.config.recipients.office.to.length > 0;
  return {
    tasks: tells ? [escalationTask(job, returns)] : [],
    end: { state: 'waiting', reason: heldForReturns(missing, command) },
  };
}
