import { UsageError } from '../../model/errors/usage-error.ts';
import { mailsOf } from '../letters.ts';
import { noOfficeAddress } from '../reasons.ts';
import type { StepJob, StepTask } from '../step-job.ts';
import { dueDay } from './due-day.ts';
import type { MonthReturns } from './month-returns.ts';
import { lastDay, remindedAt } from './reminders.ts';

/** Tells the city office who has not reported, and when each was reminded. UsageError where it has no address. */
export function escalationTask(job: StepJob, { expected, owed, sample }: MonthReturns): StepTask {
  const { office, step, now } = job;
  const { to, cc } = office.config.recipients.office;
  if (to.length === 0) throw new UsageError(noOfficeAddress('office'));
  return {
    key: '告知本单位',
    says: {
      'zh-CN': `未报送情况（${owed.length}家）告知 ${[...to, ...cc].join('、')}`,
      en: `tells ${[...to, ...cc].join(', ')} of ${owed.length} missing returns`,
    },
    async do() {
      const missing = owed.map(async ({ reporter, targets }) => ({
        reporter: reporter.name,
        targets: targets === null ? null : targets.map(({ id }) => id),
        reminded: await remindedAt(job, reporter.name),
      }));
      return mailsOf(office, {
        kind: 'escalation',
        facts: {
          office: office.config.settings.issuer,
          now,
          sample,
          period: step.period,
          due: dueDay(office, step.period),
          asked: expected,
          missing: await Promise.all(missing),
          last: lastDay(job),
          command: `jianbao progress import 文件 --month ${step.period}`,
        },
        period: step.period,
        edition: null,
        audience: '全市',
        occasion: step.name,
        to,
        cc,
        attachments: [],
      });
    },
  };
}
