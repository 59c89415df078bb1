import type { Office } from '../office/office.ts';
import { calendarOf } from '../office/own-calendar.ts';
import { nextSteps } from '../schedule/due-steps.ts';
import type { LedgerCounts } from './metrics.ts';

/** How far ahead the next step is looked for: every month has some. */
const ahead = 45 * 24 * 60 * 60 * 1000;

/** What the numbers of a server say of its ledger at a time (ISO UTC). StoreError; UsageError where calendar or settings are wrong. */
export async function ledgerCounts({ config, folder, store }: Office, now: string): Promise<LedgerCounts> {
  const { runs, outbox } = store.ledger;
  const known = await runs.list({});
  const { schedule, settings } = config;
  const counts = { runs: known, mails: await outbox.counts({}) };
  if (schedule === undefined) return { ...counts, nextDue: null };
  const calendar = await calendarOf(folder, config);
  const until = new Date(Date.parse(now) + ahead).toISOString();
  const ids = new Set(known.map(({ id }) => id));
  const { steps } = nextSteps({ schedule, settings, calendar, now, until, known: ids });
  return { ...counts, nextDue: steps.map(({ due }) => due).sort()[0] ?? null };
}
