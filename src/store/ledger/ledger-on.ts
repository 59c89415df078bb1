import type { Database } from '../database.ts';
import { auditLogOn } from './audit-log-on.ts';
import { documentsOn } from './documents-on.ts';
import { editionsOn } from './editions-on.ts';
import type { Ledger } from './ledger.ts';
import { outboxOn } from './outbox-on.ts';
import { runsOn } from './runs-on.ts';

/** The ledger in a database that is open. */
export function ledgerOn(database: Database): Ledger {
  return {
    runs: runsOn(database),
    editions: editionsOn(database),
    outbox: outboxOn(database),
    audit: auditLogOn(database),
    documents: documentsOn(database),
  };
}
