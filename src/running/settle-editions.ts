import type { Office } from '../office/office.ts';
import type { Worker } from './do-step.ts';

/** Notes editions as delivered once each of their mails was sent, or a person said that it arrived. */
export async function settleEditions({ store }: Office, { now, log }: Pick<Worker, 'now' | 'log'>): Promise<void> {
  const { editions, outbox, runs } = store.ledger;
  for (const { period, number, state, draft } of await editions.list()) {
    if (state !== 'published') continue;
    const run = await runs.run(`${period}/${number === 0 ? 'deliver' : `deliver-${number}`}`);
    if (run?.state !== 'done') continue;
    const { sent, ...open } = await outbox.counts({ period, kind: 'packet', edition: number });
    if (sent === 0 || Object.values(open).some((count) => count > 0)) continue;
    const delivered = await editions.deliver({ period, number, snapshot: draft.snapshot }, now());
    if (delivered !== null) log.info({ month: period, edition: number, mails: sent }, 'edition delivered');
  }
}
