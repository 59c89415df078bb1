import type { AuditLog } from './audit-log.ts';
import type { Documents } from './documents.ts';
import type { Editions } from './editions.ts';
import type { Outbox } from './outbox.ts';
import type { Runs } from './runs.ts';

/**
 * What was to be done each month, what was done, and what was sent: unique keys make each thing happen once, whatever the number
 * of programs. Times are ISO UTC; `owner` names one running program. Whatever changes a state also writes one line of the audit log in the
 * same transaction. Any method may throw a StoreError.
 */
export interface Ledger {
  readonly runs: Runs;
  readonly editions: Editions;
  readonly outbox: Outbox;
  readonly audit: AuditLog;
  readonly documents: Documents;
}
