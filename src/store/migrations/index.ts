import { plans } from './001-plans.ts';
import { returns } from './002-returns.ts';
import { decisions } from './003-decisions.ts';
import { snapshots } from './004-snapshots.ts';
import type { Migration } from './migration.ts';

/** Every step from an empty database to the schema of today; a new one is one file and one line here. */
export const migrations: readonly Migration[] = [plans, returns, decisions, snapshots];

/** The schema that this program works with. */
export const schemaVersion = migrations.length;
