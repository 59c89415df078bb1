import type { LastDay } from '../../letters/last-day.ts';
import type { StepJob } from '../step-job.ts';

/** When a reporter was reminded of this month before, ISO UTC, oldest first. */
export async function remindedAt({ office, step }: StepJob, audience: string): Promise<string[]> {
  const mails = await office.store.ledger.outbox.list({ period: step.period, kind: 'reminder', audience });
  return [...new Set(mails.map(({ createdAt }) => createdAt))].sort();
}

/** How long the month waits for returns; null where its `close` does not. */
export function lastDay({ month }: Pick<StepJob, 'month'>): LastDay | null {
  const close = month.find(({ does }) => does === 'close');
  return close?.until == null ? null : { at: close.until, published: close.settings.then !== 'hold' };
}
