import { askedReporters } from '../../forms/owed-returns.ts';
import type { FormReporter } from '../../forms/reporters.ts';
import { type ReadyForms, readyForms } from '../../jobs/make-forms.ts';
import { type Attachment, mailOf, mailsOf } from '../letters.ts';
import { nobodyHasAddress, withoutAddress } from '../reasons.ts';
import type { Prepare, StepJob, StepTask } from '../step-job.ts';
import { cityAsked } from './month-returns.ts';
import { liaisonsOf, readerKind } from './people.ts';

/** 下发月报表: each liaison gets the form of its reporter. */
export const forms: Prepare = async (job) => {
  const { office, step } = job;
  mailOf(office);
  const ready = await readyForms({ from: office.source, period: step.period, cutoff: null, due: null });
  const { plan } = ready;
  const reporters = askedReporters(plan, { cityAsked: cityAsked(office, plan) });
  const addressed = reporters.filter(({ name }) => liaisonsOf(office, name).length > 0);
  const others = reporters.filter((one) => !addressed.includes(one)).map(({ name }) => name);
  if (addressed.length === 0) return { tasks: [], end: { state: 'failed', reason: nobodyHasAddress(others) } };
  return {
    tasks: addressed.map((reporter) => formTask(job, ready, reporter)),
    end: { state: 'done', reason: others.length === 0 ? null : withoutAddress(others) },
  };
};

export const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function formTask({ office, step, now }: StepJob, ready: ReadyForms, reporter: FormReporter): StepTask {
  const to = liaisonsOf(office, reporter.name);
  return {
    key: reporter.name,
    says: { 'zh-CN': `月报表发给 ${to.join('、')}`, en: `return form to ${to.join(', ')}` },
    async do() {
      const { form, name, bytes } = await ready.draw(reporter);
      const attachment: Attachment = { name, type: workbook, bytes };
      return mailsOf(office, {
        kind: 'forms',
        facts: {
          office: office.config.settings.issuer,
          now,
          sample: form.sample,
          reporter: reporter.name,
          reporterKind: readerKind(reporter, ready.plan),
          period: step.period,
          cutoff: form.cutoff,
          due: form.due,
          tasks: form.rows.length,
          file: name,
        },
        period: step.period,
        edition: null,
        audience: reporter.name,
        occasion: step.name,
        to,
        cc: [],
        attachments: [attachment],
      });
    },
  };
}
