import { connect } from './connect.ts';
import type { Database } from './database.ts';
import { saveDecision, saveRevocation, storedDecisions } from './decisions.ts';
import { ledgerOn } from './ledger/ledger-on.ts';
import { migrate, watched } from './migrate.ts';
import { storedMonth } from './month.ts';
import { planInForce, planVersion, planVersions, savePlan } from './plans.ts';
import { storedReturns, storedRevisions } from './returns.ts';
import { saveReturns } from './save-returns.ts';
import { saveSnapshot, snapshotsLike, storedSnapshot } from './snapshots.ts';
import type { Store } from './store.ts';
import { saveWithdrawal } from './withdrawals.ts';

export interface OpenOptions {
  /** ISO UTC time, noted where the schema is brought up to date. */
  readonly now: string;
  /** False where a SQLite file that is not there is an error; default: it is made. */
  readonly create?: boolean;
}

/**
 * Opens the store at a path (SQLite) or a `postgresql://` URL and brings its schema up to date; several programs may do
 * so at once. StoreError where it cannot be opened, is damaged, or was made by a newer program.
 */
export async function openStore(url: string, options: OpenOptions): Promise<Store> {
  return storeOn(await openDatabase(url, options));
}

/** The database below a store. */
export async function openDatabase(url: string, { now, create = true }: OpenOptions): Promise<Database> {
  const database = await connect(url, create);
  try {
    await migrate(database, now);
    return watched(database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

function storeOn(database: Database): Store {
  const { where, read, close } = database;
  return {
    where,
    ledger: ledgerOn(database),
    savePlan: (plan, now) => savePlan(database, plan, now),
    plan: (period) => read((db) => planInForce(db, where, period)),
    planVersion: (year, version) => read((db) => planVersion(db, where, year, version)),
    planVersions: (year) => read((db) => planVersions(db, year)),
    saveReturns: (files, now) => saveReturns(database, files, now),
    withdrawReturn: (which, withdrawal, now) => saveWithdrawal(database, which, withdrawal, now),
    returns: (which) => read((db) => storedReturns(db, which)),
    revisions: (which) => read((db) => storedRevisions(db, which)),
    saveDecision: (decision, now) => saveDecision(database, decision, now),
    revokeDecision: (id, revocation, now) => saveRevocation(database, id, revocation, now),
    decisions: () => read(storedDecisions),
    month: (period) => read((db) => storedMonth(db, where, period)),
    saveSnapshot: (snapshot, now) => saveSnapshot(database, snapshot, now),
    snapshotsLike: (prefix) => read((db) => snapshotsLike(db, prefix)),
    snapshot: (hash) => read((db) => storedSnapshot(db, hash)),
    document: (sha256) =>
      read(async (db) => {
        const row = await db
          .selectFrom('source_document')
          .select('bytes')
          .where('sha256', '=', sha256)
          .executeTakeFirst();
        return row === undefined ? null : new Uint8Array(row.bytes);
      }),
    close,
  };
}
