import { DataError } from '../../model/errors/data-error.ts';
import { checkDraft } from '../../signing/check-draft.ts';
import { type Draft, makeDraft } from '../../signing/make-draft.ts';
import { draftThere } from '../reasons.ts';
import { nothingToMail, type Prepare, type StepJob } from '../step-job.ts';
import { waitFor } from './needs.ts';

/** 生成送审稿 once the month is closed, and puts it through the gates. Errors in the data are waited for. */
export const draft: Prepare = async (job) => {
  const { office, step } = job;
  const waits = await waitFor(['close'], job);
  if (waits !== null) return { tasks: [], end: { state: 'waiting', reason: waits } };
  const known = await office.store.ledger.editions.edition(step.period, 0);
  if (known !== null && known.state !== 'draft')
    return { tasks: [], end: { state: 'done', reason: draftThere(known.state) } };
  return {
    tasks: [
      {
        key: '送审稿',
        says: { 'zh-CN': '生成并核对送审稿', en: 'makes and checks the draft' },
        waitsOnTrouble: true,
        async do() {
          await checkedDraft(job, null);
          return nothingToMail;
        },
      },
    ],
    end: { state: 'done', reason: null },
  };
};

/** The draft of the job's edition from the present inputs, made if need be, and checked. DataError where a gate holds it back. */
export async function checkedDraft(
  { office, step: { period }, now, formats }: Pick<StepJob, 'office' | 'step' | 'now' | 'formats'>,
  correction: { readonly reason: string | null } | null,
): Promise<Draft> {
  const made = await makeDraft(office, {
    period,
    correction,
    now,
    ...(formats === undefined ? {} : { formats }),
  });
  const { edition, diagnostics } = await checkDraft(office, { period, number: made.edition.number, now });
  if (diagnostics.length > 0) throw new DataError(diagnostics);
  return { ...made, edition };
}
