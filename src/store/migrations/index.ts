import { plans } from './001-plans.ts';
import { returns } from './002-returns.ts';
import { decisions } from './003-decisions.ts';
import { snapshots } from './004-snapshots.ts';
import { runs } from './005-runs.ts';
import { editions } from './006-editions.ts';
import { outbox } from './007-outbox.ts';
import { auditLog } from './008-audit-log.ts';
import { returnWithdrawals } from './009-return-withdrawals.ts';
import type { Migration } from './migration.ts';

/** Every step from an empty database to the schema of today; a new one is one file and one line here. */
export const migrations: readonly Migration[] = [
  plans,
  returns,
  decisions,
  snapshots,
  runs,
  editions,
  outbox,
  auditLog,
  returnWithdrawals,
];

/** The schema that this program works with. */
export const schemaVersion = migrations.length;
