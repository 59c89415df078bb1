import type { Message } from '../../model/language.ts';
import type { StepKind } from '../../model/schedule-settings.ts';
import { waitsFor } from '../reasons.ts';
import type { StepJob } from '../step-job.ts';

/**
 * The first of these kinds of steps that the month's schedule has and that is neither done nor left out, and what keeps it: the
 * cause, not the chain of those that wait for each other. Null where all are.
 */
export async function waitFor(kinds: readonly StepKind[], { office, month, step }: StepJob): Promise<Message | null> {
  for (const kind of kinds)
    for (const before of month.filter(({ does }) => does === kind)) {
      const run = await office.store.ledger.runs.run(`${step.period}/${before.name}`);
      if (run?.state !== 'done' && run?.state !== 'skipped') return waitsFor(before.name, run?.reason ?? null);
    }
  return null;
}
